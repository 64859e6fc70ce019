import { isOverdue } from '~/domain/pathways/enrollment'
import { useDistrict } from '~/parts/district-context'
import { Day, RelativeDay } from '~/ui/day-text'
import { Status } from '~/ui/status'

type Dated = { dueOn: string | null; lateOn: string | null; completedOn: string | null }

/** `Due in 6 days`, `Was due 3 weeks ago`, and until when the days of grace last; nothing to say of a pathway without a due date. */
export function DueWords({ enrollment }: { enrollment: Dated }) {
  const { today } = useDistrict()
  const { dueOn, lateOn, completedOn } = enrollment
  if (completedOn !== null) return null
  if (dueOn === null) return <span className="text-ink-quiet">No due date</span>
  if (dueOn >= today) {
    return (
      <span>
        Due <RelativeDay value={dueOn} today={today} />
      </span>
    )
  }
  const wasDue = (
    <span>
      Was due <RelativeDay value={dueOn} today={today} />
      {lateOn !== null && lateOn > today && (
        <>
          , late from <Day value={lateOn} today={today} />
        </>
      )}
    </span>
  )
  return isOverdue(enrollment, today) ? <Status tone="warn">{wasDue}</Status> : wasDue
}
