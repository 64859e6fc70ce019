import { unitsOf } from '../evaluation/amount'
import { type CycleResult, type DistrictResult, isWeak } from '../renewal/cycle-result'
import { eachCycle } from '../renewal/evaluating.server'
import { saidProof } from '../renewal/row'
import type { Scope } from '../scope.server'
import { draw } from './drawing'
import { type Part, schoolsOf, standingsIn } from './standings.server'

export type SampleRequest = Part & { seed: string; size: number }

/**
 * A random sample of the rows that count toward a renewal though only the educator vouches for them, or
 * nothing shows what was learned. The same seed draws the same rows as long as the records stay as they are.
 *
 * @throws Forbidden · NotFound
 */
export async function drawSample(scope: Scope, { seed, size, ...part }: SampleRequest) {
  const results = (await standingsIn(scope, part)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const weak = results.reduce((sum, result) => sum + result.weak, 0)
  const chosen = placesOf(results, draw(weak, size, seed))
  const concerned = results.filter(({ id }) => chosen.has(id))
  const memberIds = [...new Set(concerned.map(({ memberId }) => memberId))]
  const [rows, schools] = await Promise.all([
    rowsAt(scope, memberIds, chosen),
    schoolsOf(scope, memberIds),
  ])
  const people = new Map(concerned.map((result) => [result.id, result]))
  const sample = rows.map(({ cycleId, memberId, ...row }) => ({
    ...row,
    cycleId,
    memberId,
    school: schools(memberId),
    ...nameOf(people.get(cycleId)!),
  }))
  return {
    rows: sample.toSorted(
      (a, b) => a.sortName.localeCompare(b.sortName, 'en') || (a.id < b.id ? -1 : 1),
    ),
    weak,
    people: new Set(results.filter((it) => it.weak > 0).map(({ memberId }) => memberId)).size,
  }
}

export type SampleRow = Awaited<ReturnType<typeof drawSample>>['rows'][number]

const nameOf = ({ name, sortName, unit }: DistrictResult) => ({ name, sortName, unit })

/** Which of its weak rows, counted from 0, were drawn from each cycle. */
function placesOf(results: readonly CycleResult[], drawn: readonly number[]) {
  const chosen = new Map<string, number[]>()
  let first = 0
  let next = 0
  for (const { id, weak } of results) {
    const places: number[] = []
    for (; next < drawn.length && drawn[next]! < first + weak; next += 1) {
      places.push(drawn[next]! - first)
    }
    if (places.length > 0) chosen.set(id, places)
    first += weak
  }
  return chosen
}

async function rowsAt(scope: Scope, memberIds: string[], chosen: Map<string, number[]>) {
  const rows: {
    id: string
    kind: 'activity' | 'completion' | 'award'
    cycleId: string
    memberId: string
    title: string
    endedOn: string | null
    counted: number
    isSelfReported: boolean
    hasProof: boolean
    /** Nothing is attached that shows what was learned. */
    isSaidOnly: boolean
    /** Where it was earned, if not here. */
    from: string | null
  }[] = []
  for await (const { cycle, evaluation, sources } of eachCycle(scope, memberIds)) {
    const places = new Set(chosen.get(cycle.id))
    const weak = evaluation.rows.filter((row) => isWeak(row, sources.get(row.row.id)))
    for (const { row, counted } of weak.filter((_, at) => places.has(at))) {
      const source = sources.get(row.id)!
      rows.push({
        id: row.id,
        kind: source.kind,
        cycleId: cycle.id,
        memberId: cycle.memberId,
        title: row.title,
        endedOn: row.endsOn ?? null,
        counted: unitsOf(counted),
        isSelfReported: source.strength === 'self_reported',
        hasProof: (row.proofs?.length ?? 0) > 0,
        isSaidOnly: saidProof(source) !== null,
        from: source.brought?.from ?? null,
      })
    }
  }
  return rows
}
