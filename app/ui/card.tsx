import type { ReactNode } from 'react'
import { Blaze } from './blaze'

const tones = {
  plain: 'border-line bg-card',
  /** The one thing to do next. */
  next: 'border-blaze bg-card',
  sunken: 'border-line bg-sunken',
}

/** A thing with an edge. One level only: never a card in a card. */
export function Card(props: {
  title?: ReactNode
  level?: 2 | 3
  /** A line under the title. */
  lead?: ReactNode
  /** Top right, quiet. */
  action?: ReactNode
  /** Under a line at the end. */
  footer?: ReactNode
  tone?: keyof typeof tones
  /** `flush` lets a table or list reach the edge. */
  flush?: boolean
  children?: ReactNode
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  const hasHead = props.title || props.action
  return (
    <section
      className={`flex min-w-0 flex-col rounded-card border print:break-inside-avoid ${tones[props.tone ?? 'plain']}`}
    >
      {hasHead && (
        <div className="flex items-start justify-between gap-4 px-5 pt-5">
          <div className="min-w-0">
            <Heading className="flex items-center gap-2 font-serif text-lg leading-6 font-semibold">
              {props.tone === 'next' && <Blaze />}
              {props.title}
            </Heading>
            {props.lead && <p className="mt-1 text-sm text-ink-quiet">{props.lead}</p>}
          </div>
          {props.action && <div className="-mt-1 shrink-0 print:hidden">{props.action}</div>}
        </div>
      )}
      <div className={`grow ${props.flush ? 'pt-3' : hasHead ? 'px-5 pt-3 pb-5' : 'p-5'}`}>
        {props.children}
      </div>
      {props.footer && (
        <div className="border-t border-line px-5 py-3 text-sm text-ink-quiet">{props.footer}</div>
      )}
    </section>
  )
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-4">
      {children}
    </div>
  )
}
