import { pebble, stacked, type Stone } from './cairn-stones'

const sizes = { small: 24, medium: 32, large: 52 }

const mark = stacked([
  { state: 'done', center: 16, bottom: 0, width: 27, height: 8.4, lean: 0.4 },
  { state: 'done', center: 16.8, bottom: 0, width: 19.5, height: 7.6, lean: -0.8 },
  { state: 'next', center: 15.4, bottom: 0, width: 11.5, height: 7, lean: 0.6 },
] satisfies Stone[])

/** The mark: three stones, the top one still to be set. */
export function LogoMark(props: { size?: keyof typeof sizes }) {
  const size = sizes[props.size ?? 'medium']
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 ${mark.height - 30} 32 32`}
      aria-hidden
      focusable="false"
      data-mark
      className="shrink-0 overflow-visible"
    >
      {mark.stones.map((stone) => (
        <path
          key={stone.width}
          d={pebble(stone)}
          className={stone.state === 'done' ? 'fill-accent' : 'fill-none stroke-blaze'}
          strokeWidth={2}
        />
      ))}
    </svg>
  )
}

/** The mark and the word. */
export function Logo(props: { size?: keyof typeof sizes }) {
  const word = { small: 'text-lg', medium: 'text-xl', large: 'text-3xl' }[props.size ?? 'medium']
  return (
    <span className="inline-flex items-center gap-2">
      <LogoMark size={props.size} />
      <span className={`font-serif font-semibold tracking-[-0.01em] ${word}`}>Cairn</span>
    </span>
  )
}
