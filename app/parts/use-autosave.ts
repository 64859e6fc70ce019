import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'

type Saved = { version: number; savedAt: string }

const PAUSE = 1500

/**
 * Sends a form, without its files, to `action` whenever typing pauses, and keeps its `version` field in
 * step. A submission waits for a save that is under way. Without JavaScript nothing of this happens
 * and the form's own buttons save.
 *
 * @returns what to spread on the form, and when it was saved last
 */
export function useAutosave(action: string) {
  const fetcher = useFetcher<Saved | { error: unknown }>()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<number>(undefined)
  const waiting = useRef<HTMLElement | null>(null)
  const isSaving = fetcher.state !== 'idle'
  const saved = fetcher.data && 'savedAt' in fetcher.data ? fetcher.data : null

  useEffect(() => () => window.clearTimeout(timer.current), [])

  useEffect(() => {
    const version = form.current?.elements.namedItem('version')
    if (saved && version instanceof HTMLInputElement) version.value = String(saved.version)
  }, [saved])

  useEffect(() => {
    if (isSaving || !waiting.current) return
    const button = waiting.current
    waiting.current = null
    form.current?.requestSubmit(button)
  }, [isSaving])

  function save() {
    if (!form.current) return
    const fields = new FormData(form.current)
    for (const [name, value] of Array.from(fields)) {
      if (typeof value !== 'string') fields.delete(name)
    }
    fetcher.submit(fields, { method: 'post', action })
  }

  return {
    savedAt: saved?.savedAt ?? null,
    formProps: {
      ref: form,
      onInput: () => {
        window.clearTimeout(timer.current)
        timer.current = window.setTimeout(save, PAUSE)
      },
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        window.clearTimeout(timer.current)
        if (!isSaving) return
        event.preventDefault()
        waiting.current = (event.nativeEvent as SubmitEvent).submitter
      },
    },
  }
}
