import type { ReactNode } from 'react'
import { ButtonLink } from './link'

const sentences: Record<number, { title: string; message: string }> = {
  400: {
    title: 'That address is not complete',
    message: 'Part of it is missing or mistyped. Nothing was changed.',
  },
  403: {
    title: 'This page is for other people',
    message:
      'Your role does not open it. If it should, ask the person who manages roles in your district.',
  },
  404: {
    title: 'There is no page here',
    message:
      'The address may be mistyped, or what was here has moved, or it belongs to another district.',
  },
  405: {
    title: 'That cannot be done here',
    message: 'Nothing was changed. Go back and use the button on the page.',
  },
  409: {
    title: 'Someone else changed this meanwhile',
    message: 'Nothing of theirs or yours was lost. Go back, look at what is new, and save again.',
  },
  413: {
    title: 'That is too large to send',
    message: 'Nothing else was lost. Save the file smaller, or attach a link to it.',
  },
  429: {
    title: 'That was a lot at once',
    message: 'Wait a minute, then try again. Nothing was lost.',
  },
  503: {
    title: 'Cairn is being looked after',
    message: 'It will be back in a few minutes. What you saved is safe.',
  },
}

const fallback = {
  title: 'Something went wrong on our side',
  message:
    'It was noted, and it is not your doing. What you saved before is safe. Try again in a minute.',
}

/** What happened, what was kept, what to do: for every answer that is not the page one asked for. */
export function ErrorPage(props: {
  status: number
  title?: string
  message?: ReactNode
  homeHref?: string
  /** A number to name when asking for help. */
  reference?: string
  children?: ReactNode
}) {
  const words = sentences[props.status] ?? fallback
  return (
    <div className="max-w-line py-4 md:py-10">
      <h1 className="font-serif text-2xl font-semibold tracking-[-0.01em] md:text-3xl">
        {props.title ?? words.title}
      </h1>
      <p className="mt-3 text-lg text-ink-quiet">{props.message ?? words.message}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {props.children ?? (
          <ButtonLink href={props.homeHref ?? '/'} tone="primary" icon="home">
            Go to your home page
          </ButtonLink>
        )}
      </div>
      <p className="mt-10 text-sm text-ink-quiet">
        Error {props.status}
        {props.reference && <>, reference {props.reference}</>}
      </p>
    </div>
  )
}
