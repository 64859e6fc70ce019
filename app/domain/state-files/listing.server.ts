import { pageOf, window } from '../listing'
import { fold } from '../people/name'
import { STATES } from '../people/states'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { type DrawnRow, draw } from './drawing.server'
import { periodInWords, schoolYearThatIs, yearsUntil } from './period'
import { periodsInTheWay } from './sent.server'
import { isToTell, type Period, type Result, RESULT_NAMES } from './state-file'

/** By what the rows can be sorted. */
export const ROW_SORTS = ['name', '-name', 'school', '-school', 'hours', '-hours'] as const
export type RowSort = (typeof ROW_SORTS)[number]

export type RowFilter = {
  text?: string
  result?: Result
  organizationId?: string
  sort: RowSort
  page: number
}

/**
 * A page of what can be told of a period, with how many rows there are of each result, the schools they are
 * of, and what stands against making a file. State numbers are for those who may see them.
 *
 * @throws Forbidden
 */
export async function listRows(scope: Scope, period: Period, filter: RowFilter) {
  authorize(scope.actor, 'state_file.view')
  const { today, district } = scope
  const [{ rows, waiting }, inTheWay] = await Promise.all([
    draw(scope, period),
    periodsInTheWay(scope, period),
  ])
  const found = rows.filter(fits(filter))
  const counts = countBy(found)
  const narrowed = found.filter(({ result }) => !filter.result || result === filter.result)
  const { offset, limit } = window(filter.page)
  const shown = narrowed.toSorted(orderOf(filter.sort)).slice(offset, offset + limit)
  return {
    ...pageOf(shown.map(masked(scope)), narrowed.length, filter.page),
    counts,
    all: rows.length,
    toTell: rows.filter(isToTell).length,
    waiting,
    inTheWay,
    schools: schoolsOf(rows),
    stateName: STATES[district.state] ?? district.state,
    periodName: periodInWords(period, district.schoolYearStartsOn),
    schoolYear: schoolYearThatIs(period, district.schoolYearStartsOn),
    years: yearsUntil(today, district.schoolYearStartsOn),
    can: { make: can(scope.actor, 'state_file.make') },
  }
}

function fits({ text = '', organizationId }: RowFilter) {
  const words = fold(text).split(' ').filter(Boolean)
  return (row: DrawnRow) =>
    (!organizationId || row.organizationId === organizationId) &&
    words.every((word) => row.sortName.includes(word))
}

/** How many rows there are of each result. */
export function countBy(rows: readonly { result: Result }[]): Record<Result, number> {
  const counts = Object.fromEntries(RESULT_NAMES.map((name) => [name, 0]))
  for (const { result } of rows) counts[result] = (counts[result] ?? 0) + 1
  return counts as Record<Result, number>
}

/** Rows come by name: what is equal stays in that order. */
function orderOf(sort: RowSort) {
  const direction = sort.startsWith('-') ? -1 : 1
  const by = sort.replace('-', '')
  return (a: DrawnRow, b: DrawnRow) => {
    if (by === 'hours') return direction * (a.minutes - b.minutes)
    const [one, other] =
      by === 'school' ? [fold(a.schoolName), fold(b.schoolName)] : [a.sortName, b.sortName]
    return direction * (one < other ? -1 : one > other ? 1 : 0)
  }
}

function schoolsOf(rows: readonly DrawnRow[]) {
  const names = new Map(rows.map((row) => [row.organizationId, row.schoolName]))
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}

/** Only the number itself is hidden, not whether there is one. */
const masked = (scope: Scope) => (row: DrawnRow) => {
  const { memberId, stateNumber, before } = row
  const maySee = can(scope.actor, 'license.number', { memberId })
  return {
    ...row,
    stateNumber: maySee ? stateNumber : null,
    hasNumber: stateNumber !== null,
    before: before && {
      minutes: before.minutes,
      fileId: before.fileId,
      fileNumber: before.fileNumber,
    },
  }
}
