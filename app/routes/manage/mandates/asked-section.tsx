import type { Strength } from '#db/words'
import { ASKED_NAMES, ASKED_STATES, type AskedFilter } from '~/domain/mandates/asked'
import type { getAsked } from '~/domain/mandates/standing.server'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { PrintButton } from '~/parts/print-button'
import { FilterChips } from '~/ui/filter-chips'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { AskedTable } from './asked-table'

type Asked = Awaited<ReturnType<typeof getAsked>>
type Counts = { asked: number; overdue: number; due: number; ahead: number }

/** How those who are asked stand: by school, and one by one. */
export function AskedSection(props: {
  counts: Counts
  asked: Asked
  proof: Strength
  filter: AskedFilter
  csv: string
}) {
  const { counts, asked, proof, filter, csv } = props
  const { people, schools } = asked
  const url = useListUrl()
  const school = schools.find(({ id }) => id === filter.organizationId)
  const to = (change: Record<string, string | null>) => `${url(change)}#people`
  return (
    <>
      {schools.length > 0 && (
        <Section title="By school">
          <Schools schools={schools} href={(id) => to({ organization: id })} />
        </Section>
      )}
      <Section
        title="People"
        id="people"
        action={
          <div className="flex flex-wrap gap-2 print:hidden">
            <LongTableLink href={`${csv}${url({})}`}>CSV</LongTableLink>
            <PrintButton />
          </div>
        }
      >
        <div className="mb-4 space-y-3 print:hidden">
          <FilterChips
            label="State"
            chips={ASKED_STATES.map((state) => ({
              label: ASKED_NAMES[state],
              count: counts[state],
              active: filter.state === state,
              href: to({ state: filter.state === state ? null : state }),
            }))}
          />
          {school && (
            <FilterChips
              label="Only"
              chips={[{ label: school.name, active: true, href: to({ organization: null }) }]}
            />
          )}
        </div>
        {people.total === 0 ? (
          <p className="text-ink-quiet">Nobody.</p>
        ) : (
          <AskedTable people={people} sort={filter.sort} proof={proof} />
        )}
        <Pagination
          page={people.page}
          pageCount={people.pages}
          href={(page) => url({ page }, 'keep page')}
        />
      </Section>
    </>
  )
}

function Schools(props: { schools: Asked['schools']; href: (id: string) => string }) {
  return (
    <Table
      caption="How many are asked at each school"
      captionHidden
      dense
      rows={props.schools}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: 'School',
          rowHead: true,
          cell: ({ id, name }) => <TextLink href={props.href(id)}>{name}</TextLink>,
        },
        { key: 'asked', head: 'Asked', numeric: true, cell: ({ asked }) => figure(asked) },
        { key: 'overdue', head: 'Overdue', numeric: true, cell: ({ overdue }) => figure(overdue) },
        { key: 'due', head: 'Due', numeric: true, cell: ({ due }) => figure(due) },
        {
          key: 'ahead',
          head: 'Nothing due now',
          numeric: true,
          cell: ({ ahead }) => figure(ahead),
        },
      ]}
    />
  )
}

const figure = (count: number) => Number(count).toLocaleString('en-US')
