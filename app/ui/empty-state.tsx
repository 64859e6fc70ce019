import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** An empty place that teaches: what will be here, why, and the one thing to do. */
export function EmptyState(props: {
  title: ReactNode
  icon?: IconName
  action?: ReactNode
  level?: 2 | 3
  children?: ReactNode
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border border-dashed border-line-strong px-6 py-8 sm:flex-row sm:gap-6">
      {props.icon && (
        <span className="text-ink-quiet">
          <Icon name={props.icon} size="hero" />
        </span>
      )}
      <div className="max-w-line">
        <Heading className="font-serif text-lg font-semibold">{props.title}</Heading>
        {props.children && <div className="mt-1 text-ink-quiet">{props.children}</div>}
        {props.action && <div className="mt-4 print:hidden">{props.action}</div>}
      </div>
    </div>
  )
}
