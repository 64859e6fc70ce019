import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editAssignment } from '~/domain/pathways/assigning.server'
import { openAssignment } from '~/domain/pathways/assignment-form.server'
import { assignmentInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { outcomeInWords } from './outcome-words'
import { RuleAndDryRun } from './rule-and-dry-run'
import { valuesOf } from './rule-values'
import { tryRule } from './try-rule.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change an assignment of ${data?.form.pathway.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const assignmentId = idOf(args.params.assignment)
  const { assignment, people, ...form } = await member.read(openAssignment, assignmentId)
  const empty = valuesOf(assignment, people)
  const pathwayId = form.pathway.id
  const tried = await tryRule(args.request, member, { pathwayId, assignmentId, empty })
  return { form, assignment: { id: assignmentId }, ...tried }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  return submit(args.request, assignmentInput, async (input) => {
    const outcome = await member.write(editAssignment, id, input)
    return redirectWithNotice(
      paths.assignment(member.district, id),
      `Saved. ${outcomeInWords(input.kind, outcome)} You can undo this for 24 hours.`,
    )
  })
}

export default function EditAssignment() {
  const { form, assignment, values, sent, reply: tried, run } = useLoaderData<typeof loader>()
  const refused = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={form.pathway} assignment={assignment} />}
        title="Change the assignment"
        lead="Before anything happens you see who would be enrolled, changed or taken off."
      />
      <RuleAndDryRun
        {...{ form, values, sent, run }}
        reply={refused ?? tried}
        saving="Save the change"
      />
    </>
  )
}
