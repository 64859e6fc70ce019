import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listHolds } from '~/domain/holds/holds.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { RetentionTabs } from '../retention-tabs'
import { HoldTable } from './hold-table'

export const meta: MetaFunction = () => [{ title: 'Legal holds · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const isReleased = query.oneOf('standing', ['released']) !== undefined
  const holds = await member.read(listHolds, { standing: !isReleased, page: query.page() })
  return { holds, isReleased }
}

export default function Holds() {
  const { holds, isReleased } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        title="Legal holds"
        lead="While a hold stands on a person, or on everybody, nothing of theirs is destroyed, and nobody can delete it."
        action={
          holds.can.place && (
            <ButtonLink href={paths.newHold(district)} tone="primary" icon="lock">
              Place a hold
            </ButtonLink>
          )
        }
      >
        <RetentionTabs current="holds" />
      </PageHeader>
      <div className="mb-6">
        <FilterChips
          label="Show"
          chips={[
            {
              label: 'Released',
              href: url({ standing: isReleased ? null : 'released' }),
              active: isReleased,
              count: holds.counts.released,
            },
          ]}
        />
      </div>
      {holds.total > 0 ? (
        <HoldTable holds={holds} />
      ) : (
        <EmptyState title={isReleased ? 'No hold was released' : 'No hold stands'} icon="lock">
          A lawsuit, a grievance, an audit or a request for records can make it a duty to keep what
          the schedule would let go. Place a hold as soon as you hear of one.
        </EmptyState>
      )}
      <Pagination
        page={holds.page}
        pageCount={holds.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}

export type Holds = ReturnType<typeof useLoaderData<typeof loader>>['holds']
