import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { formatDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'

/** Says why no file can be made: some of the hours were told in another period. */
export function InTheWay({ periods }: { periods: { first: string; last: string }[] }) {
  const { district } = useDistrict()
  if (periods.length === 0) return null
  return (
    <div className="mb-6 max-w-line">
      <Notice tone="warn" title="Some of these days were sent as another period">
        A file of these days would tell hours twice. Look at what was sent instead:
        <ul className="mt-1 list-disc pl-5">
          {periods.map(({ first, last }) => (
            <li key={first + last}>
              <TextLink href={`${paths.stateRows(district)}?first=${first}&last=${last}`}>
                {formatDay(first)} to {formatDay(last)}
              </TextLink>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** Warns of hours of the period that nobody has decided on: they are in no row yet. */
export function Waiting(props: {
  waiting: { submissions: number; people: number; minutes: number }
  mayDecide: boolean
}) {
  const { district } = useDistrict()
  const { submissions, people, minutes } = props.waiting
  if (submissions === 0) return null
  return (
    <div className="mb-6 max-w-line">
      <Notice
        tone="warn"
        title={`${counted(submissions, 'submission waits', 'submissions wait')} for approval`}
      >
        {formatHours(minutes)} of {counted(people, 'person', 'people')} on these days are in no row
        until somebody has decided; then they come as new hours or as a correction.{' '}
        {props.mayDecide && (
          <TextLink href={`${paths.approvals(district)}?whose=all`}>See what waits</TextLink>
        )}
      </Notice>
    </div>
  )
}
