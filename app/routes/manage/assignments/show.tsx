import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endAssignment } from '~/domain/pathways/assigning.server'
import { getAssignmentProgress } from '~/domain/pathways/assignments.server'
import { endingInput } from '~/domain/pathways/inputs.server'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { audienceInWords } from '~/domain/audiences/words'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { enrolledFilterOf } from '~/http/enrolled-filter.server'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { EnrolledView } from '~/parts/enrolled/enrolled-view'
import { formatDay } from '~/ui/day'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { PathwayTrail } from '../pathway-trail'
import { AssignmentActions } from './assignment-actions'
import { AssignmentFacts } from './assignment-facts'
import { EndingForm } from './ending-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.assignment.pathway ?? 'Assignment'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = enrolledFilterOf(args.request)
  const page = await member.read(getAssignmentProgress, idOf(args.params.assignment), filter)
  return { ...page, filter }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  return submit(args.request, endingInput, async (input) => {
    const { takenOff } = await member.write(endAssignment, id, input)
    const people =
      takenOff > 0
        ? ` ${counted(takenOff, 'person no longer has it', 'people no longer have it')}.`
        : ''
    return redirectWithNotice(
      paths.assignment(member.district, id),
      `The assignment has ended.${people}`,
    )
  })
}

export default function ShowAssignment() {
  const { assignment, undoable, can, filter, ...page } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const reply = useReply()
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
      <AssignmentActions assignment={assignment} undoable={undoable} can={can} />
      <EnrolledView
        page={page}
        filter={filter}
        hrefs={{
          csv: paths.assignmentPeopleCsv(district, assignment),
          reminder: paths.assignmentReminder(district, assignment),
        }}
      />
      {can.end && (
        <div className="mt-12">
          <Section title="End it" lead="From then on nobody new is enrolled because of it.">
            <EndingForm open={assignment.open} reply={reply} />
          </Section>
        </div>
      )}
    </>
  )
}
