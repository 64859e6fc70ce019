import type { ReactNode } from 'react'
import { BarChart } from '~/ui/bar-chart'
import { Disclosure } from '~/ui/disclosure'
import { areMany, FIFTHS, type Spread, spreadOf } from './spread'

type Many = {
  /** What they are: "schools". */
  many: string
  /** Of many, whether each is shown at once. */
  isEachShown?: boolean
}

/** A chart with a bar for each, such as schools; of many, below another that tells of all at a glance. */
export function EachBar(
  props: Many & {
    count: number
    together: ReactNode
    each: () => ReactNode
  },
) {
  const { count, many, isEachShown, together, each } = props
  if (!areMany(count)) return each()
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
  const { title, series, many, isEachShown = false } = props
  const rows = props.rows.flatMap(({ label, percent }) =>
    percent === null ? [] : [{ label, percent }],
  )
  if (rows.length === 0) return NO_SHARE
  return (
    <>
      <EachBar
        count={rows.length}
        many={many}
        isEachShown={isEachShown}
        together={
          <Fifths
            title={title}
            many={many}
            spread={spreadOf(props.rows.map(({ percent }) => percent))}
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
      <Untold untold={props.rows.length - rows.length} of={props.rows.length} many={many} />
    </>
  )
}

/** How many of many have which share. */
export function SpreadBars(props: { title: string; many: string; spread: Spread }) {
  const { counts, untold } = props.spread
  const told = counts.reduce((sum, count) => sum + count, 0)
  if (told === 0) return NO_SHARE
  return (
    <>
      <Fifths {...props} />
      <Untold untold={untold} of={told + untold} many={props.many} />
    </>
  )
}

const NO_SHARE = <p className="text-ink-quiet">No share is told: there are none, or too few.</p>

const Fifths = ({ title, many, spread }: { title: string; many: string; spread: Spread }) => (
  <BarChart
    title={`${title}: how many ${many} have which share`}
    series={[capitalized(many)]}
    format={(value) => String(Math.round(value))}
    rows={FIFTHS.map(({ from, upTo }, at) => ({
      label: `${from} to ${upTo}%`,
      values: [spread.counts[at]!],
    }))}
  />
)

function Untold({ untold, of, many }: { untold: number; of: number; many: string }) {
  if (untold === 0) return null
  return (
    <p className="mt-2 text-sm text-ink-quiet">
      Not shown: {untold} of {of} {many}, which have none or too few to tell.
    </p>
  )
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
