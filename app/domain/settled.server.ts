import { addDays, type Day } from './calendar'
import type { Scope } from './scope.server'

/** The days of which rows are summed up: after the one, up to the other. */
export type Span = { after?: Day; until: Day }

/** How many days after its end a day is settled for every server and time zone. */
const DAYS_TO_SETTLE = 2

/** The last day of which no server will add a row any more. */
const lastSettled = ({ today }: Scope) => addDays(today, -DAYS_TO_SETTLE)

/**
 * What the rows up to the end of a day come to, where rows are only ever added and dated with the day of
 * it: what is dated up to the day before yesterday is summed up once and kept, a later day from an
 * earlier one; only what came since is read each time.
 *
 * @param key what is summed up, for `keep`
 * @param of.sum reads the rows of a span
 * @param of.add what two spans come to together; neither is changed
 */
export async function sumUntil<Sum>(
  scope: Scope,
  key: string,
  until: Day,
  { sum, add }: { sum: (span: Span) => Promise<Sum>; add: (one: Sum, other: Sum) => Sum },
): Promise<Sum> {
  const last = lastSettled(scope)
  const settledUntil = until < last ? until : last
  const settled = await scope.db.keepOfDay<Sum>(key, settledUntil, async (earlier) =>
    earlier
      ? add(earlier.made, await sum({ after: earlier.day, until: settledUntil }))
      : sum({ until: settledUntil }),
  )
  return until > last ? add(settled, await sum({ after: last, until })) : settled
}
