import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Icon } from './icon'
import { Kbd } from './kbd'
import { areSingleKeysOn } from './single-keys'

/** Finds people, courses, pathways and pages; `/` goes there from anywhere. */
export function FrameSearch({ action }: { action: string }) {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (!areSingleKeysOn()) return
      if (!input.current?.offsetParent) return
      event.preventDefault()
      input.current.focus()
      input.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <Form action={action} role="search" className="relative max-md:hidden">
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-ink-quiet">
        <Icon name="search" size="small" />
      </span>
      <input
        ref={input}
        type="search"
        name="q"
        aria-label="Search people, courses, pathways and pages"
        aria-keyshortcuts="/"
        placeholder="Search"
        autoComplete="off"
        className="min-h-10 w-56 rounded-control border border-line-strong bg-card pr-9 pl-9 placeholder:text-ink-quiet hover:border-ink xl:w-72"
      />
      <span
        className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center"
        aria-hidden
      >
        <Kbd>/</Kbd>
      </span>
    </Form>
  )
}
