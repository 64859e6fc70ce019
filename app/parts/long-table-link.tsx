import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ROWS_HEADER } from '~/http/long-table'
import { Button } from '~/ui/button'
import type { ButtonLook } from '~/ui/button-look'
import { ButtonLink } from '~/ui/link'
import { Progress } from '~/ui/progress'

type Loading = { read: number; rows: number }

/** So few rows are there at once. */
const AT_ONCE = 2000
/** Ends a row, before its line feed; a line break within a cell has none. */
const RETURN = 13
const numbers = new Intl.NumberFormat('en-US')

/**
 * A link to a table that may be long. It is an ordinary download; where scripts run, it says how far the
 * table has come and can be given up.
 */
export function LongTableLink(props: {
  href: string
  tone?: ButtonLook['tone']
  children: ReactNode
}) {
  const { href, tone = 'quiet', children } = props
  const { loading, hasFailed, start, giveUp } = useLongTable(href)
  return (
    <>
      <ButtonLink href={href} tone={tone} icon="download" plain onClick={start}>
        {children}
      </ButtonLink>
      <div role="status" className="contents">
        {loading && loading.rows > AT_ONCE && (
          <Corner>
            <Progress
              label="The table is being made"
              value={loading.read}
              max={loading.rows}
              words={`${numbers.format(loading.read)} of ${numbers.format(loading.rows)} rows`}
            />
            <Button type="button" size="small" onClick={giveUp}>
              Cancel
            </Button>
          </Corner>
        )}
        {hasFailed && (
          <Corner>
            <p>The table broke off. Nothing was saved; try again.</p>
          </Corner>
        )}
      </div>
    </>
  )
}

/** Above the page, where it moves nothing; on a phone above the bar at the bottom. */
const Corner = ({ children }: { children: ReactNode }) => (
  <div className="fixed inset-x-4 bottom-[calc(var(--frame-bar)+1rem)] z-20 space-y-3 rounded-card border border-line-strong bg-card p-4 text-base font-normal text-ink lg:bottom-4 lg:left-auto lg:w-80 print:hidden">
    {children}
  </div>
)

function useLongTable(href: string) {
  const [loading, setLoading] = useState<Loading | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function start(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setFailed(false)
    try {
      const answer = await fetch(href, { signal: own.signal })
      if (!answer.headers.has(ROWS_HEADER)) return window.location.assign(href)
      save(await readRows(answer, setLoading), nameOf(answer))
    } catch {
      setFailed(!own.signal.aborted)
    } finally {
      if (running.current === own) setLoading(null)
    }
  }
  return { loading, hasFailed, start, giveUp: () => running.current?.abort() }
}

/** Reads a table to its end, telling how many of its lines are there. */
async function readRows(answer: Response, tell: (loading: Loading) => void) {
  const rows = Number(answer.headers.get(ROWS_HEADER))
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  const reader = answer.body!.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    for (const byte of next.value) if (byte === RETURN) lines += 1
    tell({ read: Math.min(Math.max(lines - 1, 0), rows), rows })
  }
  return new Blob(pieces, { type: 'text/csv' })
}

const nameOf = (answer: Response) =>
  /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'cairn.csv'

function save(table: Blob, name: string) {
  const address = URL.createObjectURL(table)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser begins to read the table only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
