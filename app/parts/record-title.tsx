import type { ReactNode } from 'react'
import { TextLink } from '~/ui/link'

/** What a row of a record is called, with a quiet line under it. */
export function RecordTitle(props: {
  /** Where its own page is; false for those who may not open it. */
  href: string | false
  title: string
  children?: ReactNode
}) {
  return (
    <span>
      {props.href ? (
        <TextLink href={props.href} tone="ink">
          {props.title}
        </TextLink>
      ) : (
        props.title
      )}
      {props.children && (
        <span className="block text-sm font-normal text-ink-quiet">{props.children}</span>
      )}
    </span>
  )
}

/** What a table of a record holds: a heading to the eye, as one looks for it in a long record. */
export function RecordCaption({ children }: { children: string }) {
  return <span className="text-base font-semibold text-ink">{children}</span>
}
