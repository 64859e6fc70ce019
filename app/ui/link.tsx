import { Link } from '@remix-run/react'
import type { MouseEventHandler, ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'

type Target = {
  href: string
  /** Leaves the application, or is a file: the browser follows it, not the router. */
  plain?: boolean
  download?: boolean | string
  'aria-label'?: string
  'aria-current'?: 'page' | 'true' | 'step'
  'aria-keyshortcuts'?: string
  id?: string
  rel?: string
  onClick?: MouseEventHandler<HTMLAnchorElement>
  children: ReactNode
}

/** An address outside of this application. */
const isExternal = (href: string) => /^[a-z][a-z+.-]*:|^\/\//i.test(href)

function Anchor(props: Target & { className: string }) {
  const { href, plain, ...rest } = props
  if (plain || rest.download || isExternal(href) || href.startsWith('#')) {
    return <a href={href} {...rest} />
  }
  return <Link to={href} {...rest} />
}

const linkTones = {
  accent: 'text-accent underline decoration-accent/40 hover:decoration-current',
  ink: 'text-ink underline decoration-line-strong hover:text-accent hover:decoration-current',
  /** For lists where everything is a link. */
  bare: 'text-ink hover:text-accent hover:underline',
}

/** A link in text; one that leaves the application shows it. */
export function TextLink(props: Target & { tone?: keyof typeof linkTones; strong?: boolean }) {
  const { tone = 'accent', strong, children, ...rest } = props
  return (
    <Anchor
      {...rest}
      className={`rounded-mark underline-offset-[3px] transition-colors ${linkTones[tone]} ${strong ? 'font-semibold' : ''}`}
    >
      {children}
      {/^https?:/.test(rest.href) && (
        <span className="ml-1 inline-block align-[-2px]">
          <Icon name="external" size="small" />
        </span>
      )}
    </Anchor>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: Target & ButtonLook & { icon?: IconName; iconAfter?: IconName }) {
  const { tone, size, wide, icon, iconAfter, children, ...rest } = props
  return (
    <Anchor {...rest} className={buttonLook({ tone, size, wide })}>
      {icon && <Icon name={icon} size={size === 'small' ? 'small' : 'medium'} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={size === 'small' ? 'small' : 'medium'} />}
    </Anchor>
  )
}
