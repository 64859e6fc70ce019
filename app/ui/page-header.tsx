import type { ReactNode } from 'react'

/**
 * The head of a page: its one `h1`, a sentence that says how things stand, and its one primary action, which
 * on a phone sticks to the bottom.
 */
export function PageHeader(props: {
  title: ReactNode
  lead?: ReactNode
  /** Breadcrumbs, below the second level only. */
  trail?: ReactNode
  /** The one primary action. */
  action?: ReactNode
  /** Quieter things beside or under the lead: a status, a date, tabs. */
  children?: ReactNode
}) {
  return (
    <header className="mb-8 print:mb-6">
      {props.trail}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="max-w-line min-w-0">
          <h1 className="font-serif text-2xl font-semibold tracking-[-0.01em] wrap-break-word md:text-3xl">
            {props.title}
          </h1>
          {props.lead && <p className="mt-2 text-lg text-ink-quiet">{props.lead}</p>}
        </div>
        {props.action && (
          <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-(--bottom-bar) max-md:z-10 max-md:border-t max-md:border-line max-md:bg-page max-md:px-4 max-md:py-3 max-md:*:w-full md:pt-1 print:hidden">
            {props.action}
          </div>
        )}
      </div>
      {props.children && <div className="mt-4">{props.children}</div>}
    </header>
  )
}
