import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

const tones: Record<Tone, { look: string; icon: IconName }> = {
  neutral: { look: 'bg-sunken text-ink', icon: 'circle' },
  good: { look: 'bg-good-soft text-good', icon: 'check-circle' },
  warn: { look: 'bg-warn-soft text-warn', icon: 'clock' },
  bad: { look: 'bg-bad-soft text-bad', icon: 'deny' },
  next: { look: 'bg-blaze-soft text-blaze-ink', icon: 'arrow' },
}

/** How a status feels; `next` is for what waits for the person who reads it. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'next'

/** A status: an icon and a word, so that color is never alone. */
export function Status(props: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  const { look, icon } = tones[props.tone ?? 'neutral']
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-control px-2 py-0.5 text-sm font-medium print:border print:border-line-strong print:bg-transparent print:text-ink forced-colors:border ${look}`}
    >
      <Icon name={props.icon ?? icon} size="small" />
      {props.children}
    </span>
  )
}
