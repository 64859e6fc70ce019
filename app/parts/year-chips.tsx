import { schoolYearName } from '~/domain/calendar'
import { FilterChips } from '~/ui/filter-chips'

/** The school years of a list to choose from, where there is a choice. */
export function YearChips(props: {
  years: number[]
  chosen: number | undefined
  /** The address of the list in a year; in all of them for null. */
  href: (year: number | null) => string
}) {
  const { years, chosen, href } = props
  if (years.length < 2) return null
  return (
    <FilterChips
      label="School year"
      chips={years.map((year) => ({
        label: schoolYearName(year),
        active: chosen === year,
        href: href(chosen === year ? null : year),
      }))}
    />
  )
}
