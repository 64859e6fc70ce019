import { useId } from 'react'

/** The six series of the charts. Each has a color and a pattern: neither is needed to tell them apart. */
const colors = [
  'var(--series-1)',
  'var(--series-2)',
  'var(--series-3)',
  'var(--series-4)',
  'var(--series-5)',
  'var(--series-6)',
]

const marks = [
  null,
  <path key="a" d="M0 8 8 0M-2 2 2-2M6 10l4-4" />,
  <path key="b" d="M4 4h.01" strokeWidth={2.5} strokeLinecap="round" />,
  <path key="c" d="M0 4h8" />,
  <path key="d" d="M4 0v8" />,
  <path key="e" d="M0 0l8 8M8 0 0 8" />,
]

const patternId = (chart: string, series: number) => `${chart}series-${series % colors.length}`

/** The fill of one series inside a chart that drew `SeriesPatterns` with the same id. */
export const seriesFill = (chart: string, series: number) => `url(#${patternId(chart, series)})`

/** The color alone, for lines. */
export const seriesColor = (series: number) => colors[series % colors.length]

/** The patterns of these series, for the `defs` of an SVG: once for a chart. */
export function SeriesPatterns(props: { chart: string; series: Iterable<number> }) {
  return (
    <>
      {Array.from(props.series, (series) => (
        <pattern
          key={series}
          id={patternId(props.chart, series)}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect width={8} height={8} fill={seriesColor(series)} />
          <g stroke="var(--card)" strokeWidth={1.2} strokeOpacity={0.55} fill="none">
            {marks[series % marks.length]}
          </g>
        </pattern>
      ))}
    </>
  )
}

/** A swatch beside the word of a series. */
export function SeriesSwatch({ series }: { series: number }) {
  const id = useId()
  return (
    <svg width={14} height={14} aria-hidden data-mark className="shrink-0">
      <defs>
        <SeriesPatterns chart={id} series={[series]} />
      </defs>
      <rect width={14} height={14} rx={2} fill={seriesFill(id, series)} />
    </svg>
  )
}
