import type { GoalStatus } from '#db/words'
import { GOAL_STATUSES, isOverdue } from '~/domain/goals/goal'
import { useDistrict } from '~/parts/district-context'
import { RelativeDay } from '~/ui/day-text'
import { Status, type Tone } from '~/ui/status'

const tones: Record<Exclude<GoalStatus, 'open'>, Tone> = {
  met: 'good',
  partly_met: 'neutral',
  not_met: 'neutral',
  withdrawn: 'neutral',
}

/** The state of a goal; an open one says when it is due. */
export function GoalStatusWord(goal: { status: GoalStatus; dueOn: string }) {
  const { today } = useDistrict()
  if (goal.status !== 'open') {
    return <Status tone={tones[goal.status]}>{GOAL_STATUSES[goal.status]}</Status>
  }
  return isOverdue(goal, today) ? (
    <Status tone="next" icon="clock">
      <span>
        It was due <RelativeDay value={goal.dueOn} today={today} />: say how it went
      </span>
    </Status>
  ) : (
    <Status icon="clock">
      <span>
        Due <RelativeDay value={goal.dueOn} today={today} />
      </span>
    </Status>
  )
}
