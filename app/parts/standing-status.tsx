import type { Standing } from '~/domain/reviews/standing.server'
import type { SubmissionStatus } from '#db/words'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'
import { useDistrict } from './district-context'
import { anyOf } from '~/domain/people/name'

/** The state of something that is sent for review, with who acts next or who acted last. */
export function StandingStatus(
  props: Standing & {
    status: SubmissionStatus
    /** Whose it is, where somebody else reads it. */
    owner?: string
  },
) {
  const { today } = useDistrict()
  const { status, waiting, decision } = props
  const by = decision?.status === status ? decision : null
  if (status === 'waiting') {
    return <Status tone="warn">{`Waiting for ${anyOf(waiting?.reviewers ?? [])}`}</Status>
  }
  if (status === 'returned') {
    return (
      <Status tone="next" icon="return">
        {`Waiting for ${props.owner ?? 'you'}${by ? `: ${by.by} has a question` : ''}`}
      </Status>
    )
  }
  if (status === 'withdrawn') return <Status icon="return">Taken back</Status>
  return (
    <Status tone={status === 'approved' ? 'good' : 'bad'}>
      <span>
        {status === 'approved' ? 'Approved' : 'Denied'}
        {by && (
          <>
            {` by ${by.by} · `}
            <Day value={by.on} today={today} short />
          </>
        )}
      </span>
    </Status>
  )
}
