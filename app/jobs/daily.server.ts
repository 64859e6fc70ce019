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

/**
 * What a new day brings to each district, in the order in which one thing follows from another: whom
 * assignments are for, what they are required to take, then the letters about it; on the first of a
 * month, the figures of the one before; and the reports that come by mail. The day begins at
 * midnight in the district; one that began while the server was down is made up for.
 *
 * @param origin the address of this server, as people type it
 */
export function startDaily(
  store: Store,
  origin: string,
  { pause = A_MINUTE, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  const done = {
    reevaluated: daysDone(),
    kept: daysDone(),
    notified: daysDone(),
    closed: daysDone(),
    delivered: daysDone(),
  }
  return repeat(
    async () => {
      await reevaluateOnNewDays(store, done.reevaluated, now(), report)
      await keepObligationsOnNewDays(store, done.kept, now(), report)
      await notifyOnNewDays(store, origin, done.notified, now(), report)
      await closeMonthsOnNewDays(store, done.closed, now(), report)
      await deliverReportsOnNewDays(store, origin, done.delivered, now(), report)
    },
    pause,
    report,
  )
}

const daysDone = (): DaysDone => new Map()
