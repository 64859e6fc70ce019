import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getRecord, openRecord } from '~/domain/record/record.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { RecordSections } from '~/parts/record-sections'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name ?? 'Record'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.member)
  await member.write(openRecord, id)
  return member.read(getRecord, id)
}

export default function StaffMember() {
  const record = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          !record.isOwn && <Breadcrumbs items={[{ label: 'Staff', href: paths.staff(district) }]} />
        }
        title={record.member.name}
        lead={record.member.organizations.map(({ name }) => name).join(' · ')}
      />
      {!record.isOwn && (
        <Notice icon="eye">
          {record.member.givenName} sees that you opened this record today.
        </Notice>
      )}
      <RecordSections record={record} />
    </>
  )
}
