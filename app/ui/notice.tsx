import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import type { Tone } from './status'

const tones: Record<Tone, { look: string; icon: IconName }> = {
  neutral: { look: 'border-line-strong bg-sunken text-ink', icon: 'info' },
  good: { look: 'border-good bg-good-soft text-good', icon: 'check-circle' },
  warn: { look: 'border-warn bg-warn-soft text-warn', icon: 'warning' },
  bad: { look: 'border-bad bg-bad-soft text-bad', icon: 'warning' },
  next: { look: 'border-blaze bg-blaze-soft text-blaze-ink', icon: 'arrow' },
}

/** A sentence about what just happened or what holds on this page. */
export function Notice(props: {
  tone?: Tone
  title?: ReactNode
  icon?: IconName
  /** Read out when it appears: for the flash after an action. */
  live?: boolean
  action?: ReactNode
  children?: ReactNode
}) {
  const tone = tones[props.tone ?? 'neutral']
  return (
    <div
      role={props.live ? 'status' : undefined}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control border-l-4 px-4 py-3 print:bg-transparent ${tone.look}`}
    >
      <span className="pt-0.5">
        <Icon name={props.icon ?? tone.icon} />
      </span>
      <div className="min-w-0 max-w-line flex-1">
        {props.title && <p className="font-semibold">{props.title}</p>}
        {props.children}
      </div>
      {props.action && <div className="print:hidden">{props.action}</div>}
    </div>
  )
}
