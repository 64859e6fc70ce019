import type { ReactNode } from 'react'

/** What is known about a thing: term and value, in pairs. */
export function Facts(props: { items: { term: ReactNode; value: ReactNode }[]; columns?: 1 | 2 }) {
  return (
    <div className="@container">
      <dl className={`grid gap-x-8 ${props.columns === 2 ? '@min-[44rem]:grid-cols-2' : ''}`}>
        {props.items.map((item, index) => (
          <div
            key={index}
            className="grid gap-x-4 border-b border-line py-2 @min-[24rem]:grid-cols-[minmax(7rem,32%)_minmax(0,1fr)]"
          >
            <dt className="text-sm leading-6 text-ink-quiet">{item.term}</dt>
            <dd className="min-w-0 wrap-break-word">{item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
