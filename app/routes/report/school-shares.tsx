import { ShareBars, SpreadBars } from '~/parts/share-bars'
import type { Spread } from '~/parts/spread'

/** A share of each school, or of many schools how many have which; in percent, null where it is not told. */
export function SchoolShares<School extends { name: string }>(props: {
  title: string
  /** What the share is of: "At or above". */
  series: string
  schools: readonly School[]
  /** What the schools are together, where they are not told one by one. */
  spread: Spread | null
  percentOf: (school: School) => number | null
}) {
  const { title, series, schools, spread, percentOf } = props
  if (spread) return <SpreadBars title={title} many="schools" spread={spread} />
  return (
    <ShareBars
      many="schools"
      isEachShown
      title={title}
      series={series}
      rows={schools.map((school) => ({ label: school.name, percent: percentOf(school) }))}
    />
  )
}
