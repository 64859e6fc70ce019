import { Link } from '@remix-run/react'
import { Icon } from './icon'

/** The way up, below the second level only. The page itself is its `h1`. */
export function Breadcrumbs({ items }: { items: { label: string; href: string }[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="mb-3 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-quiet">
        {items.map((item) => (
          <li key={item.href} className="flex items-center gap-1.5">
            <Link
              to={item.href}
              className="inline-flex min-h-8 items-center rounded-mark hover:text-accent hover:underline"
            >
              {item.label}
            </Link>
            <Icon name="chevron-right" size="small" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
