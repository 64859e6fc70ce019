import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { keepRead, openImport } from '~/domain/packages/importing.server'
import { packageInput } from '~/domain/packages/inputs.server'
import { MAX_PACKAGE_BYTES } from '~/domain/packages/limits'
import { readPackage } from '~/domain/packages/reading.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { receivePackage } from '~/http/package-upload.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'

export const meta: MetaFunction = () => [{ title: 'Bring a record · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { imports: await member.read(openImport) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  await member.read(openImport)
  const { fields, file, refused, discard } = await receivePackage(args)
  try {
    return await submit(fields, packageInput, async () => {
      if (!file) throw refused
      const read = await readPackage(file.path, args.context.files, member.district.id)
      const id = await member.write(keepRead, file.name, read)
      return redirect(paths.recordImport(member.district, id))
    })
  } finally {
    await discard()
  }
}

export default function BringRecord() {
  const { imports } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'My record', href: paths.record(district) }]} />}
        title="Bring a record from another district"
        lead="Nothing changes before you have seen what would."
      />
      <Form method="post" noValidate encType="multipart/form-data" className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <FileField
            label="Package"
            name="file"
            accept=".zip,application/zip"
            hint="The zip that you took from My record in the other district, up to 256 MB."
            maxBytes={MAX_PACKAGE_BYTES}
            required
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" icon="upload" pending={isSending}>
            Read the package
          </Button>
          <ButtonLink href={paths.record(district)} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
      {imports.length > 0 && (
        <Section title="Brought before">
          <ul className="max-w-form divide-y divide-line border-y border-line">
            {imports.map(({ id, fileName, outcome }) => (
              <li key={id} className="py-2">
                <TextLink href={paths.recordImport(district, id)}>{fileName}</TextLink>{' '}
                <span className="text-ink-quiet">
                  {outcome.rows} rows from {outcome.from}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
