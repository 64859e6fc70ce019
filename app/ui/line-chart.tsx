import { scaleLinear, scalePoint } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'

/** A value at a time; `null` where nothing is known. */
export type LinePoint = { label: string; value: number | null }

const height = 100

/** A small trend: one line, its first and last value in words. */
export function LineChart(props: {
  title: string
  description?: string
  points: LinePoint[]
  /** The ends of the scale; from zero by default. */
  domain?: [number, number]
  format?: (value: number) => string
}) {
  const format = props.format ?? ((value: number) => value.toLocaleString('en-US'))
  const known = props.points.filter((point) => point.value !== null)
  const first = known[0]
  const last = known.at(-1)
  const x = scalePoint(
    props.points.map((point) => point.label),
    [0, 100],
  )
  const y = scaleLinear()
    .domain(props.domain ?? [0, Math.max(...known.map((point) => point.value ?? 0), 1)])
    .nice(3)
    .range([height, 0])
  const path = line<LinePoint>()
    .defined((point) => point.value !== null)
    .x((point) => x(point.label) ?? 0)
    .y((point) => y(point.value ?? 0))
    .curve(curveMonotoneX)(props.points)

  return (
    <div role="img" aria-label={[props.title, props.description].filter(Boolean).join('. ')}>
      <div className="grid grid-cols-[auto_1fr] gap-x-3 text-sm text-ink-quiet">
        <svg
          width={labelWidth(y.ticks(3).map(format))}
          height={128}
          aria-hidden
          className="fill-ink-quiet tabular-nums"
        >
          {y.ticks(3).map((tick) => (
            <text key={tick} x="100%" y={labelPlace(y(tick))} textAnchor="end">
              {format(tick)}
            </text>
          ))}
        </svg>
        <svg
          width="100%"
          height={128}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          data-mark
          className="overflow-visible py-2"
        >
          {y.ticks(3).map((tick) => (
            <path
              key={tick}
              d={`M0 ${y(tick)}H100`}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path
            d={path ?? ''}
            className="fill-none stroke-series-1"
            strokeWidth={2.5}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
          {known.map((point) => (
            <path
              key={point.label}
              d={`M${x(point.label)} ${y(point.value ?? 0)}h0`}
              className="stroke-series-1"
              strokeWidth={point === last ? 9 : 5}
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </div>
      {first && last && (
        <p className="mt-1 flex justify-between gap-4 text-sm">
          <span className="text-ink-quiet">
            {first.label} <span className="tabular-nums">{format(first.value ?? 0)}</span>
          </span>
          <span>
            {last.label} <strong className="tabular-nums">{format(last.value ?? 0)}</strong>
          </span>
        </p>
      )}
    </div>
  )
}

/* The plot has a padding of 8 above and below, and the text sits on its baseline. */
const labelPlace = (y: number) => 8 + (y / height) * 112 + 5
const labelWidth = (labels: string[]) => Math.max(...labels.map(({ length }) => length)) * 9 + 4
