import { unitsOf } from '../evaluation/amount'
import type { RowVerdict } from '../evaluation/evaluation'
import { groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { longListOf, ownersOf } from '../long-list'
import type { DistrictResult } from '../renewal/cycle-result'
import { eachCycle } from '../renewal/evaluating.server'
import { type Loss, LOSS_REASONS, lossOf, type LossReason } from '../renewal/losses'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { type Part, schoolsOf, standingsIn } from './standings.server'

/** People on a page of rows: each may have many. */
const PEOPLE_A_PAGE = 10

/**
 * What was earned and does not count, by reason: how many people it is about, how many rows, and how much in
 * the units of the rules.
 *
 * @throws Forbidden · NotFound
 */
export async function sumLosses(scope: Scope, part: Part) {
  const results = await standingsIn(scope, part)
  const sums = LOSS_REASONS.map((reason) => sumOf(results, reason))
  return { sums: sums.filter(({ people }) => people > 0), cycles: results.length }
}

function sumOf(results: readonly DistrictResult[], reason: LossReason) {
  const units = new Map<string, { one: string; many: string; amount: number }>()
  const people = new Set<string>()
  let rows = 0
  for (const result of results) {
    for (const loss of result.losses.filter((it) => it.reason === reason)) {
      people.add(result.memberId)
      rows += loss.rows
      const { one, many } = result.unit
      const amount = (units.get(many)?.amount ?? 0) + loss.units
      units.set(many, { one, many, amount: Math.round(amount * 1000) / 1000 })
    }
  }
  return { reason, people: people.size, rows, units: [...units.values()] }
}

/**
 * The rows behind one reason, by person: a page of people with all of their rows.
 *
 * @throws Forbidden · NotFound
 */
export async function listLostRows(
  scope: Scope,
  { reason, page, ...part }: Part & { reason: LossReason; page: number },
) {
  const concerned = (await standingsIn(scope, part)).filter(({ losses }) =>
    losses.some((loss) => loss.reason === reason),
  )
  const { offset, limit } = window(page, PEOPLE_A_PAGE)
  const shown = concerned.slice(offset, offset + limit)
  const memberIds = [...new Set(shown.map(({ memberId }) => memberId))]
  const [rows, schools] = await Promise.all([
    rowsOf(scope, memberIds, reason),
    schoolsOf(scope, memberIds),
  ])
  const people = shown.map((person) => ({
    id: person.id,
    name: person.name,
    school: schools(person.memberId),
    unit: person.unit,
    rows: rows.get(person.id) ?? [],
  }))
  return { ...pageOf(people, concerned.length, page, PEOPLE_A_PAGE), reason }
}

async function rowsOf(scope: Scope, memberIds: string[], reason: LossReason) {
  const found: { cycleId: string; row: ReturnType<typeof shownRow> }[] = []
  for await (const { cycle, evaluation, late, sources } of eachCycle(scope, memberIds)) {
    for (const verdict of [...evaluation.rows, ...late]) {
      if (lossOf(verdict) !== reason) continue
      const kind = sources.get(verdict.row.id)?.kind ?? 'activity'
      found.push({ cycleId: cycle.id, row: shownRow(verdict, kind) })
    }
  }
  const groups = groupBy(found, ({ cycleId }) => cycleId)
  return new Map([...groups].map(([id, list]) => [id, list.map(({ row }) => row)]))
}

const shownRow = (
  { row, sentence, pending, lost }: RowVerdict,
  kind: 'activity' | 'completion' | 'award',
) => ({
  id: row.id,
  kind,
  title: row.title,
  endedOn: row.endsOn ?? null,
  sentence,
  units: unitsOf(pending + lost),
})

/** Everything that does not count, by person, reason and rule, for a file. @throws Forbidden · NotFound */
export async function listAllLosses(
  scope: Scope,
  { reason, ...part }: Part & { reason?: LossReason },
) {
  const results = await standingsIn(scope, part)
  const found = results.flatMap((result) =>
    result.losses
      .filter((loss) => reason === undefined || loss.reason === reason)
      .map((loss) => ({ result, loss })),
  )
  const list = longListOf(found, (some) => linesOf(scope, some))
  return { ...list, memberIds: ownersOf(found.map(({ result }) => result)) }
}

export type LostLine = Awaited<ReturnType<typeof linesOf>>[number]

async function linesOf(scope: Scope, found: { result: DistrictResult; loss: Loss }[]) {
  const schools = await schoolsOf(
    scope,
    found.map(({ result }) => result.memberId),
  )
  return found.map(({ result, loss }) => ({
    name: result.name,
    school: schools(result.memberId),
    place: jurisdictionName(result.jurisdiction),
    unit: result.unit.many,
    ...loss,
  }))
}
