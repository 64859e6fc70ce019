import type { StateRowKind } from '#db/words'
import type { Day } from '../calendar'
import { groupBy } from '../grouping'
import type { Reason } from './reason'

/** The days whose hours are told, both included. */
export type Period = { first: Day; last: Day }

/** How a row stands, in the words people read. */
export const RESULTS = {
  ready: 'Ready',
  changed: 'Ready, changed since it was sent',
  taken_back: 'Ready, taken back since it was sent',
  not_ready: 'Not ready',
  sent: 'Sent, unchanged',
} as const

export type Result = keyof typeof RESULTS
export const RESULT_NAMES = Object.keys(RESULTS) as Result[]

/** What a row of a file does, in the words people read. */
export const ROW_KINDS: Record<StateRowKind, string> = {
  new: 'New',
  correction: 'Correction',
  withdrawn: 'Withdrawn',
}

/** What is told about one person. */
export type Told = {
  memberId: string
  givenName: string
  familyName: string
  organizationId: string
  schoolName: string
  activities: number
  minutes: number
}

/** Somebody with approved hours in the period, and everything that stands against telling them. */
export type Educator = Told & {
  sortName: string
  stateNumber: string | null
  schoolNumber: string | null
  reasons: Reason[]
}

/** What the last file told that was not refused, by one state number. */
export type Sent = Told & {
  sortName: string
  stateNumber: string
  schoolNumber: string
  kind: StateRowKind
  fileId: string
  fileNumber: number
}

/** What the state was told before, and in which file. */
export type Before = Pick<Sent, 'stateNumber' | 'minutes' | 'fileId' | 'fileNumber'>

/** A row as the office sees it before it makes a file. */
export type StateRow = Educator & { id: string; result: Result; before: Before | null }

type ReadyNumbers = { stateNumber: string; schoolNumber: string }

/** A row that can go into a file. */
export type ReadyRow = StateRow & ReadyNumbers

/** Two spellings of one state number are the same. */
export const numberKey = (stateNumber: string) => stateNumber.replace(/\s+/g, '').toUpperCase()

/**
 * The rows of a period: one for each educator with hours, and one for each number whose hours the state has
 * to forget, for nobody who is ready has it any more. What was told of somebody who is not ready now stands.
 *
 * @param sent one for each state number: the last that was told
 */
export function rowsOf(educators: readonly Educator[], sent: readonly Sent[]): StateRow[] {
  const standing = sent.filter(({ kind }) => kind !== 'withdrawn')
  const sentByNumber = new Map(standing.map((row) => [numberKey(row.stateNumber), row]))
  const sentByMember = groupBy(standing, ({ memberId }) => memberId)
  const ready = new Map<string, Educator>()
  for (const educator of educators) {
    if (isReady(educator)) ready.set(numberKey(educator.stateNumber), educator)
  }
  const isHere = new Map(educators.map((educator) => [educator.memberId, educator]))
  const forgotten = standing.filter(({ stateNumber, memberId }) => {
    if (ready.has(numberKey(stateNumber))) return false
    const educator = isHere.get(memberId)
    return educator === undefined || isReady(educator)
  })
  return [
    ...educators.map((educator) =>
      isReady(educator)
        ? readyRow(educator, sentByNumber.get(numberKey(educator.stateNumber)))
        : notReadyRow(educator, sentByMember.get(educator.memberId)?.[0]),
    ),
    ...forgotten.map(takenBackRow),
  ]
}

const isReady = (educator: Educator): educator is Educator & ReadyNumbers =>
  educator.reasons.length === 0 && hasNumbers(educator)

const hasNumbers = <Row extends Educator>(row: Row): row is Row & ReadyNumbers =>
  row.stateNumber !== null && row.schoolNumber !== null

/** Whether a row goes into the next file. */
export const isToTell = <Row extends StateRow>(row: Row): row is Row & ReadyNumbers =>
  hasNumbers(row) && ['ready', 'changed', 'taken_back'].includes(row.result)

/** What a row does in the file it goes into. */
export function kindOf({ result }: ReadyRow): StateRowKind {
  if (result === 'taken_back') return 'withdrawn'
  return result === 'changed' ? 'correction' : 'new'
}

function readyRow(educator: Educator, sent: Sent | undefined): StateRow {
  const id = educator.memberId
  if (!sent) return { ...educator, id, result: 'ready', before: null }
  const result = isSame(educator, sent) ? 'sent' : 'changed'
  return { ...educator, id, result, before: beforeOf(sent) }
}

const notReadyRow = (educator: Educator, sent: Sent | undefined): StateRow => ({
  ...educator,
  id: educator.memberId,
  result: 'not_ready',
  before: sent ? beforeOf(sent) : null,
})

const takenBackRow = ({ kind: _, fileId, fileNumber, ...sent }: Sent): StateRow => ({
  ...sent,
  id: `${sent.memberId}/${numberKey(sent.stateNumber)}`,
  activities: 0,
  minutes: 0,
  reasons: [],
  result: 'taken_back',
  before: beforeOf({ ...sent, fileId, fileNumber }),
})

const beforeOf = ({ stateNumber, minutes, fileId, fileNumber }: Before): Before => ({
  stateNumber,
  minutes,
  fileId,
  fileNumber,
})

/** Another name is no other figure: the state knows people and schools by their numbers. */
const isSame = (educator: Educator, sent: Sent) =>
  educator.memberId === sent.memberId &&
  educator.minutes === sent.minutes &&
  educator.activities === sent.activities &&
  educator.schoolNumber === sent.schoolNumber

/** Whether two periods have a day in common. */
export const overlaps = (one: Period, other: Period) =>
  one.first <= other.last && other.first <= one.last

export const MAX_REFUSAL_LENGTH = 1000
