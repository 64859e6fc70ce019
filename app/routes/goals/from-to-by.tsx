import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'

/** A goal's way in one sentence: from where, to where, by when. */
export function FromToBy(goal: { baseline: string | null; target: string; dueOn: string }) {
  const { today } = useDistrict()
  return (
    <>
      {goal.baseline ? (
        <>
          From <strong>{goal.baseline}</strong> to <strong>{goal.target}</strong>
        </>
      ) : (
        <>
          To <strong>{goal.target}</strong>
        </>
      )}{' '}
      by <Day value={goal.dueOn} today={today} />
    </>
  )
}
