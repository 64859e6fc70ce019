import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { endMandate } from '~/domain/mandates/building.server'
import { openMandate } from '~/domain/mandates/form.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { MandateTrail } from './mandate-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `End ${data?.mandate.title ?? 'a required training'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { mandate, counts } = await member.read(openMandate, idOf(args.params.mandate))
  return { mandate, counts }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, nothingInput, async () => {
    const { title } = await member.write(endMandate, id)
    return redirectWithNotice(paths.mandates(member.district), `“${title}” has ended.`)
  })
}

export default function Ending() {
  const { mandate, counts } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isEnding = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title={`End “${mandate.title}”?`}
        lead="This cannot be undone."
      />
      <Form method="post" className="max-w-form">
        <FormReply reply={reply}>
          <ul className="max-w-line list-disc space-y-2 pl-5">
            <li>
              {counted(counts.asked, 'person who is', 'people who are')} asked now will not be asked
              any more; nobody is overdue because of it.
            </li>
            <li>Every time it was met or missed stays on record.</li>
          </ul>
          <FormActions>
            <Button tone="danger" pending={isEnding}>
              End it
            </Button>
            <ButtonLink href={paths.mandate(district, mandate)} tone="quiet">
              Keep it
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
