import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'

/** A chart under its finding, with the way to its numbers. */
export function ChartWithTable(props: {
  /** A sentence about what is counted, when, and who is in the denominator. */
  caption: ReactNode
  chart: ReactNode
  /** The numbers, or a link that shows them. */
  table: ReactNode
  /** "Why this number": the rule behind it. */
  why?: ReactNode
}) {
  return (
    <figure className="min-w-0">
      {props.chart}
      <figcaption className="mt-3 max-w-line text-sm text-ink-quiet">{props.caption}</figcaption>
      <div className="mt-2 space-y-1">
        {props.table}
        {props.why && (
          <Disclosure summary="Why this number">
            <div className="max-w-line text-ink-quiet">{props.why}</div>
          </Disclosure>
        )}
      </div>
    </figure>
  )
}
