import { ENROLLED_STATES, type EnrolledState } from '~/domain/pathways/enrolled'
import type { EnrolledFilter, EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useListUrl } from '~/parts/list-url'
import { FilterChips } from '~/ui/filter-chips'

const STATES = Object.keys(ENROLLED_STATES) as EnrolledState[]

/** Which of the people to look at; the questions a coordinator has, with how many they are. */
export function EnrolledFilters(props: {
  counts: EnrolledPage['counts']
  schools: EnrolledPage['schools']
  filter: EnrolledFilter
}) {
  const { counts, schools, filter } = props
  const url = useListUrl()
  const school = schools.find(({ id }) => id === filter.organizationId)
  return (
    <div className="mb-4 space-y-3">
      <FilterChips
        label="State"
        chips={STATES.filter((state) => counts[state] > 0 || filter.state === state).map(
          (state) => ({
            label: ENROLLED_STATES[state],
            count: counts[state],
            active: filter.state === state,
            href: `${url({ state: filter.state === state ? null : state })}#people`,
          }),
        )}
      />
      {school && (
        <FilterChips
          label="School"
          chips={[
            { label: school.name, active: true, href: `${url({ organization: null })}#people` },
          ]}
        />
      )}
    </div>
  )
}
