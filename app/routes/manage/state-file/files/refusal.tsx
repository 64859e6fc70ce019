import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { refusalInput } from '~/domain/state-files/inputs.server'
import { openRefusal, refuseStateFile } from '~/domain/state-files/refusing.server'
import { MAX_REFUSAL_LENGTH } from '~/domain/state-files/state-file'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'The state refused a file · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openRefusal, idOf(args.params.file))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.file)
  return submit(args.request, refusalInput, async (input) => {
    await member.write(refuseStateFile, id, input)
    return redirectWithNotice(
      paths.madeStateFile(member.district, id),
      'The file is marked as refused. Its rows come in the next one.',
    )
  })
}

export default function StateFileRefusal() {
  const { id, number, size } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.madeStateFile(district, id)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: `File ${number}`, href: back }]} />}
        title={`Did the state refuse file ${number} as a whole?`}
        lead={`Then its ${counted(size, 'row counts', 'rows count')} as not sent and ${size === 1 ? 'goes' : 'go'} into the next file. The file stays here. This cannot be undone.`}
      />
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={useReply()}>
          <TextAreaField
            name="reason"
            label="What did the state say?"
            required
            maxLength={MAX_REFUSAL_LENGTH}
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="danger" pending={isSending}>
            Mark as refused
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
