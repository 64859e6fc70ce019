import { competencyName } from '~/domain/frameworks/competency'
import { GOAL_KINDS } from '~/domain/goals/goal'
import type { listOwnOpenGoals } from '~/domain/goals/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Card, CardGrid } from '~/ui/card'
import { RelativeDay } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { FromToBy } from './from-to-by'
import { GoalStatusWord } from './goal-status'

type Goals = Awaited<ReturnType<typeof listOwnOpenGoals>>

/** Open goals, each with its way and when it was last thought of. */
export function OpenGoals({ goals }: { goals: Goals }) {
  const { district, today } = useDistrict()
  return (
    <CardGrid>
      {goals.map((goal) => (
        <Card
          key={goal.id}
          level={3}
          title={<TextLink href={paths.goal(district, goal)}>{goal.title}</TextLink>}
          lead={[
            GOAL_KINDS[goal.kind],
            ...(goal.competency ? [competencyName(goal.competency)] : []),
          ].join(' · ')}
          footer={
            <span className="flex flex-wrap items-center justify-between gap-2">
              {goal.checkedOn ? (
                <span>
                  Checked in <RelativeDay value={goal.checkedOn} today={today} />
                </span>
              ) : (
                'No check-in yet'
              )}
              <TextLink href={paths.goalCheckIns(district, goal)}>
                Check in<span className="sr-only"> on {goal.title}</span>
              </TextLink>
            </span>
          }
        >
          <div className="mb-3">
            <FromToBy {...goal} />
          </div>
          <GoalStatusWord {...goal} />
        </Card>
      ))}
    </CardGrid>
  )
}
