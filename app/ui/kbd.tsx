import type { ReactNode } from 'react'

/** A key to press, beside the action it triggers; not where there are only fingers. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded-mark border border-line-strong bg-card px-1 font-mono text-[0.75rem] leading-4 text-ink-quiet max-md:hidden pointer-coarse:hidden">
      {children}
    </kbd>
  )
}
