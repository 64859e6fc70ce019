import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { LICENSE_COLUMNS, MAX_LICENSE_BYTES } from '~/domain/license-imports/columns'
import { startImport } from '~/domain/license-imports/importing.server'
import { uploadInput } from '~/domain/license-imports/inputs.server'
import { listImports } from '~/domain/license-imports/previewing.server'
import { submit } from '~/http/form.server'
import { receiveLicenses } from '~/http/license-upload.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { LatestImports } from './latest-imports'

export const meta: MetaFunction = () => [{ title: 'Import licenses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { imports: await member.read(listImports) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  await member.read(listImports)
  const { fields, file, refused } = await receiveLicenses(args.request)
  return submit(fields, uploadInput, async () => {
    if (!file) throw refused
    const id = await member.write(startImport, file)
    return redirect(paths.licenseImport(member.district, id))
  })
}

export default function NewLicenseImport() {
  const { imports } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs items={[{ label: 'Licenses', href: paths.managedLicenses(district) }]} />
        }
        title="Import licenses"
        lead="Nothing changes before you have seen what would."
      />
      <Form method="post" noValidate encType="multipart/form-data" className="max-w-form space-y-6">
        <FormReply reply={useReply()}>
          <FileField
            label="File of licenses"
            name="file"
            accept=".csv,text/csv"
            hint={`A CSV file of up to 5 MB. The first row names the columns: ${LICENSE_COLUMNS.join(', ')}. One of the first three names the person; jurisdiction and kind are needed.`}
            maxBytes={MAX_LICENSE_BYTES}
            required
          />
        </FormReply>
        <FormActions>
          <Button tone="primary" icon="upload" pending={isSending}>
            Read the file
          </Button>
          <ButtonLink href={paths.managedLicenses(district)} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </Form>
      <LatestImports imports={imports} />
    </>
  )
}
