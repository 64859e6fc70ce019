import type { listAssignments } from '~/domain/pathways/assignments.server'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { audienceInWords } from '~/domain/audiences/words'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { formatDay } from '~/ui/day'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'

type Assignment = Awaited<ReturnType<typeof listAssignments>>[number]

/** To whom a pathway is given, with how many that are. */
export function AssignmentList({ assignments }: { assignments: Assignment[] }) {
  const { district, today } = useDistrict()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="py-3">
          <TextLink href={paths.assignment(district, assignment)} strong>
            {ASSIGNMENT_KINDS[assignment.kind].name}
          </TextLink>{' '}
          for{' '}
          {audienceInWords(assignment.audience, assignment.names, (day) => formatDay(day, today))}
          <p className="text-sm text-ink-quiet">
            {assignment.endedOn ? (
              <>
                Ended <Day value={assignment.endedOn} today={today} short />
              </>
            ) : (
              <>
                {assignment.open.toLocaleString('en-US')} under way,{' '}
                {assignment.completed.toLocaleString('en-US')} completed
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
