import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { createMandate } from '~/domain/mandates/building.server'
import { openNewMandate } from '~/domain/mandates/form.server'
import { mandateInput } from '~/domain/mandates/inputs.server'
import { findTemplate, openPointsOf } from '~/domain/mandates/templates'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { MandateForm } from './mandate-form'
import { MandateTrail } from './mandate-trail'
import { emptyMandate } from './mandate-values'
import { SourceNote } from './source-note'
import { typedOr } from './typed.server'

export const meta: MetaFunction = () => [{ title: 'Prepare a required training · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { choices, today } = await member.read(openNewMandate)
  const template = findTemplate(queryOf(args.request).text('template') ?? '') ?? null
  const empty = emptyMandate(choices.organizations[0]?.id, today, template)
  return { choices, template, values: typedOr(args.request, empty) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, mandateInput, async (input) => {
    const mandate = await member.write(createMandate, input)
    return redirectWithNotice(
      paths.mandate(member.district, mandate),
      'Now say what is to be taken. Nobody is asked before you switch it on.',
    )
  })
}

export default function NewMandate() {
  const { choices, template, values } = useLoaderData<typeof loader>()
  const reply = useReply()
  const open = template ? openPointsOf(template) : []
  return (
    <>
      <PageHeader
        trail={<MandateTrail />}
        title={template ? `Prepare “${template.title}”` : 'Prepare a required training'}
        lead="Nobody is asked before you switch it on, and before that you see who it would be."
      >
        {template && <SourceNote template={template} />}
      </PageHeader>
      {template && (template.note || open.length > 0) && (
        <div className="mb-8 max-w-form">
          <Notice title={open.length > 0 ? 'For your district to decide' : 'To know'}>
            {open.length > 0 && <p>The source leaves open {listed(open)}.</p>}
            {template.note && <p>{template.note}</p>}
            {template.minutes !== null && <p>It asks for {template.minutes / 60} hours in all.</p>}
          </Notice>
        </div>
      )}
      <MandateForm
        values={values}
        choices={choices}
        reply={reply}
        saving="Go on to what is taken"
        sourceAudience={template?.audience}
      />
    </>
  )
}

const listed = (words: string[]) => new Intl.ListFormat('en-US').format(words)
