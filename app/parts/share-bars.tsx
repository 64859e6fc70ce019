import type { ReactNode } from 'react'
import { BarChart } from '~/ui/bar-chart'
import { Disclosure } from '~/ui/disclosure'

/** So many are looked at one by one; of more, first at what they are together. */
const FEW = 24
const BOUNDS = [20, 40, 60, 80, 100]

type Many = {
  /** What they are: "schools". */
  many: string
  /** Of many, whether each is shown as well: where the address says so. Folded away where it says nothing. */
  isEachShown?: boolean
}

/** Whether so many are charted by what they are together, and none of them one by one. */
export const areTogether = (count: number, isEachShown: boolean) => count > FEW && !isEachShown

/** A chart with a bar for each, such as schools; of many, below another that tells of all at a glance. */
export function EachBar(
  props: Many & {
    count: number
    together: ReactNode
    each: () => ReactNode
  },
) {
  const { count, many, isEachShown, together, each } = props
  if (count <= FEW) return each()
  if (isEachShown === false) return together
  return (
    <div className="space-y-3">
      {together}
      {isEachShown ? (
        each()
      ) : (
        <Disclosure summary="One by one" note={`${count} ${many}`}>
          {each()}
        </Disclosure>
      )}
    </div>
  )
}

/** A share of each in percent, null where it is not told; of many first how many have which. What is not told has no bar. */
export function ShareBars(
  props: Many & {
    title: string
    /** What the share is of: "At or above". */
    series: string
    rows: readonly { label: string; percent: number | null }[]
  },
) {
  const { title, series, many, isEachShown } = props
  const rows = props.rows.flatMap(({ label, percent }) =>
    percent === null ? [] : [{ label, percent }],
  )
  const untold = props.rows.length - rows.length
  if (rows.length === 0) return <p className="text-ink-quiet">No share is told of so few people.</p>
  return (
    <>
      <EachBar
        count={rows.length}
        many={many}
        isEachShown={isEachShown}
        together={
          <BarChart
            title={`${title}: how many ${many} have which share`}
            series={[capitalized(many)]}
            format={(value) => String(Math.round(value))}
            rows={spreadOf(rows.map(({ percent }) => percent))}
          />
        }
        each={() => (
          <BarChart
            title={title}
            series={[series]}
            max={100}
            format={(value) => `${Math.round(value)}%`}
            rows={rows.map(({ label, percent }) => ({ label, values: [percent] }))}
          />
        )}
      />
      {untold > 0 && (
        <p className="mt-2 text-sm text-ink-quiet">
          Not shown: {untold} of {props.rows.length} {many}, which are of too few people.
        </p>
      )}
    </>
  )
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** How many of some shares, rounded to whole percent, lie in each fifth. */
function spreadOf(shares: number[]) {
  const whole = shares.map(Math.round)
  return BOUNDS.map((upTo, at) => {
    const from = at === 0 ? 0 : BOUNDS[at - 1]! + 1
    const count = whole.filter((share) => share >= from && share <= upTo).length
    return { label: `${from} to ${upTo}%`, values: [count] }
  })
}
