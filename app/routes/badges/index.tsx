import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AWARD_STATES, type AwardState } from '~/domain/badges/award'
import { listOwnAwards } from '~/domain/badges/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { AwardTable } from './award-table'

export const meta: MetaFunction = () => [{ title: 'Badges · Cairn' }]

const STATES = Object.keys(AWARD_STATES) as AwardState[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const state = query.oneOf('state', STATES)
  return { list: await member.read(listOwnAwards, { state, page: query.page() }), state }
}

export default function Awards() {
  const { list, state } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const record = (
    <ButtonLink href={paths.newAward(district)} tone="primary" icon="plus">
      Record a badge
    </ButtonLink>
  )
  if (list.total === 0 && !state) {
    return (
      <>
        <PageHeader title="Badges" />
        <EmptyState title="No badge yet" icon="badge" action={record}>
          Google, Apple, Microsoft, ISTE, a micro-credential: record what you earned elsewhere. It
          shows as not verified until somebody has checked it.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Badges"
        lead="What you earned elsewhere, and who has checked it."
        action={record}
      />
      <div className="mb-6">
        <FilterChips
          label="State"
          chips={STATES.map((value) => ({
            label: AWARD_STATES[value],
            active: state === value,
            href: url({ state: state === value ? null : value }),
          }))}
        />
      </div>
      {list.total === 0 ? (
        <EmptyState
          title="No badge fits"
          icon="filter"
          action={<TextLink href="?">Show all badges</TextLink>}
        >
          None of your badges is in this state.
        </EmptyState>
      ) : (
        <AwardTable list={list} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
