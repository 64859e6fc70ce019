import { claimableCategories } from '../evaluation/asking'
import type { Verdict } from '../evaluation/evaluation'
import { getCycle } from '../licenses/cycles.server'
import { judgedIn } from '../licenses/judged'
import { lastDayToEarn } from '../licenses/license'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { isStale } from '../rule-sets/showing'
import type { Scope } from '../scope.server'
import { pageOf, window } from '../listing'
import { nameOf } from '../people/named.server'
import { evaluateCycle } from './cycle-evaluation'
import { readCycleRows } from './reading.server'
import { shownEvaluation } from './showing'
import { suggestionsFor } from './suggestions'
import { type Planned, plannedRow, whatIfOf } from './what-if'

/**
 * What counts in a cycle and what is missing, with what a planned course would change.
 *
 * @throws NotFound when there is no such cycle that the actor may see
 */
export async function getCyclePage(
  scope: Scope,
  id: string,
  { planned, verdict, page }: { planned: Planned | null; verdict?: Verdict; page: number },
) {
  const cycle = await getCycle(scope, id)
  const { memberId, jurisdiction, startsOn, ruleSet } = cycle
  const lastDay = lastDayToEarn(cycle)
  const { sources, rows } = await readCycleRows(scope, cycle)
  const asOf = cycle.closedOn ?? scope.today
  const evaluation = evaluateCycle(cycle, { rows, asOf })
  const plannedOn = asOf < startsOn ? startsOn : asOf > lastDay ? lastDay : asOf
  const shown = shownEvaluation(evaluation, sources)
  const listed = shown.rows.filter((row) => !verdict || row.verdict === verdict).toReversed()
  const { offset, limit } = window(page)
  return {
    cycle: {
      id,
      startsOn,
      endsOn: cycle.endsOn,
      lastDay,
      closedOn: cycle.closedOn,
      renewedOn: cycle.renewedOn,
      can: cycle.can,
    },
    memberId,
    isOwn: memberId === scope.actor.id,
    owner: memberId === scope.actor.id ? null : await nameOf(scope, memberId),
    place: jurisdictionName(jurisdiction),
    licenses: cycle.licenses.map(({ id: license, area, isPrimary, class: ofClass }) => ({
      id: license,
      area,
      isPrimary,
      hasClass: ofClass !== null,
    })),
    ruleSet: {
      id: ruleSet.id,
      revision: ruleSet.revision,
      name: ruleSet.name,
      checkedOn: ruleSet.checkedOn,
      isStale: isStale(ruleSet.checkedOn, scope.today),
    },
    categories: claimableCategories(judgedIn(cycle)).map(({ code, label }) => ({ code, label })),
    credits: [...new Set(ruleSet.conversions.map(({ from }) => from))],
    ...shown,
    rows: pageOf(listed.slice(offset, offset + limit), listed.length, page),
    verdicts: countsOf(shown.rows),
    suggestions: suggestionsFor(evaluation),
    whatIf:
      planned &&
      whatIfOf(
        evaluation,
        evaluateCycle(cycle, { rows: [...rows, plannedRow(planned, plannedOn, rows)], asOf }),
      ),
  }
}

/** How many rows there are of each verdict. */
function countsOf(rows: { verdict: Verdict }[]) {
  const counts: Record<Verdict, number> = {
    counts: 0,
    counts_partly: 0,
    not_yet: 0,
    does_not_count: 0,
  }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

export type CyclePage = Awaited<ReturnType<typeof getCyclePage>>
