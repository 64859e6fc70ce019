import type { Assignment } from '~/domain/pathways/assignments.server'
import { dueInWords, otherwiseInWords } from '~/domain/pathways/due'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { useDistrict } from '~/parts/district-context'
import { formatDay } from '~/ui/day'
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

function Due({ assignment }: { assignment: Pick<Assignment, 'due' | 'graceDays' | 'names'> }) {
  const { today } = useDistrict()
  const { due, graceDays, names } = assignment
  const words = dueInWords(due, (day) => formatDay(day, today), names[due.pathwayId ?? ''])
  const grace = graceDays > 0 ? `, and ${graceDays} days of grace` : ''
  const instead =
    due.otherwise === null ? '' : `. Where that day has passed: ${otherwiseInWords(due)}`
  return `${words}${grace}${instead}`
}
