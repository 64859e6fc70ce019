const tones = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line-strong bg-card text-ink hover:border-ink hover:bg-sunken',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-bad bg-card text-bad hover:bg-bad-soft',
}

const sizes = {
  small: 'min-h-11 px-3 py-1 text-sm md:min-h-8',
  medium: 'min-h-11 px-4 py-2 text-base md:min-h-10',
}

/** What a button says about its weight and size. */
export type ButtonLook = {
  tone?: keyof typeof tones
  size?: keyof typeof sizes
  /** Fills the width of its container. */
  wide?: boolean
}

/** The classes of a button, for the elements that look like one. */
export function buttonLook({ tone = 'secondary', size = 'medium', wide }: ButtonLook) {
  return [
    'inline-flex items-center justify-center gap-2 rounded-control border text-center leading-snug font-semibold no-underline transition-colors print:hidden',
    'disabled:border-line disabled:bg-sunken disabled:text-ink-quiet aria-disabled:opacity-70',
    tones[tone],
    sizes[size],
    wide ? 'w-full' : '',
  ].join(' ')
}
