import type { ReactNode } from 'react'
import { BarChart } from '~/ui/bar-chart'
import { Disclosure } from '~/ui/disclosure'

/** So many schools are looked at one by one; of more, each is folded away below what they are together. */
const FEW = 24
const BOUNDS = [20, 40, 60, 80, 100]

/** A chart with a bar for each school; of many schools, below another that tells of all at a glance. */
export function EachSchool(props: { schools: number; together: ReactNode; each: ReactNode }) {
  if (props.schools <= FEW) return props.each
  return (
    <div className="space-y-3">
      {props.together}
      <Disclosure summary="School by school" note={`${props.schools} schools`}>
        {props.each}
      </Disclosure>
    </div>
  )
}

/** A share of each school in percent; of many schools first how many have which. */
export function SchoolShares(props: {
  title: string
  /** What the share is of: "At or above". */
  series: string
  rows: { label: string; percent: number }[]
}) {
  const { title, series, rows } = props
  return (
    <EachSchool
      schools={rows.length}
      together={
        <BarChart
          title={`${title}: how many schools have which share`}
          series={['Schools']}
          format={(value) => String(Math.round(value))}
          rows={spreadOf(rows.map(({ percent }) => percent))}
        />
      }
      each={
        <BarChart
          title={title}
          series={[series]}
          max={100}
          format={(value) => `${Math.round(value)}%`}
          rows={rows.map(({ label, percent }) => ({ label, values: [percent] }))}
        />
      }
    />
  )
}

/** How many of some shares, rounded to whole percent, lie in each fifth. */
function spreadOf(shares: number[]) {
  const whole = shares.map(Math.round)
  return BOUNDS.map((upTo, at) => {
    const from = at === 0 ? 0 : BOUNDS[at - 1]! + 1
    const count = whole.filter((share) => share >= from && share <= upTo).length
    return { label: `${from} to ${upTo}% of a school`, values: [count] }
  })
}
