import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { MAX_ROSTER_BYTES } from '~/domain/roster/import'
import { startImport } from '~/domain/roster/importing.server'
import { openUpload } from '~/domain/roster/imports.server'
import { uploadInput } from '~/domain/roster/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { receiveRoster } from '~/http/roster-upload.server'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { AnswerFields } from './answer-fields'

export const meta: MetaFunction = () => [{ title: 'Import a roster · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openUpload, queryOf(args.request).id('after'))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  await member.read(openUpload, undefined)
  const { fields, file, refused, discard } = await receiveRoster(args)
  const reply = await submit(fields, uploadInput, async (answers) => {
    if (!file) throw refused
    const importId = await member.write(startImport, file.name)
    const { district, actor } = member
    args.context.rosters.read({
      district: district.slug,
      actor,
      importId,
      answers,
      path: file.path,
    })
    return redirect(paths.rosterImport(district, importId))
  })
  if (!(reply instanceof Response)) await discard()
  return reply
}

export default function NewRosterImport() {
  const { fileName, questions } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Roster', href: paths.rosterImports(district) }]} />}
        title={fileName ? `Hand in ${fileName} again` : 'Import a roster'}
        lead="Nothing changes before you have seen what would."
      />
      <Form method="post" noValidate encType="multipart/form-data" className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <FileField
            label="OneRoster file"
            name="file"
            accept=".zip,application/zip"
            hint="The zip that your student information system makes: OneRoster 1.1 or 1.2, up to 64 MB. Students and parents in it are counted and never stored; the file is deleted as soon as it is read."
            maxBytes={MAX_ROSTER_BYTES}
            required
          />
          <AnswerFields questions={questions} />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" icon="upload" pending={isSending}>
            Read the file
          </Button>
          <ButtonLink href={paths.rosterImports(district)} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
