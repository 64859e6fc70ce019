import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getAssignmentProgress } from '~/domain/pathways/assignments.server'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { audienceInWords } from '~/domain/audiences/words'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { enrolledFilterOf } from '~/http/enrolled-filter.server'
import { useDistrict } from '~/parts/district-context'
import { EnrolledView } from '~/parts/enrolled/enrolled-view'
import { formatDay } from '~/ui/day'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { AssignmentActions } from './assignment-actions'
import { AssignmentFacts } from './assignment-facts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.assignment.pathway ?? 'Assignment'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = enrolledFilterOf(args.request)
  const page = await member.read(getAssignmentProgress, idOf(args.params.assignment), filter)
  return { ...page, filter }
}

export default function ShowAssignment() {
  const { assignment, undoable, requestsWaiting, can, filter, ...page } =
    useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const audience = audienceInWords(assignment.audience, assignment.names, (day) =>
    formatDay(day, today),
  )
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={{ id: assignment.pathwayId, title: assignment.pathway }} />}
        title={`${ASSIGNMENT_KINDS[assignment.kind].name} for ${audience}`}
        lead={assignment.pathway}
      />
      <div className="mb-12">
        <AssignmentFacts assignment={assignment} />
      </div>
      <AssignmentActions {...{ assignment, undoable, requestsWaiting, can }} />
      <EnrolledView
        page={page}
        filter={filter}
        hrefs={{
          csv: paths.assignmentPeopleCsv(district, assignment),
          reminder: paths.assignmentReminder(district, assignment),
          granting: can.undo ? (row) => paths.enrollmentGranting(district, row) : undefined,
        }}
      />
    </>
  )
}
