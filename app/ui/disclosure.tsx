import { useEffect, useRef, type ReactNode } from 'react'
import { remember, remembered } from './browser-memory'
import { Icon } from './icon'

/** Folded away until asked for; with `rememberAs` this browser keeps it as it was left. */
export function Disclosure(props: {
  summary: ReactNode
  /** A quiet word beside the summary: how much is inside. */
  note?: ReactNode
  /** The name under which to remember; open forms with errors inside with `open`. */
  rememberAs?: string
  open?: boolean
  children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const key = props.rememberAs && `disclosure:${props.rememberAs}`

  useEffect(() => {
    if (key && remembered(key) === 'open') details.current?.setAttribute('open', '')
  }, [key])

  return (
    <details
      ref={details}
      open={props.open}
      onToggle={(event) => key && remember(key, event.currentTarget.open ? 'open' : 'closed')}
    >
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-control pr-2 font-semibold text-accent hover:underline hover:underline-offset-[3px] md:min-h-9 print:text-ink">
        <span className="transition-transform print:hidden [[open]>summary>&]:rotate-90">
          <Icon name="chevron-right" size="small" />
        </span>
        {props.summary}
        {props.note && <span className="text-sm font-normal text-ink-quiet">{props.note}</span>}
      </summary>
      <div className="pt-3 pb-1">{props.children}</div>
    </details>
  )
}
