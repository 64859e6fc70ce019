import { Day } from '~/ui/day-text'
import { useDistrict } from './district-context'
import { dayOf } from './instant-day'
import { anyOf } from '~/domain/people/name'

/** Who acts next, since when it waits, and until when they have. */
export function WaitingSentence(props: {
  waiting: { submittedAt: Date; reopenedAt: Date | null; dueOn: string }
  reviewers: { name: string }[]
}) {
  const { timeZone, today } = useDistrict()
  const { submittedAt, reopenedAt, dueOn } = props.waiting
  return (
    <p className="max-w-line text-ink-quiet not-first:mt-2">
      Waiting for {anyOf(props.reviewers)} since{' '}
      <Day value={dayOf(reopenedAt ?? submittedAt, timeZone)} today={today} />;{' '}
      {dueOn < today ? 'it was to be decided by' : 'it is to be decided by'}{' '}
      <Day value={dueOn} today={today} />.
    </p>
  )
}
