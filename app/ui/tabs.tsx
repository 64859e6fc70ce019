import { Link } from '@remix-run/react'

/** A view of the same thing, with its own address. */
export type Tab = { label: string; href: string; count?: number; current?: boolean }

/** Views of the same thing, as links; the blaze is under the one shown. */
export function Tabs(props: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={props.label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-6">
        {props.items.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              to={tab.href}
              preventScrollReset
              aria-current={tab.current ? 'page' : undefined}
              className="flex min-h-11 items-center gap-2 border-b-3 border-transparent text-ink-quiet hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-blaze aria-[current=page]:font-semibold aria-[current=page]:text-ink md:min-h-10"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-sm font-normal text-ink-quiet tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
