import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { switchOnMandate } from '~/domain/mandates/building.server'
import { DRY_RUN_GROUPS, dryRunMandate } from '~/domain/mandates/dry-run.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { DryRunOutcome } from './dry-run-outcome'
import { MandateTrail } from './mandate-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Switch on ${data?.run.mandate.title ?? 'a required training'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const group = query.oneOf('show', DRY_RUN_GROUPS) ?? 'due'
  const id = idOf(args.params.mandate)
  const run = await member.read(dryRunMandate, id, { group, page: query.page() })
  if (!run) throw redirect(paths.mandate(member.district, id))
  return { run, group }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, nothingInput, async () => {
    const { title, reached } = await member.write(switchOnMandate, id)
    const outcome = reached
      ? 'Below stands who has to take it, and until when.'
      : 'It is being brought to everybody; this page counts along.'
    return redirectWithNotice(
      paths.mandate(member.district, id),
      `“${title}” is in force. ${outcome}`,
    )
  })
}

export default function SwitchingOn() {
  const { run, group } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSwitching = useNavigation().formMethod === 'POST'
  const { mandate, hasTopics, asked } = run
  if (!hasTopics) {
    return (
      <>
        <PageHeader trail={<MandateTrail mandate={mandate} />} title="Say first what is taken" />
        <EmptyState
          title="It asks for nothing yet"
          icon="completion"
          action={
            <ButtonLink href={paths.mandateTopics(district, mandate)} tone="primary">
              Add a topic
            </ButtonLink>
          }
        >
          A training is met by a course, a badge, hours on a competency, or a pathway.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title={`${counted(asked, 'person', 'people')} would be asked`}
        lead="Nothing has happened yet. Below stands who would be due when, who has met it already, and what to look at first."
      />
      <Form method="post" className="mb-10">
        <FormReply reply={reply}>
          <div className="flex flex-wrap gap-3">
            <Button tone="primary" pending={isSwitching}>
              Switch it on for {counted(asked, 'person', 'people')}
            </Button>
            <ButtonLink href={paths.editMandate(district, mandate)} tone="quiet">
              Change it first
            </ButtonLink>
          </div>
        </FormReply>
      </Form>
      <DryRunOutcome run={run} group={group} />
    </>
  )
}
