import type { EnrolledFilter, EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { PrintButton } from '~/parts/print-button'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { BlockedByUs } from './blocked-by-us'
import { EnrolledFilters } from './enrolled-filters'
import { EnrolledTable } from './enrolled-table'
import { Funnel } from './funnel'
import { SchoolTable } from './school-table'
import { StepsStoodAt } from './steps-stood-at'

/** How far the people on a pathway are: all together, at which step, by school, and one by one. */
export function EnrolledView(props: {
  page: EnrolledPage
  filter: EnrolledFilter
  /** Where the same people are a table to save; where they are reminded and given more time, for those who may. */
  hrefs: { csv: string; reminder?: string; granting?: (row: { id: string }) => string }
}) {
  const { page, filter } = props
  const { counts, schools, steps } = page
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
        <Funnel counts={counts} />
      </Section>
      {steps.length > 0 && (
        <div className="grid gap-x-12 xl:grid-cols-2">
          <StepsStoodAt steps={steps} current={filter.stepKey} />
          <BlockedByUs page={page} />
        </div>
      )}
      <Section title="By school">
        <SchoolTable schools={schools} current={filter.organizationId} />
      </Section>
      <People {...props} />
    </>
  )
}

function People({ page, filter, hrefs }: Parameters<typeof EnrolledView>[0]) {
  const { people, steps } = page
  const url = useListUrl()
  return (
    <Section
      title="People"
      id="people"
      action={
        <div className="flex flex-wrap gap-2 print:hidden">
          {hrefs.reminder && page.may.remind && (
            <ButtonLink href={`${hrefs.reminder}${url({})}`} icon="mail">
              Remind them
            </ButtonLink>
          )}
          <LongTableLink href={`${hrefs.csv}${url({})}`}>CSV</LongTableLink>
          <PrintButton />
        </div>
      }
    >
      <EnrolledFilters page={page} filter={filter} />
      {people.total === 0 ? (
        <p className="mt-6 text-ink-quiet">
          Nobody fits. Take one of the filters away to see more people.
        </p>
      ) : (
        <EnrolledTable people={people} steps={steps} sort={filter.sort} granting={hrefs.granting} />
      )}
      <Pagination
        page={people.page}
        pageCount={people.pages}
        href={(next) => url({ page: next }, 'keep page')}
      />
    </Section>
  )
}
