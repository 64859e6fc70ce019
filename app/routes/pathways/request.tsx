import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { requestInput, withdrawingInput } from '~/domain/pathways/inputs.server'
import { REQUEST_KINDS } from '~/domain/pathways/request'
import { sendRequest, withdrawRequest } from '~/domain/pathways/requesting.server'
import { openRequests } from '~/domain/pathways/requests.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { RequestHistory } from '~/parts/request-history'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ask about ${data?.enrollment.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openRequests, idOf(args.params.enrollment))
}

/** Asks for something, or takes back what was asked for. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  const form = await args.request.formData()
  const back = paths.enrollmentRequest(member.district, id)
  if (form.has('request')) {
    return submit(form, withdrawingInput, async ({ request }) => {
      await member.write(withdrawRequest, request)
      return redirectWithNotice(back, 'Taken back.')
    })
  }
  return submit(form, requestInput, async (input) => {
    await member.write(sendRequest, id, input)
    return redirectWithNotice(back, 'Asked. The coordinator decides, and you see it here.')
  })
}

export default function AskForTime() {
  const { enrollment, requests, mayAsk } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.enrollment(district, enrollment)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Pathways', href: paths.enrollments(district) },
              { label: enrollment.title, href: back },
            ]}
          />
        }
        title={
          mayAsk ? REQUEST_KINDS[enrollment.dueOn ? 'extension' : 'waiver'].asking : 'More time'
        }
        lead={
          enrollment.isCompleted
            ? 'You have completed it: there is nothing to ask for any more.'
            : `${mayAsk && enrollment.dueOn ? 'Or to be let off. ' : ''}The coordinator decides; until then everything stays as it is.`
        }
      />
      {mayAsk && (
        <Form method="post" noValidate className="max-w-form space-y-6">
          <FormReply reply={reply}>
            {enrollment.dueOn ? (
              <RadioGroupField
                name="kind"
                label="What do you ask for?"
                required
                choices={[
                  { value: 'extension', label: REQUEST_KINDS.extension.name },
                  { value: 'waiver', label: REQUEST_KINDS.waiver.name },
                ]}
                defaultValue="extension"
              />
            ) : (
              <input type="hidden" name="kind" value="waiver" />
            )}
            <DateField
              name="until"
              label="Until when?"
              hint={
                enrollment.dueOn
                  ? 'The day you need. Who asks to be let off may leave it empty: for good.'
                  : 'The last day you are let off, or empty for good.'
              }
              optional
            />
            <TextAreaField name="reason" label="Why?" required rows={4} />
          </FormReply>
          <FormActions>
            <Button tone="primary" pending={isSending}>
              Ask
            </Button>
            <ButtonLink href={back} tone="quiet">
              Cancel
            </ButtonLink>
          </FormActions>
        </Form>
      )}
      {requests.length > 0 && (
        <div className="mt-10">
          <Section title="What you asked for or were given">
            <RequestHistory
              requests={requests}
              action={({ id }) => (
                <Form method="post">
                  <input type="hidden" name="request" value={id} />
                  <Button tone="quiet" size="small">
                    Take it back
                  </Button>
                </Form>
              )}
            />
          </Section>
        </div>
      )}
    </>
  )
}
