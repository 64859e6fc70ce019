import type { Affected } from '~/domain/pathways/affected.server'
import { type Effect, EFFECTS } from '~/domain/pathways/moving'
import { useListUrl } from '~/parts/list-url'
import { FilterChips } from '~/ui/filter-chips'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

/** Who is under way, and what the new version means for each of them. */
export function AffectedPeople({ affected }: { affected: Affected }) {
  const { counts, effect, people } = affected
  const url = useListUrl()
  return (
    <Section title="Who is affected" lead="Nothing has happened yet. This is what publishing does.">
      <div className="mb-4">
        <FilterChips
          label="Effect"
          chips={(Object.keys(EFFECTS) as Effect[])
            .filter((each) => counts[each] > 0)
            .map((each) => ({
              label: `${EFFECTS[each]}: ${counts[each].toLocaleString('en-US')}`,
              active: each === effect,
              href: url({ effect: each }),
            }))}
        />
      </div>
      <Table
        caption={EFFECTS[effect]}
        captionHidden
        rows={people.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
          { key: 'workplace', head: 'School', cell: ({ workplace }) => workplace },
          { key: 'before', head: 'Now', cell: ({ before }) => stepsOf(before) },
          { key: 'after', head: 'Then', cell: ({ after }) => stepsOf(after) },
          {
            key: 'kept',
            head: 'Keeps',
            cell: ({ kept }) => kept.map((title) => `“${title}”`).join(', '),
          },
        ]}
      />
      <Pagination
        page={people.page}
        pageCount={people.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </Section>
  )
}

const stepsOf = ({ completed, required }: { completed: number; required: number }) =>
  `${completed} of ${required}`
