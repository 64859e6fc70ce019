import { Router } from 'express'
import type { Logger } from 'pino'

/** What the readiness probe learned. The details are for the log and for `cairn doctor`, not for strangers. */
export type Readiness = { ok: boolean; checks: Record<string, { ok: boolean; detail: string }> }

export type HealthOptions = {
  checkReady: () => Promise<Readiness>
  log: Logger
}

type Answer = { ok: boolean; checks: Record<string, 'ok' | 'failed'> }

const KEPT_MILLISECONDS = 1000

/** Whether the path is one that probes ask, which needs no proper host name. */
export function isHealthPath(path: string) {
  return path === '/healthz' || path === '/readyz'
}

/** `/healthz` says that the process lives; `/readyz` that it can do its work, in names and words only. */
export function health({ checkReady, log }: HealthOptions): Router {
  let pending: Promise<Answer> | null = null

  async function answer(): Promise<Answer> {
    try {
      const { ok, checks } = await checkReady()
      const failed = Object.entries(checks).filter(([, check]) => !check.ok)
      if (!ok) log.warn({ failed: Object.fromEntries(failed) }, 'not ready')
      return {
        ok,
        checks: Object.fromEntries(
          Object.entries(checks).map(([name, check]) => [name, check.ok ? 'ok' : 'failed']),
        ),
      }
    } catch (error) {
      log.error(error, 'the readiness check failed')
      return { ok: false, checks: { readiness: 'failed' } }
    }
  }

  // The checks write to the disk, and anybody may ask: one answer serves all who ask within a second.
  function recentAnswer() {
    if (!pending) {
      pending = answer()
      void pending.then(() => setTimeout(() => (pending = null), KEPT_MILLISECONDS).unref())
    }
    return pending
  }

  return Router()
    .get('/healthz', (_req, res) => {
      res.json({ ok: true })
    })
    .get('/readyz', async (_req, res) => {
      const ready = await recentAnswer()
      res.status(ready.ok ? 200 : 503).json(ready)
    })
}
