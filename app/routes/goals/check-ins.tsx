import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { ACCEPTED_FILES } from '~/domain/evidence/file-storage'
import { checkIn } from '~/domain/goals/following.server'
import { checkInInput } from '~/domain/goals/inputs.server'
import { openGoalForm } from '~/domain/goals/setting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submitWithFiles } from '~/http/form-with-files.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { TextAreaField, TextField } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { FromToBy } from './from-to-by'

export const meta: MetaFunction = () => [{ title: 'Check in on a goal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const goal = await member.read(openGoalForm, idOf(args.params.goal))
  return { goal, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.goal)
  return submitWithFiles(args, member, checkInInput, async (input, { files }) => {
    await member.write(checkIn, id, input, files)
    return redirectWithNotice(paths.goal(member.district, id), 'Noted.')
  })
}

export default function CheckIn() {
  const { goal, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  const reply = useReply(kept)
  return (
    <>
      <PageHeader title="How is it going?" lead={goal.title}>
        <FromToBy {...goal} />
      </PageHeader>
      <Form method="post" encType="multipart/form-data" noValidate className="max-w-form">
        <FormReply reply={reply}>
          <div className="space-y-6">
            <TextAreaField name="note" label="What has happened since?" required />
            <FileField
              name="files"
              label="Something that shows it"
              hint="PDF, PNG or JPEG, 25 MB each; a goal has room for 3 files."
              optional
              multiple
              camera
              accept={ACCEPTED_FILES}
            />
            <TextField name="link" type="url" label="Or a link" optional placeholder="https://" />
            <CheckboxField
              name="mayShowStudents"
              label="It may show students, or work with their names on it"
              hint="Then only you and your principal can open it."
            />
          </div>
          <FormActions>
            <Button tone="primary" pending={isSaving}>
              Note it
            </Button>
            <ButtonLink href={paths.goal(district, goal)} tone="quiet">
              Leave it
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
