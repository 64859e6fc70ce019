import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listExpiring } from '~/domain/renewal-lists/expiring.server'
import { listChoices } from '~/domain/renewal-lists/standings.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { formatExactDay } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { DateField } from '~/ui/field'
import { Pagination } from '~/ui/pagination'
import { ExpiringTable } from './expiring-table'
import { ListHeader } from './list-header'
import { PartFields } from './part-fields'
import { expiringRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Expiring licenses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = expiringRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listExpiring, { ...filter, page })
  return { found, filter, choices: await member.read(listChoices) }
}

export default function Expiring() {
  const { found, filter, choices } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <ListHeader
        current="expiring"
        title="Expiring licenses"
        lead={`${counted(found.total, 'license expires', 'licenses expire')} by ${formatExactDay(filter.by)}, or ${found.total === 1 ? 'has' : 'have'} expired already.`}
        csv={paths.licensesExpiringCsv(district)}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <DateField name="by" label="By" defaultValue={filter.by} />
        <PartFields choices={choices} filter={filter} />
        <Button icon="filter">Show</Button>
      </Form>
      {found.total > 0 ? (
        <ExpiringTable found={found} />
      ) : (
        <EmptyState title="No license expires by then" icon="calendar">
          Licenses of those who work here stand in this list from the day you choose backwards; an
          extension keeps one out until it ends.
        </EmptyState>
      )}
      <Pagination
        page={found.page}
        pageCount={found.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}

export type Found = ReturnType<typeof useLoaderData<typeof loader>>['found']
