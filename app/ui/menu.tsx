import { Link } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'
import { useDismiss } from './use-dismiss'

/** A few more actions behind a word; opens without JavaScript. */
export function Menu(
  props: ButtonLook & {
    label: ReactNode
    /** Replaces the button look, for the person's menu. */
    bare?: boolean
    align?: 'start' | 'end'
    children: ReactNode
  },
) {
  const details = useDismiss()
  return (
    <details ref={details} className="group relative print:hidden">
      <summary
        className={
          props.bare
            ? 'flex min-h-11 min-w-11 items-center justify-end gap-2 rounded-control hover:bg-sunken md:min-h-10 md:px-2'
            : buttonLook({ tone: props.tone, size: props.size })
        }
      >
        {props.label}
        <span
          className={`transition-transform group-open:rotate-180 ${props.bare ? 'max-md:hidden' : ''}`}
        >
          <Icon name="chevron-down" size="small" />
        </span>
      </summary>
      <div
        className={`absolute z-30 mt-1 w-max max-w-[calc(100vw-2rem)] min-w-48 rounded-card border border-line-strong bg-card py-1 ${props.align === 'start' ? 'left-0' : 'right-0'}`}
      >
        {props.children}
      </div>
    </details>
  )
}

const itemLook =
  'flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left hover:bg-accent-soft focus-visible:-outline-offset-2 md:min-h-10'

/** A place to go to from a menu. */
export function MenuLink(props: {
  href: string
  icon?: IconName
  /** It is a file: the browser follows it, not the router. */
  plain?: boolean
  children: ReactNode
}) {
  return (
    <Link to={props.href} reloadDocument={props.plain} className={itemLook}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </Link>
  )
}

/** Something to do from a menu: the submit button of a form around it. */
export function MenuButton(
  props: Omit<ComponentProps<'button'>, 'className' | 'style'> & {
    icon?: IconName
    danger?: boolean
  },
) {
  const { icon, danger, children, ...rest } = props
  return (
    <button type="submit" {...rest} className={`${itemLook} ${danger ? 'text-bad' : ''}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A line between groups of a menu. */
export function MenuLine() {
  return <hr className="my-1 border-line" />
}
