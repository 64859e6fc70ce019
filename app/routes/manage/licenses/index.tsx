import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LICENSE_FILTERS, type LicenseFilter } from '~/domain/licenses/license'
import { listDistrictLicenses } from '~/domain/licenses/listing.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { LicenseFilters } from './license-filters'
import { LicenseTable } from './license-table'
import { LicenseTabs } from './license-tabs'

export const meta: MetaFunction = () => [{ title: 'Licenses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const filter = {
    standing: query.oneOf('standing', Object.keys(LICENSE_FILTERS) as LicenseFilter[]),
    name: query.text('name'),
  }
  return {
    filter,
    licenses: await member.read(listDistrictLicenses, { ...filter, page: query.page() }),
  }
}

export default function Licenses() {
  const { filter, licenses } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const isNarrowed = Boolean(filter.standing ?? filter.name)
  const handIn = licenses.can.import && (
    <ButtonLink href={paths.newLicenseImport(district)} tone="primary" icon="upload">
      Import licenses
    </ButtonLink>
  )
  if (licenses.total === 0 && !isNarrowed) {
    return (
      <>
        <PageHeader title="Licenses">
          <LicenseTabs current="licenses" />
        </PageHeader>
        <EmptyState title="No license yet" icon="calendar" action={handIn}>
          Educators add their own licenses under “License renewal”. A CSV file from the office
          brings in many at once; you see what it would change before anything changes.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Licenses" lead="The next to expire comes first." action={handIn}>
        <LicenseTabs current="licenses" />
      </PageHeader>
      <LicenseFilters filter={filter} />
      {licenses.rows.length > 0 ? (
        <LicenseTable licenses={licenses} />
      ) : (
        <p className="text-ink-quiet">None of the licenses is like that.</p>
      )}
      <Pagination
        page={licenses.page}
        pageCount={licenses.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
