import type { ReactNode } from 'react'

/** A part of a page under its own heading, on the page itself; `Card` is for things one could pick up. */
export function Section(props: {
  title: ReactNode
  lead?: ReactNode
  action?: ReactNode
  level?: 2 | 3
  id?: string
  children: ReactNode
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section id={props.id} className="mb-12 last:mb-0 print:mb-8 [:not(header,section)+&]:mt-10">
      <div className="mb-4 flex break-after-avoid flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="max-w-line">
          <Heading
            className={
              props.level === 3 ? 'text-lg font-semibold' : 'font-serif text-xl font-semibold'
            }
          >
            {props.title}
          </Heading>
          {props.lead && <p className="mt-1 text-ink-quiet">{props.lead}</p>}
        </div>
        {props.action && <div className="print:hidden">{props.action}</div>}
      </div>
      {props.children}
    </section>
  )
}
