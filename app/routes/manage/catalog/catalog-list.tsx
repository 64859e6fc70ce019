import { Form } from '@remix-run/react'
import type { Page } from '~/domain/listing'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import type { CatalogFilter } from './catalog-filter.server'

type Entry = { id: string; title: string }

/** One half of the catalog: found by title, changed beside, retired in place. */
export function CatalogList<Row extends Entry>(props: {
  what: { one: string; many: string }
  page: Page<Row>
  filter: CatalogFilter
  details: Column<Row>[]
  teaching: string
}) {
  const { what, page, filter } = props
  const url = useListUrl()
  const isNarrowed = filter.isRetired || filter.text !== undefined
  return (
    <div className="min-w-0">
      <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
        <Form method="get" className="flex items-end gap-2">
          {filter.isRetired && <input type="hidden" name="show" value="retired" />}
          <TextField
            id="find"
            name="text"
            type="search"
            label="Find by title"
            defaultValue={filter.text}
          />
          <Button>Find</Button>
        </Form>
        <FilterChips
          label="State"
          chips={[
            {
              label: 'Retired',
              active: filter.isRetired,
              href: url({ show: filter.isRetired ? null : 'retired', edit: null }),
            },
          ]}
          clearHref={isNarrowed ? '?' : undefined}
        />
      </div>
      {page.total === 0 ? (
        <EmptyState
          title={isNarrowed ? `No ${what.one} fits` : `No ${what.one} yet`}
          icon={isNarrowed ? 'filter' : 'course'}
        >
          {isNarrowed ? 'Nothing in the catalog fits what you are looking for.' : props.teaching}
        </EmptyState>
      ) : (
        <Table
          caption={counted(page.total, what.one, what.many)}
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', head: 'Title', rowHead: true, cell: ({ title }) => title },
            ...props.details,
            {
              key: 'tools',
              head: 'Tools',
              headHidden: true,
              cell: (row) => !filter.isRetired && <Tools entry={row} />,
            },
          ]}
        />
      )}
      <Pagination
        page={page.page}
        pageCount={page.pages}
        href={(next) => url({ page: next }, 'keep page')}
      />
    </div>
  )
}

function Tools({ entry }: { entry: Entry }) {
  const url = useListUrl()
  return (
    <div className="flex items-center gap-1 md:justify-end">
      <ButtonLink
        href={`${url({ edit: entry.id }, 'keep page')}#entry`}
        size="small"
        tone="quiet"
        aria-label={`Change “${entry.title}”`}
      >
        Change
      </ButtonLink>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={entry.id} />
        <Button
          size="small"
          tone="quiet"
          name="intent"
          value="retire"
          aria-label={`Retire “${entry.title}”`}
        >
          Retire
        </Button>
      </Form>
    </div>
  )
}
