import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { openAssignmentForm } from '~/domain/pathways/assignment-form.server'
import { assignmentInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { educatorsOf } from '~/parts/audience/audience-values'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { outcomeInWords } from './outcome-words'
import { RuleAndDryRun } from './rule-and-dry-run'
import { tryRule } from './try-rule.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Assign ${data?.form.pathway.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const form = await member.read(openAssignmentForm, id)
  const empty = educatorsOf(form.organizations[0]?.id)
  return { form, ...(await tryRule(args.request, member, { pathwayId: id, empty })) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, assignmentInput, async (input) => {
    const assignment = await member.write(makeAssignment, id, input)
    return redirectWithNotice(
      paths.assignment(member.district, assignment),
      outcomeInWords(input.kind, assignment),
    )
  })
}

export default function NewAssignment() {
  const { form, values, sent, reply: tried, run } = useLoaderData<typeof loader>()
  const { pathway } = form
  const { district } = useDistrict()
  const refused = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={`Assign ${pathway.title}`}
        lead="Say to whom. Before anybody is enrolled you see who would be, and who would not."
      />
      {pathway.isPublished ? (
        <RuleAndDryRun {...{ form, values, sent, run }} reply={refused ?? tried} />
      ) : (
        <EmptyState
          title="Publish it first"
          icon="pathway"
          action={
            <ButtonLink href={paths.managedPathway(district, pathway)}>To its steps</ButtonLink>
          }
        >
          A pathway can be assigned as soon as a version of it is published.
        </EmptyState>
      )}
    </>
  )
}
