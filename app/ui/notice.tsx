import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import type { Tone } from './status'

const tones: Record<Tone, { look: string; icon: IconName }> = {
  neutral: { look: 'border-line bg-sunken text-ink', icon: 'info' },
  good: { look: 'border-good/25 bg-good-soft text-good', icon: 'check-circle' },
  warn: { look: 'border-warn/25 bg-warn-soft text-warn', icon: 'warning' },
  bad: { look: 'border-bad/25 bg-bad-soft text-bad', icon: 'warning' },
  next: { look: 'border-blaze/60 bg-blaze-soft text-blaze-ink', icon: 'arrow' },
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
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card border px-4 py-3 print:bg-transparent ${tone.look}`}
    >
      <span className="pt-0.5">
        <Icon name={props.icon ?? tone.icon} />
      </span>
      <div className="max-w-line min-w-0 grow basis-56">
        {props.title && <p className="font-semibold">{props.title}</p>}
        {props.children}
      </div>
      {props.action && <div className="ml-auto max-sm:ml-8 print:hidden">{props.action}</div>}
    </div>
  )
}
