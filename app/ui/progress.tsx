import { useId, type ReactNode } from 'react'

/** How far along something is; the words say it too: "9 of 15 hours". */
export function Progress(props: {
  label: ReactNode
  labelHidden?: boolean
  value: number
  max: number
  words: ReactNode
}) {
  const id = useId()
  const share = props.max > 0 ? Math.min(props.value / props.max, 1) : 0
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span id={id} className={props.labelHidden ? 'sr-only' : 'font-medium'}>
          {props.label}
        </span>
        <span className="text-sm text-ink-quiet">{props.words}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.max}
        aria-valuenow={Math.min(props.value, props.max)}
        aria-valuetext={typeof props.words === 'string' ? props.words : undefined}
        data-mark
        className="h-2.5 overflow-hidden rounded-full border border-line-strong bg-card"
      >
        <svg width="100%" height="100%" aria-hidden className="block">
          <rect width={`${share * 100}%`} height="100%" className="fill-accent" />
        </svg>
      </div>
    </div>
  )
}
