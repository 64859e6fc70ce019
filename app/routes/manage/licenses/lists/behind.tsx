import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBehind } from '~/domain/renewal-lists/behind.server'
import { listChoices } from '~/domain/renewal-lists/standings.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { formatExactDay } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { BehindFilters } from './behind-filters'
import { BehindTable } from './behind-table'
import { ListHeader } from './list-header'
import { behindRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Not on target · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = behindRequestOf(args.request)
  const page = queryOf(args.request).page()
  const found = await member.read(listBehind, { ...filter, page })
  return { found, filter, choices: await member.read(listChoices) }
}

export default function NotOnTarget() {
  const { found, filter, choices } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const url = useListUrl()
  const isNarrowed = Boolean(filter.reason ?? filter.months)
  return (
    <>
      <ListHeader
        current="behind"
        title="Not on target"
        lead={`${counted(found.behind, 'renewal is', 'renewals are')} behind or ended incomplete, of ${counted(found.cycles, 'open cycle', 'open cycles')}, on ${formatExactDay(today)}.`}
        csv={paths.licensesBehindCsv(district)}
      />
      {found.cycles > 0 && <BehindFilters filter={filter} choices={choices} />}
      {found.total > 0 ? (
        <BehindTable found={found} sort={url.sort(filter.sort)} />
      ) : (
        <EmptyState
          title={empty(found, isNarrowed)}
          icon="check-circle"
          action={isNarrowed && <TextLink href="?">Show everybody</TextLink>}
        >
          {found.cycles === 0
            ? 'When educators have added their licenses, or you have imported them, those who are behind stand here with what is short.'
            : 'Here stands who is behind the pace of their cycle, or at its end with something missing. Many districts look twice a year.'}
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

function empty({ cycles }: { cycles: number }, isNarrowed: boolean) {
  if (cycles === 0) return 'No renewal cycle here yet'
  return isNarrowed ? 'Nobody fits' : 'Everybody is on course'
}

export type Found = ReturnType<typeof useLoaderData<typeof loader>>['found']
