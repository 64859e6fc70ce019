import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { MAX_REASON_LENGTH } from '~/domain/reviews/submission'
import { takingBackInput } from '~/domain/uses/inputs.server'
import { openTakingBack, takeBackUse } from '~/domain/uses/taking-back.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { usesPath, usesTrail } from './uses-trail'

export const meta: MetaFunction = () => [{ title: 'Take a use back · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { member: whose, use: parameter } = args.params
  const opened = await member.read(openTakingBack, idOf(whose), idOf(parameter))
  return { ...opened, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const whose = idOf(args.params.member)
  const id = idOf(args.params.use)
  return submit(args.request, takingBackInput, async (input) => {
    const title = await member.write(takeBackUse, whose, id, input)
    const back = usesPath(member.district, {
      id: whose,
      name: '',
      isOwn: whose === member.actor.id,
    })
    return redirectWithNotice(back, `“${title}” can be used again.`)
  })
}

export default function TakeUseBack() {
  const { member, use, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[usesTrail(district, member)]} />}
        title={`Take back: ${use.subject.title}`}
        lead={`It was used for “${use.label}”. Both the use and this stay in the history, and the hours can be used again.`}
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={useReply(kept)}>
          <TextAreaField name="reason" label="Why?" required maxLength={MAX_REASON_LENGTH} />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Take it back
          </Button>
          <ButtonLink href={usesPath(district, member)}>Cancel</ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
