import {
  DUE_WINDOWS,
  type DueWindow,
  ENROLLED_STATES,
  type EnrolledState,
} from '~/domain/pathways/enrolled'
import type { EnrolledFilter, EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useListUrl } from '~/parts/list-url'
import { FilterChips } from '~/ui/filter-chips'

const STATES = Object.keys(ENROLLED_STATES) as EnrolledState[]
const WINDOWS = Object.keys(DUE_WINDOWS) as DueWindow[]

/** Which of the people to look at; the questions a coordinator has, with how many they are. */
export function EnrolledFilters(props: {
  page: Pick<EnrolledPage, 'counts' | 'schools' | 'steps'>
  filter: EnrolledFilter
}) {
  const { page, filter } = props
  const { counts, schools, steps } = page
  const url = useListUrl()
  const people = (change: Record<string, string | null>) => `${url(change)}#people`
  const school = schools.find(({ id }) => id === filter.organizationId)
  const step = steps.find(({ stepKey }) => stepKey === filter.stepKey)
  const chosen = [
    ...(school ? [{ label: school.name, active: true, href: people({ organization: null }) }] : []),
    ...(step
      ? [
          {
            label: `Step ${step.number}, ${step.title}`,
            active: true,
            href: people({ step: null }),
          },
        ]
      : []),
  ]
  return (
    <div className="mb-4 space-y-3 print:hidden">
      <FilterChips
        label="State"
        chips={STATES.filter((state) => counts[state] > 0 || filter.state === state).map(
          (state) => ({
            label: ENROLLED_STATES[state],
            count: counts[state],
            active: filter.state === state,
            href: people({ state: filter.state === state ? null : state }),
          }),
        )}
      />
      <FilterChips
        label="Due"
        chips={WINDOWS.map((due) => ({
          label: DUE_WINDOWS[due],
          active: filter.due === due,
          href: people({ due: filter.due === due ? null : due }),
        }))}
      />
      {chosen.length > 0 && <FilterChips label="Only" chips={chosen} />}
    </div>
  )
}
