import { Link } from '@remix-run/react'
import { Icon } from './icon'

/** A filter kept in the address: `href` adds it, or takes it away when it is active. */
export type FilterChip = { label: string; href: string; active?: boolean; count?: number }

const looks = {
  active: 'border-accent bg-accent-soft text-accent-strong font-semibold',
  idle: 'border-line-strong bg-card text-ink hover:border-ink',
}

/** Filters as links: they work without JavaScript and can be sent to a colleague. */
export function FilterChips(props: { label: string; chips: FilterChip[]; clearHref?: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      <span className="text-sm text-ink-quiet">{props.label}</span>
      <ul aria-label={props.label} className="flex flex-wrap gap-2">
        {props.chips.map((chip) => (
          <li key={chip.label}>
            <Link
              to={chip.href}
              preventScrollReset
              className={`inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3 text-sm transition-colors md:min-h-8 ${looks[chip.active ? 'active' : 'idle']}`}
            >
              {chip.active && <span className="sr-only">Remove the filter </span>}
              {chip.label}
              {chip.count !== undefined && (
                <span className="font-normal tabular-nums">{chip.count}</span>
              )}
              {chip.active && <Icon name="close" size="small" />}
            </Link>
          </li>
        ))}
      </ul>
      {props.clearHref && (
        <Link
          to={props.clearHref}
          preventScrollReset
          className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-[3px] md:min-h-8"
        >
          Show all
        </Link>
      )}
    </div>
  )
}
