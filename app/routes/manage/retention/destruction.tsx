import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, redirect, useLoaderData, useNavigation } from '@remix-run/react'
import { confirmDestruction } from '~/domain/retention/destroying.server'
import { openDestruction } from '~/domain/retention/list.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { fileSize } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Destroy what is due · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const due = await member.read(openDestruction)
  if (due.files === 0) throw redirect(paths.retention(member.district))
  return due
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { district } = member
  let files = 0
  for (let mayBeMore = true; mayBeMore;) {
    const turn = await member.write(confirmDestruction)
    for (const id of turn.destroyed) await args.context.files.remove(district.id, id)
    files += turn.destroyed.length
    mayBeMore = turn.mayBeMore
  }
  return redirectWithNotice(
    `${paths.retention(district)}?standing=destroyed`,
    `${counted(files, 'file was', 'files were')} destroyed.`,
  )
}

export default function Destruction() {
  const { files, bytes, people } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.retention(district)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Retention', href: back }]} />}
        title={`Destroy ${counted(files, 'evidence file', 'evidence files')}?`}
        lead={`${fileSize(bytes)} that ${counted(people, 'person', 'people')} handed in. This cannot be undone.`}
      />
      <ul className="mb-8 max-w-line list-disc space-y-1 pl-5">
        <li>
          Only the files go. Hours, approvals and reasons stay, and still say that a file was there.
        </li>
        <li>Each file keeps its name, its size, its SHA-256 and the reason in the audit trail.</li>
        <li>Before a file goes, it is looked up once more whether it is due and no hold stands.</li>
        <li>Copies in the backups of the server go when the backups do.</li>
      </ul>
      <Form method="post">
        <FormActions>
          <Button type="submit" tone="danger" pending={isSending}>
            Destroy {counted(files, 'file', 'files')}
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
