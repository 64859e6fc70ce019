import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FrameBottomBar } from './frame-bottom-bar'
import { FrameNavigation } from './frame-navigation'
import { FramePerson, type FramePersonProps } from './frame-person'
import { FrameSearch } from './frame-search'
import { Icon } from './icon'
import { Logo, LogoMark } from './logo'
import { currentItem, type NavigationGroup } from './navigation'
import { SkipLink } from './skip-link'

export type { NavigationGroup }

/** What a frame shows around every page of a signed-in person. */
export type FrameProps = FramePersonProps & {
  district: { name: string; href: string }
  /** As people write it: "2026–27". */
  schoolYear: string
  /** The places of this person, by hat; the first group may have an empty label. */
  groups: NavigationGroup[]
  currentPath: string
  searchAction: string
  /** Above the page: the flash, a notice about the whole district. */
  notice?: ReactNode
  children: ReactNode
}

/** The page frame: a rail on wide screens, a bottom bar on a phone, nothing of either in print. */
export function Frame(props: FrameProps) {
  const current = currentItem(props.groups, props.currentPath)
  return (
    <div className="min-h-dvh [--bottom-bar:var(--frame-bar)] lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <aside className="border-r border-line bg-sunken max-lg:hidden print:hidden">
        <div className="sticky top-0 flex max-h-dvh flex-col overflow-y-auto px-3 py-4">
          <Link to={props.district.href} className="mb-6 self-start rounded-control px-2 py-1">
            <Logo />
          </Link>
          <FrameNavigation groups={props.groups} current={current} label="Main" />
        </div>
      </aside>
      <div className="min-w-0 max-lg:pb-[calc(var(--frame-bar)+5rem)] print:pb-0">
        <header className="flex min-h-16 items-center gap-3 border-b border-line px-4 md:px-8 print:min-h-0 print:border-line-strong print:px-0 print:pb-2">
          <Link
            to={props.district.href}
            className="flex min-h-11 min-w-0 items-center gap-3 rounded-control"
          >
            <span className="lg:hidden print:hidden">
              <LogoMark />
            </span>
            <span className="min-w-0 leading-5 md:flex md:items-baseline md:gap-3">
              <span className="block truncate font-semibold">{props.district.name}</span>
              <span className="block text-sm whitespace-nowrap text-ink-quiet">
                {props.schoolYear}
              </span>
            </span>
          </Link>
          <div className="ml-auto flex items-center gap-1 md:gap-3 print:hidden">
            <Link
              to={props.searchAction}
              aria-label="Search"
              className="grid size-11 place-items-center rounded-control text-ink-quiet hover:bg-sunken md:hidden"
            >
              <Icon name="search" />
            </Link>
            <FrameSearch action={props.searchAction} />
            <FramePerson {...props} />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-page px-4 py-6 outline-none md:px-8 md:py-10 print:max-w-none print:p-0 print:pt-6"
        >
          {props.notice && <div className="mb-6">{props.notice}</div>}
          {props.children}
        </main>
      </div>
      <FrameBottomBar groups={props.groups} current={current} />
    </div>
  )
}
