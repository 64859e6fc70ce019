import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { applyImport } from '~/domain/license-imports/importing.server'
import { applyInput } from '~/domain/license-imports/inputs.server'
import { getImport } from '~/domain/license-imports/previewing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { ApplyForm } from './apply-form'
import { PreviewTable } from './preview-table'
import { RejectedRows } from './rejected-rows'

export const meta: MetaFunction = () => [{ title: 'An import of licenses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getImport, idOf(args.params.import))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.import)
  return submit(args.request, applyInput, async (input) => {
    const { added, changed } = await member.write(applyImport, id, input)
    return redirectWithNotice(
      paths.licenseImport(member.district, id),
      `Applied: ${added} new, ${changed} changed.`,
    )
  })
}

export default function LicenseImport() {
  const { id, fileName, preview, outcome, rejected, leftOut, isGone } =
    useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const counts = preview?.counts ?? outcome
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Licenses', href: paths.managedLicenses(district) },
              { label: 'Import licenses', href: paths.newLicenseImport(district) },
            ]}
          />
        }
        title={fileName}
        lead={preview ? 'Nothing has changed yet. This is what the file would change.' : undefined}
      />
      {isGone && (
        <Notice title="This file is not kept any more">
          It was not applied within a week. Hand it in again.
        </Notice>
      )}
      {counts && (
        <p className="mb-6 text-lg">
          {counts.added} new, {counts.changed} changed, {counts.unchanged} as they were,{' '}
          {rejected.rows} rejected.
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="mb-6 max-w-line text-ink-quiet">
          Of columns with these names nothing was read or kept: {leftOut.join(', ')}.
        </p>
      )}
      {preview && <ApplyForm counts={preview.counts} rejected={rejected.rows} reply={reply} />}
      <RejectedRows id={id} rejected={rejected} />
      {preview && (
        <>
          <PreviewTable title="New" rows={preview.added} total={preview.counts.added} />
          <PreviewTable title="Changed" rows={preview.changed} total={preview.counts.changed} />
        </>
      )}
    </>
  )
}
