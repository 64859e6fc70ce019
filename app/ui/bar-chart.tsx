import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { useId } from 'react'
import { seriesFill, SeriesPatterns, SeriesSwatch } from './series'

/** A row of bars: one value for each series, in their order. */
export type BarRow = { label: string; values: number[]; note?: string }

/** Horizontal bars, stacked by series. Always beside its table: see `ChartWithTable`. */
export function BarChart(props: {
  /** What is shown, and what it shows: read out instead of the bars. */
  title: string
  description?: string
  series: string[]
  rows: BarRow[]
  /** The end of the scale; defaults to the largest row. 100 for shares. */
  max?: number
  format?: (value: number) => string
}) {
  const chart = useId()
  const format = props.format ?? ((value: number) => value.toLocaleString('en-US'))
  const totals = props.rows.map((row) => row.values.reduce((all, value) => all + value, 0))
  const scale = scaleLinear()
    .domain([0, props.max ?? Math.max(...totals, 1)])
    .range([0, 100])
  if (props.max === undefined) scale.nice(5)
  const layers = stack<BarRow, number>()
    .keys(props.series.keys())
    .value((row, series) => row.values[series] ?? 0)(props.rows)
  const ticks = scale.ticks(3)
  const at = (value: number) => `${Math.round(scale(value) * 100) / 100}%`

  return (
    <div role="img" aria-label={[props.title, props.description].filter(Boolean).join('. ')}>
      {props.series.length > 1 && (
        <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {props.series.map((name, series) => (
            <li key={name} className="flex items-center gap-2">
              <SeriesSwatch series={series} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-sm sm:grid-cols-[minmax(6rem,max-content)_1fr_auto]">
        {props.rows.map((row, index) => (
          <div
            key={`${index} ${row.label}`}
            className="col-span-2 grid grid-cols-subgrid items-center sm:col-span-3"
          >
            <span className="max-sm:col-span-2 sm:max-w-60">{row.label}</span>
            <svg width="100%" height={20} data-mark className="block overflow-visible">
              {index === 0 && (
                <defs>
                  <SeriesPatterns chart={chart} series={props.series.keys()} />
                  <g id={`${chart}grid`} className="stroke-line">
                    {ticks.map((tick) => (
                      <line key={tick} x1={at(tick)} x2={at(tick)} y1={-4} y2={24} />
                    ))}
                  </g>
                </defs>
              )}
              <use href={`#${chart}grid`} />
              {layers.map((layer, series) => {
                const [start, end] = layer[index] ?? [0, 0]
                if (start === end) return null
                return (
                  <rect
                    key={layer.key}
                    x={at(start)}
                    width={at(end - start)}
                    height={20}
                    fill={seriesFill(chart, series)}
                    className="stroke-card"
                  />
                )
              })}
            </svg>
            <span className="text-right font-semibold tabular-nums">
              {row.note ?? format(totals[index] ?? 0)}
            </span>
          </div>
        ))}
        <svg
          width="100%"
          height={20}
          aria-hidden
          className="overflow-visible fill-ink-quiet text-sm sm:col-start-2"
        >
          {ticks.map((tick) => (
            <text key={tick} x={at(tick)} y={15} textAnchor={tickAnchor(scale(tick))}>
              {format(tick)}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

/** Keeps the words of the first and the last tick inside of the chart. */
function tickAnchor(place: number) {
  if (place < 3) return 'start'
  return place > 97 ? 'end' : 'middle'
}
