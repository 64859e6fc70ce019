import type { ReactNode } from 'react'
import { cairnStones, pebble } from './cairn-stones'

const sizes = {
  small: { width: 30, height: 34, layout: 'items-center gap-2.5', words: '' },
  medium: { width: 48, height: 64, layout: 'items-center gap-4', words: 'font-medium' },
  large: {
    width: 92,
    height: 132,
    layout: 'items-end gap-6',
    words: 'font-serif text-xl font-semibold',
  },
}

/**
 * A path as a stack of stones, one per step, filled from below as steps are done; the next one is outlined in
 * orange. Always with its words beside it.
 */
export function Cairn(props: {
  done: number
  total: number
  size?: keyof typeof sizes
  /** Instead of "3 of 5 steps". */
  words?: ReactNode
  /** Beside the words: what comes next. */
  children?: ReactNode
}) {
  const size = sizes[props.size ?? 'small']
  const words = props.words ?? stepWords(props.done, props.total)
  return (
    <span className={`inline-flex ${size.layout}`}>
      <CairnDrawing {...props} {...size} />
      <span>
        <span className={`block ${size.words}`}>{words}</span>
        {props.children && <span className="block text-sm text-ink-quiet">{props.children}</span>}
      </span>
    </span>
  )
}

/** "3 of 5 steps", "All 5 steps done". */
export function stepWords(done: number, total: number) {
  if (total > 0 && done >= total) return total === 1 ? 'Done' : `All ${total} steps done`
  return `${done} of ${total} ${total === 1 ? 'step' : 'steps'}`
}

const looks = {
  done: 'fill-accent stroke-accent',
  next: 'fill-blaze-soft stroke-blaze',
  later: 'fill-none stroke-line-strong',
}

function CairnDrawing(props: { done: number; total: number; width: number; height: number }) {
  const { stones, width, height } = cairnStones(props.done, props.total)
  const scale = Math.min(props.width / width, props.height / height)
  return (
    <svg
      width={props.width}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable="false"
      data-mark
      className="shrink-0 overflow-visible"
    >
      {stones.map((stone, index) => (
        <path
          key={index}
          d={pebble(stone)}
          className={looks[stone.state]}
          strokeWidth={stone.state === 'later' ? 1.25 : 2}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}
