import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { MAX_QUESTION_LENGTH } from '~/domain/comments/comment'
import { sharingInput } from '~/domain/comments/inputs.server'
import { openSharing, shareDraft } from '~/domain/comments/sharing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { ReaderList } from './reader-list'

export const meta: MetaFunction = () => [{ title: 'Share for comment · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const page = await member.read(openSharing, id)
  if (!page) throw redirect(paths.managedPathway(member.district, id))
  return page
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const { origin } = args.context.environment
  return submit(args.request, sharingInput, async (input) => {
    const asked = await member.write(shareDraft, id, input, origin)
    return redirectWithNotice(
      paths.pathwaySharing(member.district, id),
      asked === 0
        ? 'They were asked before, so nobody gets another letter.'
        : `${counted(asked, 'person is', 'people are')} asked; the letter is on its way.`,
    )
  })
}

export default function Sharing() {
  const { pathway, version, readers } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Share it for comment"
        lead={`Whom you name sees version ${version.number} as an educator would, and can comment on it until it is published. Nobody else of the schools sees it.`}
      />
      {readers.length > 0 && <ReaderList pathway={pathway} readers={readers} />}
      <Form key={readers.length} method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <TextAreaField
            name="who"
            label="Whom do you ask?"
            hint="An e-mail address, staff number or full name on each line. Each gets a letter."
            required
            rows={4}
          />
          <TextAreaField
            name="question"
            label="What would you like to hear?"
            hint="Stands in the letter and above the preview, such as “Is the second step too long?”"
            optional
            rows={2}
            maxLength={MAX_QUESTION_LENGTH}
          />
          <FormActions>
            <Button tone="primary" pending={isSending}>
              Ask them
            </Button>
            <ButtonLink href={paths.managedPathway(district, pathway)} tone="quiet">
              Back to the steps
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
