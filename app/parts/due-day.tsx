import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'

/** The day by which somebody in a table has to be done, marked where it has passed. */
export function DueDay({ dueOn, isOverdue }: { dueOn: string; isOverdue: boolean }) {
  const { today } = useDistrict()
  const day = <Day value={dueOn} today={today} short />
  return isOverdue ? <Status tone="warn">{day}</Status> : day
}
