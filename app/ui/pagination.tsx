import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Pages of a long list, as links. */
export function Pagination(props: {
  page: number
  pageCount: number
  href: (page: number) => string
  /** Where one is, in rows: "51–100 of 4,000". */
  words?: ReactNode
}) {
  const { page, pageCount, href } = props
  if (pageCount <= 1) {
    return props.words ? <p className="pt-4 text-sm text-ink-quiet">{props.words}</p> : null
  }
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-3 pt-4 text-sm print:hidden"
    >
      <p className="text-ink-quiet">{props.words ?? `Page ${page} of ${pageCount}`}</p>
      <ul className="flex items-center gap-1 tabular-nums">
        <li>
          <Step href={page > 1 ? href(page - 1) : undefined} rel="prev">
            <Icon name="chevron-left" size="small" />
            Previous
          </Step>
        </li>
        {pagesAround(page, pageCount).map((shown, index) => (
          <li key={shown ?? `gap-${index}`} className="max-md:hidden">
            {shown === null ? (
              <span className="px-1 text-ink-quiet">…</span>
            ) : (
              <Step href={href(shown)} isCurrent={shown === page} label={`Page ${shown}`}>
                {shown}
              </Step>
            )}
          </li>
        ))}
        <li>
          <Step href={page < pageCount ? href(page + 1) : undefined} rel="next">
            Next
            <Icon name="chevron-right" size="small" />
          </Step>
        </li>
      </ul>
    </nav>
  )
}

const stepLook =
  'inline-flex min-h-11 min-w-9 items-center justify-center gap-1 rounded-control px-2 md:min-h-9'

function Step(props: {
  href?: string
  rel?: string
  label?: string
  isCurrent?: boolean
  children: ReactNode
}) {
  if (!props.href) return <span className={`${stepLook} text-ink-quiet`}>{props.children}</span>
  return (
    <Link
      to={props.href}
      rel={props.rel}
      aria-label={props.label}
      aria-current={props.isCurrent ? 'page' : undefined}
      className={`${stepLook} text-accent hover:bg-accent-soft aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink`}
    >
      {props.children}
    </Link>
  )
}

/** The first, the last and those around the current one; `null` where some are left out. */
export function pagesAround(page: number, pageCount: number) {
  const wanted = [1, page - 1, page, page + 1, pageCount]
  const shown = [...new Set(wanted)].filter((each) => each >= 1 && each <= pageCount)
  return shown.flatMap((each, index) => {
    const before = shown[index - 1]
    return before !== undefined && each - before > 1 ? [null, each] : [each]
  })
}
