import { useDistrict } from '~/parts/district-context'
import { RelativeDay } from '~/ui/day-text'
import { Status } from '~/ui/status'

type Dated = { dueOn: string | null; completedOn: string | null }

/** `Due in 6 days`, `Was due 3 weeks ago`; nothing to say of a pathway without a due date. */
export function DueWords({ enrollment }: { enrollment: Dated }) {
  const { today } = useDistrict()
  const { dueOn, completedOn } = enrollment
  if (completedOn !== null) return null
  if (dueOn === null) return <span className="text-ink-quiet">No due date</span>
  if (dueOn >= today) {
    return (
      <span>
        Due <RelativeDay value={dueOn} today={today} />
      </span>
    )
  }
  return (
    <Status tone="warn">
      <span>
        Was due <RelativeDay value={dueOn} today={today} />
      </span>
    </Status>
  )
}
