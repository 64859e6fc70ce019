import type { Assignment } from '~/domain/pathways/assignments.server'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { Status } from '~/ui/status'

/** How binding an assignment is, by whom, since when and until when. */
export function AssignmentFacts({ assignment }: { assignment: Assignment }) {
  const { today } = useDistrict()
  const { kind, by, madeOn, endedOn } = assignment
  return (
    <Facts
      columns={2}
      items={[
        { term: 'What it means', value: ASSIGNMENT_KINDS[kind].hint },
        {
          term: 'Assigned',
          value: (
            <>
              by {by} on <Day value={madeOn} today={today} />
            </>
          ),
        },
        { term: 'Due', value: <Due assignment={assignment} /> },
        {
          term: 'State',
          value: endedOn ? (
            <Status>
              <span>
                Ended <Day value={endedOn} today={today} short />
              </span>
            </Status>
          ) : (
            <Status tone="good">
              {kind === 'offered' ? 'Open to join' : 'Enrolls new people by itself'}
            </Status>
          ),
        },
      ]}
    />
  )
}

function Due({ assignment }: { assignment: Pick<Assignment, 'dueOn' | 'dueDays'> }) {
  const { today } = useDistrict()
  const { dueOn, dueDays } = assignment
  if (dueOn) return <Day value={dueOn} today={today} />
  if (dueDays) return `${dueDays} days after enrollment`
  return 'No due date'
}
