import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** How a figure moved; without a color, for more is not always better. */
export type Trend = { direction: 'up' | 'down' | 'flat'; words: string }

const arrows = { up: '-rotate-45', down: 'rotate-45', flat: '' }

/** A figure to remember, what it counts, and how it moved. */
export function Stat(props: {
  label: ReactNode
  value: ReactNode
  /** Beside the figure, smaller: "of 1,204". */
  unit?: ReactNode
  trend?: Trend
  note?: ReactNode
  /** Leads to the rows behind the figure. */
  href?: string
}) {
  const figure = (
    <>
      {props.value}
      {props.unit && (
        <span className="ml-1.5 text-lg font-normal text-ink-quiet">{props.unit}</span>
      )}
    </>
  )
  return (
    <div className="flex min-w-0 flex-col border-t-2 border-ink pt-3 print:break-inside-avoid">
      <dt className="order-2 mt-1 font-medium">{props.label}</dt>
      <dd className="order-1 font-serif text-3xl font-semibold">
        {props.href ? (
          <Link to={props.href} className="rounded-mark hover:text-accent hover:underline">
            {figure}
          </Link>
        ) : (
          figure
        )}
      </dd>
      {props.trend && (
        <dd className="order-3 mt-1 flex items-start gap-1.5 text-sm text-ink-quiet">
          <span className={`mt-0.5 ${arrows[props.trend.direction]}`}>
            <Icon name="arrow" size="small" />
          </span>
          {props.trend.words}
        </dd>
      )}
      {props.note && <dd className="order-4 mt-1 text-sm text-ink-quiet">{props.note}</dd>}
    </div>
  )
}

/** Three figures in a row at most: more is a table. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className="grid gap-8 sm:grid-cols-3">{children}</dl>
}
