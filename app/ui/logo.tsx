const sizes = { small: 24, medium: 32, large: 48 }

/** The mark: three stones, the top one still to be set. */
export function LogoMark(props: { size?: keyof typeof sizes }) {
  const size = sizes[props.size ?? 'medium']
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path
        d="M4.5 28.5c-1.7 0-2.5-1.1-2.2-2.8.6-3 2.7-4.2 6-4.6 5-.6 10.6-.6 15.6 0 3.3.4 5.3 1.7 5.8 4.6.3 1.7-.6 2.8-2.3 2.8-7.5.4-15.4.4-22.9 0Z"
        className="fill-accent"
      />
      <path
        d="M8.3 19.3c-1.3 0-1.9-1-1.5-2.4.7-2.4 2.4-3.5 5-3.8 2.8-.3 5.8-.3 8.6.1 2.5.3 4 1.5 4.5 3.7.3 1.4-.4 2.4-1.7 2.4-5 .3-9.9.3-14.9 0Z"
        className="fill-accent"
      />
      <path
        d="M12.3 11c-1.2 0-1.7-.9-1.4-2.1.8-2.9 2.7-4.9 5-4.9s4.2 1.9 5 4.8c.4 1.3-.2 2.2-1.4 2.2-2.4.2-4.8.2-7.2 0Z"
        data-mark
        className="fill-none stroke-blaze"
        strokeWidth="1.8"
      />
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
