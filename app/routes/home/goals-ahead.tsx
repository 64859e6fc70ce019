import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { Home } from './state-of-things'

/** The open goals, the nearest date first. */
export function GoalsAhead({ goals }: { goals: Home['goals'] }) {
  const { district, today } = useDistrict()
  return (
    <Section title="Goals" action={<TextLink href={paths.goals(district)}>All goals</TextLink>}>
      {goals.length === 0 ? (
        <p className="text-ink-quiet">
          No open goal. <TextLink href={paths.newGoal(district)}>Set one</TextLink> to say what you
          want to reach this year.
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {goals.map((goal) => (
            <li key={goal.id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <TextLink href={paths.goal(district, goal)}>{goal.title}</TextLink>
              <span className="text-ink-quiet">
                by <Day value={goal.dueOn} today={today} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
