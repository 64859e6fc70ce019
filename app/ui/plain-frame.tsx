import type { ReactNode } from 'react'
import { Logo } from './logo'
import { SkipLink } from './skip-link'

/** A calm page for those who are not signed in: the logo, one column, nothing else. */
export function PlainFrame(props: {
  homeHref?: string
  /** Wider, for a public page such as a badge. */
  wide?: boolean
  /** Under the page: the district, the language, a word about privacy. */
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 md:py-16 print:p-0">
      <SkipLink />
      <div className={`w-full ${props.wide ? 'max-w-line' : 'max-w-narrow'}`}>
        <header className="mb-10 print:mb-6">
          <a
            href={props.homeHref ?? '/'}
            className="inline-flex min-h-11 items-center rounded-control"
          >
            <Logo />
          </a>
        </header>
        <main id="main" tabIndex={-1} className="outline-none">
          {props.children}
        </main>
        {props.footer && (
          <footer className="mt-12 border-t border-line pt-4 text-sm text-ink-quiet">
            {props.footer}
          </footer>
        )}
      </div>
    </div>
  )
}
