import type { Scope } from '../scope.server'
import { educatorsIn } from './educators.server'
import { waitingByMember } from './hours.server'
import { sentIn } from './sent.server'
import { type Period, rowsOf, type StateRow } from './state-file'

/** A row with how many of the person's submissions of the period wait for a decision. */
export type DrawnRow = StateRow & { waiting: number }

/** All rows of a period, by name, and what of the period waits for a decision. */
export type Drawn = {
  rows: DrawnRow[]
  waiting: { submissions: number; people: number; minutes: number }
}

/**
 * Draws up what can be told of a period, in a number of queries that does not depend on how many people
 * there are. Kept until one of its tables is written. The caller has authorized.
 */
export const draw = (scope: Scope, period: Period): Promise<Drawn> =>
  scope.db.keepUntilWritten(`stateFile/${period.first}/${period.last}`, () =>
    drawAnew(scope, period),
  )

async function drawAnew(scope: Scope, period: Period): Promise<Drawn> {
  const [educators, sent, waiting] = await Promise.all([
    educatorsIn(scope, period),
    sentIn(scope, period),
    waitingByMember(scope, period),
  ])
  const waitingOf = new Map(waiting.map((row) => [row.memberId, row.submissions]))
  const rows = rowsOf(educators, sent).map((row) => ({
    ...row,
    waiting: waitingOf.get(row.memberId) ?? 0,
  }))
  return {
    rows: rows.sort((a, b) => compare(a.sortName, b.sortName) || compare(a.id, b.id)),
    waiting: {
      submissions: total(waiting, 'submissions'),
      people: waiting.length,
      minutes: total(waiting, 'minutes'),
    },
  }
}

type Waiting = Awaited<ReturnType<typeof waitingByMember>>[number]

const total = (rows: readonly Waiting[], what: 'submissions' | 'minutes') =>
  rows.reduce((sum, row) => sum + row[what], 0)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
