import { useId, type ReactNode } from 'react'
import { seriesFill, SeriesPatterns, SeriesSwatch } from './series'

/** A part of the whole; `words` replaces its bare number in the legend: "6 h". */
export type Segment = { label: string; value: number; words?: string }

const heights = { thin: 8, medium: 16 }

/** Parts of one whole: a thin bar and its legend in words. What is left of `total` stays empty. */
export function SegmentedBar(props: {
  /** What the bar shows, for those who listen. */
  label: string
  segments: Segment[]
  /** Defaults to the sum. */
  total?: number
  /** A mark on the bar, such as the district's yardstick. */
  target?: { value: number; words: string }
  size?: keyof typeof heights
  /** The sentence around already says the numbers. */
  legendHidden?: boolean
  note?: ReactNode
}) {
  const chart = useId()
  const sum = props.segments.reduce((all, segment) => all + segment.value, 0)
  const total = Math.max(props.total ?? sum, sum, props.target?.value ?? 0, 1)
  const height = heights[props.size ?? 'medium']
  const starts = props.segments.map((_, index) =>
    props.segments.slice(0, index).reduce((all, segment) => all + segment.value, 0),
  )
  const percent = (value: number) => `${(value / total) * 100}%`
  const words = (segment: Segment) => segment.words ?? segment.value.toLocaleString('en-US')

  return (
    <div>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`${props.label}: ${props.segments.map((segment) => `${segment.label} ${words(segment)}`).join(', ')}`}
        data-mark
        className="block rounded-mark bg-sunken inset-ring inset-ring-line-strong"
      >
        <defs>
          <SeriesPatterns chart={chart} series={props.segments.keys()} />
        </defs>
        {props.segments.map((segment, index) => (
          <g key={segment.label}>
            <rect
              x={percent(starts[index] ?? 0)}
              width={percent(segment.value)}
              height={height}
              fill={seriesFill(chart, index)}
            />
            {index > 0 && segment.value > 0 && (
              <rect
                x={percent(starts[index] ?? 0)}
                width={2}
                height={height}
                className="fill-card"
              />
            )}
          </g>
        ))}
        {props.target && props.target.value < total && (
          <rect x={percent(props.target.value)} width={2} height={height} className="fill-ink" />
        )}
      </svg>
      {!props.legendHidden && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {props.segments.map((segment, index) => (
            <li key={segment.label} className="flex items-center gap-2">
              <SeriesSwatch series={index} />
              <span>
                {segment.label} <span className="font-semibold tabular-nums">{words(segment)}</span>
              </span>
            </li>
          ))}
          {props.target && <li className="text-ink-quiet">{props.target.words}</li>}
        </ul>
      )}
      {props.note && <p className="mt-2 text-sm text-ink-quiet">{props.note}</p>}
    </div>
  )
}
