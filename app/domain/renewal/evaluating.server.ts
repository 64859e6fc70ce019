import { and, asc, eq, exists, isNull, minOf } from '#db/query.server'
import { affiliations, cycles, members } from '#db/schema'
import { type MemberUse, usesByMember } from '../credit/uses.server'
import type { Evaluation, RowVerdict } from '../evaluation/evaluation'
import { batchesOf } from '../grouping'
import { type Cycle, listOpenCyclesOf } from '../licenses/cycles.server'
import type { OverlayOn } from '../overlays/overlays.server'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { byName, compactResult, type CycleResult, type DistrictResult } from './cycle-result'
import { rowsOf } from './cycle-rows'
import { spanOfCycle } from './cycle-span'
import type { RowSource } from './row'
import { sourcesOf, spanOf } from './sources.server'

/** How many members the queries of one batch ask about. */
const MEMBERS_AT_ONCE = 50

/**
 * Where everybody who works for the district today stands in their open cycles, by name. It is kept until
 * something is written that it was read from; the caller has decided who may see it.
 */
export async function evaluateDistrict(scope: Scope): Promise<DistrictResult[]> {
  return scope.db.keepUntilWritten(`renewal/${scope.today}`, async () => {
    const licensed = await listLicensed(scope)
    const people = new Map(licensed.map(({ startsOn: _, ...person }) => [person.id, person]))
    const results = await evaluateMembers(scope, [...people.keys()])
    return results
      .map((result) => {
        const { sortName, ...person } = people.get(result.memberId)!
        return { ...result, name: fullName(person), sortName }
      })
      .toSorted(byName)
  })
}

/**
 * Where some members stand in their open cycles, by member and the end of the cycle, with what the district
 * asks. The queries are as many for each batch of members, however much they have done.
 *
 * @param overlayOn what the district asks, where something else is tried
 */
export async function evaluateMembers(
  scope: Scope,
  memberIds: readonly string[],
  overlayOn?: OverlayOn,
): Promise<CycleResult[]> {
  const results: CycleResult[] = []
  for await (const each of eachCycle(scope, memberIds, overlayOn)) {
    results.push(compactResult(each.cycle, each.evaluation, each))
  }
  return results
}

/** An open cycle evaluated, with what its rows are on the record. */
export type EvaluatedCycle = {
  cycle: Cycle
  evaluation: Evaluation
  /** What was earned after the last day of the cycle, up to today. */
  late: RowVerdict[]
  sources: Map<string, RowSource>
}

/** The open cycles of members, one after the other; other requests are answered between the batches. */
export async function* eachCycle(
  scope: Scope,
  memberIds: readonly string[],
  overlayOn?: OverlayOn,
): AsyncGenerator<EvaluatedCycle> {
  for (const batch of batchesOf([...memberIds], MEMBERS_AT_ONCE)) {
    const open = await listOpenCyclesOf(scope, batch)
    if (open.length === 0) continue
    const { first, last } = spanOf(open.map((it) => spanOfCycle(it, scope.today)))
    const span = { first, last: last > scope.today ? last : scope.today }
    const [found, used] = await Promise.all([
      sourcesOf(scope, batch, span),
      usesByMember(scope, batch),
    ])
    for (const cycle of open) {
      const all = found.get(cycle.memberId) ?? []
      yield evaluated(scope, cycle, { all, uses: used.get(cycle.memberId) ?? [] }, overlayOn)
    }
    await new Promise((resume) => setImmediate(resume))
  }
}

function evaluated(
  scope: Scope,
  cycle: Cycle,
  { all, uses }: { all: RowSource[]; uses: MemberUse[] },
  overlayOn: OverlayOn | undefined,
): EvaluatedCycle {
  const asOf = scope.today
  const { startsOn, lastDay } = spanOfCycle(cycle, asOf)
  const overlay = overlayOn && (overlayOn(cycle.ruleSet, asOf) ?? null)
  const judge = (sources: RowSource[]) =>
    evaluateCycle(cycle, {
      rows: rowsOf(cycle, sources, uses, scope.district.usesMayOverlap),
      asOf,
      overlay,
    })
  const own = all.filter(({ endedOn }) => endedOn >= startsOn && endedOn <= lastDay)
  const after = all.filter(({ endedOn }) => endedOn > lastDay && endedOn <= asOf)
  return {
    cycle,
    evaluation: judge(own),
    late: after.length > 0 ? judge(after).rows.filter(({ row }) => !row.carriedOver) : [],
    sources: new Map([...own, ...after].map((source) => [source.id, source])),
  }
}

/**
 * The members with an open cycle who work for the district today, by the day it began: then a batch is about
 * much the same years, and reads little that lies outside.
 */
async function listLicensed(scope: Scope) {
  const current = scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(eq(affiliations.memberId, cycles.memberId), holdsOn(scope.today)))
  const startsOn = minOf(cycles.startsOn)
  return scope.db
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      sortName: members.sortName,
      startsOn,
    })
    .from(cycles)
    .innerJoin(members, eq(members.id, cycles.memberId))
    .where(and(isNull(cycles.closedOn), exists(current)))
    .groupBy(members.id, members.givenName, members.familyName, members.sortName)
    .orderBy(asc(startsOn), asc(members.id))
}
