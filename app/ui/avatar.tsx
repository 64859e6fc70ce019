const sizes = {
  small: 'size-7 text-[0.6875rem]',
  medium: 'size-9 text-sm',
  large: 'size-14 text-lg',
}

/** The initials of a person; the name always stands beside it. */
export function Avatar(props: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      className={`inline-grid shrink-0 place-items-center rounded-full border border-line-strong bg-card font-semibold text-ink-quiet ${sizes[props.size ?? 'medium']}`}
    >
      {initials(props.name)}
    </span>
  )
}

/** First and last initial: "Ana María Ruiz" is "AR". */
export function initials(name: string) {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('en-US')
}
