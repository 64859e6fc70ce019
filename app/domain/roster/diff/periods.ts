import { addDays, type Day } from '../../calendar'
import type { RosterRole } from '../roster'
import type { AffiliationState, Comparison } from './state'

/** A role at an organization as a roster has it; `active` is false when it is to end. */
export type Period = {
  organizationId: string
  role: RosterRole
  startedOn: Day | null
  endedOn: Day | null
  active: boolean
}

/** What becomes of the affiliations of one person with one role at one organization. */
export type Step =
  | { kind: 'start'; startedOn: Day; endedOn: Day | null }
  | { kind: 'reopen' | 'date'; row: AffiliationState; startedOn: Day; endedOn: Day | null }
  | { kind: 'end'; row: AffiliationState; endedOn: Day }
  | { kind: 'keep'; row: AffiliationState }

/** Whether an affiliation holds today, or is going to. */
export const isOpen = (
  { startedOn, endedOn }: { startedOn: Day; endedOn: Day | null },
  today: Day,
) => endedOn === null || (endedOn >= today && endedOn >= startedOn)

/** Whether an affiliation holds today. */
export const isCurrent = (row: { startedOn: Day; endedOn: Day | null }, today: Day) =>
  row.startedOn <= today && isOpen(row, today)

/**
 * Compares what a roster says of one role at one organization with the rows there are. Only rows that
 * came from a roster are changed or ended. What has begun keeps its first day, for student information
 * systems set it anew every year; who comes back gets a new row.
 *
 * @param endsByAbsence whether a row that the roster does not have is to end
 */
export function stepsOf(
  wanted: readonly Period[],
  rows: readonly AffiliationState[],
  endsByAbsence: boolean,
  comparison: Comparison,
): Step[] {
  const { today } = comparison
  const open = rows.filter((row) => isOpen(row, today))
  const ofRoster = open.filter(({ source }) => source === 'roster')
  const lasting = merged(wanted.filter(({ active, endedOn }) => active && !isOver(endedOn, today)))
  const kept =
    lasting &&
    (ofRoster.find(({ startedOn }) => startedOn === lasting.startedOn) ?? ofRoster[0] ?? open[0])
  const steps: Step[] = []
  if (lasting && kept) steps.push(adjust(lasting, kept, today))
  if (lasting && !kept) steps.push(start(lasting, rows, comparison))

  const ending = wanted.find(({ active, endedOn }) => !active || isOver(endedOn, today))
  if (!ending && !endsByAbsence) return steps
  const said = ending && isOver(ending.endedOn, today) ? ending.endedOn : null
  for (const row of ofRoster) {
    if (row === kept) continue
    steps.push({ kind: 'end', row, endedOn: lastDayOf(row, said, today) })
  }
  return steps
}

const isOver = (endedOn: Day | null, today: Day): endedOn is Day =>
  endedOn !== null && endedOn < today

/** Two roles of a roster that are one here, such as teacher and aide, as one period. */
function merged(periods: readonly Period[]): Period | null {
  const [first] = periods
  if (!first) return null
  const starts = periods.flatMap(({ startedOn }) => startedOn ?? [])
  const ends = periods.flatMap(({ endedOn }) => endedOn ?? [])
  return {
    ...first,
    startedOn: starts.toSorted()[0] ?? null,
    endedOn: ends.length < periods.length ? null : (ends.toSorted().at(-1) ?? null),
  }
}

function adjust(wanted: Period, row: AffiliationState, today: Day): Step {
  if (row.source !== 'roster') return { kind: 'keep', row }
  const isAhead = row.startedOn > today
  const startedOn = isAhead ? (wanted.startedOn ?? row.startedOn) : row.startedOn
  const { endedOn } = wanted
  if (startedOn === row.startedOn && endedOn === row.endedOn) return { kind: 'keep', row }
  return { kind: 'date', row, startedOn, endedOn }
}

/** A new row; where an earlier one already covers its first day, from today. */
function start(
  { startedOn, endedOn }: Period,
  rows: readonly AffiliationState[],
  { startsOn, today }: Comparison,
): Step {
  const asked = startedOn ?? startsOn
  const isCovered = rows.some(
    (row) => row.endedOn !== null && row.endedOn >= row.startedOn && row.endedOn >= asked,
  )
  const first = isCovered ? today : asked
  const same = rows.find((row) => row.startedOn === first)
  if (same) return { kind: 'reopen', row: same, startedOn: first, endedOn }
  return { kind: 'start', startedOn: first, endedOn }
}

/** The last day of a row that ends; the day before it began when it never came to hold. */
function lastDayOf({ startedOn }: AffiliationState, said: Day | null, today: Day): Day {
  const last = said ?? addDays(today, -1)
  const before = addDays(startedOn, -1)
  return last > before ? last : before
}
