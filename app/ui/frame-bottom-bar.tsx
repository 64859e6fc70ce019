import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FrameNavigation } from './frame-navigation'
import { Icon, type IconName } from './icon'
import { barItems, type NavigationGroup, type NavigationItem } from './navigation'
import { useDismiss } from './use-dismiss'

/** On a phone: three places and the rest behind "More", which opens without JavaScript. */
export function FrameBottomBar(props: { groups: NavigationGroup[]; current?: NavigationItem }) {
  const more = useDismiss()
  const { bar, rest } = barItems(props.groups)
  const isBehindMore = props.current !== undefined && !bar.includes(props.current)
  return (
    <nav
      aria-label="Places"
      className="fixed inset-x-0 bottom-0 z-20 flex h-(--frame-bar) border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      {bar.map((item) => (
        <Link
          key={item.href}
          to={item.href}
          aria-current={item === props.current ? 'page' : undefined}
          className={tabLook(item === props.current)}
        >
          <TabWords icon={item.icon} count={item.count} isCurrent={item === props.current}>
            {item.label}
          </TabWords>
        </Link>
      ))}
      {rest.length > 0 && (
        <details ref={more} className="flex-1 basis-0">
          <summary className={`h-full ${tabLook(isBehindMore)}`}>
            <TabWords icon="menu" isCurrent={isBehindMore}>
              More
            </TabWords>
          </summary>
          <div className="fixed inset-x-0 bottom-(--frame-bar) max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-t-card border-t border-line-strong bg-sunken px-3 py-4">
            <FrameNavigation groups={rest} current={props.current} label="More places" />
          </div>
        </details>
      )}
    </nav>
  )
}

const tabLook = (isCurrent: boolean) =>
  `relative flex flex-1 basis-0 flex-col items-center justify-center gap-0.5 text-sm focus-visible:-outline-offset-2 ${isCurrent ? 'font-semibold text-ink' : 'text-ink-quiet'}`

function TabWords(props: {
  icon: IconName
  count?: number
  isCurrent: boolean
  children: ReactNode
}) {
  return (
    <>
      {props.isCurrent && (
        <span data-mark className="absolute top-0 h-1 w-8 rounded-b-mark bg-blaze" aria-hidden />
      )}
      <span className="relative">
        <Icon name={props.icon} size="large" />
        {props.count ? (
          <span className="absolute -top-1 left-4 rounded-full bg-accent px-1.5 text-[0.6875rem] leading-4 font-semibold text-on-accent tabular-nums">
            {props.count > 99 ? '99+' : props.count}
            <span className="sr-only"> waiting</span>
          </span>
        ) : null}
      </span>
      <span className="max-w-full truncate px-1">{props.children}</span>
    </>
  )
}
