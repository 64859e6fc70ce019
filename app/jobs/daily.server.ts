import type { Store } from '#db/client.server'
import type { DaysDone } from './districts.server'
import { deliverReportsOnNewDays } from './report-deliverer.server'
import { closeMonthsOnNewDays } from './month-closer.server'
import { notifyOnNewDays } from './notifier.server'
import { keepObligationsOnNewDays } from './obligation-keeper.server'
import { reevaluateOnNewDays } from './reevaluator.server'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks at the calendar. */
  pause?: number
  report?: (error: unknown) => void
  now?: () => Date
}

const A_MINUTE = 60 * 1000

/** Looks again and again whether a day has begun somewhere, and does what it brings. */
export function startDaily(
  store: Store,
  origin: string,
  { pause = A_MINUTE, ...options }: Options = {},
): Repeating {
  const { report = () => {} } = options
  return repeat(workOfNewDays(store, origin, options), pause, report)
}

/**
 * What a new day brings to each district, in the order in which one thing follows from another: whom
 * assignments are for, what they are required to take, then the letters about it; on the first of a
 * month, the figures of the one before; and the reports that come by mail. The day begins at
 * midnight in the district; one that began while the server was down is made up for.
 *
 * @param origin the address of this server, as people type it
 * @returns what does it where it has not been done yet
 */
export function workOfNewDays(
  store: Store,
  origin: string,
  { report = () => {}, now = () => new Date() }: Omit<Options, 'pause'> = {},
) {
  const done = {
    reevaluated: daysDone(),
    kept: daysDone(),
    notified: daysDone(),
    closed: daysDone(),
    delivered: daysDone(),
  }
  return async () => {
    await reevaluateOnNewDays(store, done.reevaluated, now(), report)
    await keepObligationsOnNewDays(store, done.kept, now(), report)
    await notifyOnNewDays(store, origin, done.notified, now(), report)
    await closeMonthsOnNewDays(store, done.closed, now(), report)
    await deliverReportsOnNewDays(store, origin, done.delivered, now(), report)
  }
}

const daysDone = (): DaysDone => new Map()
