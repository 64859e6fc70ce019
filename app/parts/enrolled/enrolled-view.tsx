import type { EnrolledFilter, EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import { SchoolTable } from './school-table'
import { EnrolledFilters } from './enrolled-filters'
import { EnrolledTable } from './enrolled-table'

/** How far the people on a pathway are: all in one bar, by school, and one by one. */
export function EnrolledView({ page, filter }: { page: EnrolledPage; filter: EnrolledFilter }) {
  const { counts, schools, people } = page
  const url = useListUrl()
  if (counts.assigned === 0) {
    return (
      <EmptyState title="Nobody is on it" icon="pathway">
        Once people are enrolled, this page says how far they are, school by school, and who may
        need a hand.
      </EmptyState>
    )
  }
  return (
    <>
      <Section
        title="How far they are"
        lead={`${counts.assigned.toLocaleString('en-US')} active staff are on it.`}
      >
        <SegmentedBar
          label="People on this pathway"
          total={counts.assigned}
          segments={[
            { label: 'Current', value: counts.current },
            { label: 'No longer current', value: counts.lapsed },
            { label: 'Under way', value: counts.under_way },
            { label: 'Not started', value: counts.not_started },
          ]}
        />
      </Section>
      <Section title="By school">
        <SchoolTable schools={schools} current={filter.organizationId} />
      </Section>
      <Section title="People" id="people">
        <EnrolledFilters counts={counts} schools={schools} filter={filter} />
        {people.total === 0 ? (
          <p className="mt-6 text-ink-quiet">Nobody is in this state.</p>
        ) : (
          <EnrolledTable people={people} sort={filter.sort} />
        )}
        <Pagination
          page={people.page}
          pageCount={people.pages}
          href={(next) => url({ page: next }, 'keep page')}
        />
      </Section>
    </>
  )
}
