import { Link } from '@remix-run/react'
import { Blaze } from './blaze'
import { Icon } from './icon'
import type { NavigationGroup, NavigationItem } from './navigation'

/** The places of a person, by hat; where one is carries the blaze. */
export function FrameNavigation(props: {
  groups: NavigationGroup[]
  current?: NavigationItem
  label: string
}) {
  return (
    <nav aria-label={props.label} className="space-y-5">
      {props.groups.map((group) => (
        <div key={group.label}>
          {group.label && (
            <p className="px-3 pb-1 text-sm text-ink-quiet" id={groupId(props.label, group.label)}>
              {group.label}
            </p>
          )}
          <ul aria-labelledby={group.label ? groupId(props.label, group.label) : undefined}>
            {group.items.map((item) => (
              <li key={item.href}>
                <Place item={item} isCurrent={item === props.current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const groupId = (label: string, group: string) =>
  `places-${label}-${group}`.toLowerCase().replace(/\W+/g, '-')

function Place({ item, isCurrent }: { item: NavigationItem; isCurrent: boolean }) {
  return (
    <Link
      to={item.href}
      ref={isCurrent ? bringIntoView : undefined}
      prefetch="intent"
      aria-current={isCurrent ? 'page' : undefined}
      className={`relative flex min-h-11 items-center gap-3 rounded-control px-3 transition-colors lg:min-h-9 ${
        isCurrent ? 'bg-card font-semibold' : 'text-ink-quiet hover:bg-card hover:text-ink'
      }`}
    >
      {isCurrent && (
        <span className="absolute -left-0.5">
          <Blaze />
        </span>
      )}
      <Icon name={item.icon} />
      <span className="min-w-0 truncate">{item.label}</span>
      <Waiting count={item.count} />
    </Link>
  )
}

/** Who has many places sees where they are, also where it is further down than the window is high. */
const bringIntoView = (place: HTMLElement | null) => place?.scrollIntoView({ block: 'nearest' })

/** How many wait at a place. */
export function Waiting({ count }: { count?: number }) {
  if (!count) return null
  return (
    <span className="ml-auto rounded-full bg-accent-soft px-2 text-sm font-semibold text-accent-strong tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> waiting</span>
    </span>
  )
}
