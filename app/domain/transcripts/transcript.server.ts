import { eq, and, inArray } from '#db/query.server'
import { licenses } from '#db/schema'
import { dayInWords } from '../calendar'
import { unitsOf } from '../evaluation/amount'
import { labelOf } from '../licenses/choices'
import { type Cycle, getCycle } from '../licenses/cycles.server'
import { nameOf } from '../people/named.server'
import { evaluateCycle } from '../renewal/cycle-evaluation'
import { readCycleRows } from '../renewal/reading.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { approvalsOf } from './approvals.server'
import { transcriptColumns, unknownColumns } from './columns'
import { rowsApart, rowsThatCount, totalsOf } from './transcript'

export type Transcript = Awaited<ReturnType<typeof getTranscript>>

/**
 * The transcript of a cycle: what counts, in the columns of the state, and apart from it what does not.
 *
 * @param withNumbers whether the numbers of the licenses stand on it, which the educator alone can ask for
 * @throws NotFound when there is no such cycle that the actor may see
 */
export async function getTranscript(scope: Scope, id: string, withNumbers: boolean) {
  const cycle = await getCycle(scope, id)
  const { memberId, ruleSet, startsOn } = cycle
  const isOwn = memberId === scope.actor.id
  const [found, approvals, educator, numbers] = await Promise.all([
    readCycleRows(scope, cycle),
    approvalsOf(scope, memberId),
    nameOf(scope, memberId),
    isOwn && withNumbers ? numbersOf(scope, cycle) : new Map<string, string>(),
  ])
  const { sources, rows } = found
  const evaluation = evaluateCycle(cycle, { rows, asOf: cycle.closedOn ?? scope.today })
  const columns = transcriptColumns(ruleSet.transcript, {
    unit: ruleSet.unit.many,
    categories: evaluation.categories,
  })
  for (const { id: rowId, brought } of sources) {
    if (brought?.decidedOn) {
      const by = [brought.decidedBy, brought.from].filter(Boolean).join(', ')
      approvals.set(rowId, { by, on: brought.decidedOn })
    }
  }
  const standing = { evaluation, approvals, sources: new Map(sources.map((it) => [it.id, it])) }
  const place = jurisdictionName(cycle.jurisdiction)
  return {
    memberId,
    isOwn,
    withNumbers: isOwn && withNumbers,
    educator,
    district: scope.district.name,
    place,
    madeOn: scope.today,
    licenses: cycle.licenses.map((license) => licenseInWords(license, cycle, numbers)),
    cycle: {
      id,
      startsOn,
      endsOn: cycle.endsOn,
      extendedToOn: cycle.extendedToOn,
      renewedOn: cycle.renewedOn,
    },
    rules: `${ruleSet.name} (${ruleSet.id}, revision ${ruleSet.revision}), checked on ${dayInWords(ruleSet.checkedOn)}`,
    unit: ruleSet.unit,
    columns,
    toFillIn: unknownColumns(columns).map(({ label }) => label),
    rows: rowsThatCount(standing, columns),
    apart: rowsApart(standing),
    totals: totalsOf(evaluation),
    counted: unitsOf(evaluation.counted),
    required: unitsOf(evaluation.required),
    pending: unitsOf(evaluation.pending),
    statement: `This transcript shows what stood in the professional learning record of ${educator} at ${scope.district.name} on ${dayInWords(scope.today)}: what was done, who approved it, and how strong the evidence is. It does not show that a license is renewed: ${place} decides that.`,
  }
}

/** A license as a transcript names it: “Professional, Mathematics 5–8, number 482913”. */
function licenseInWords(
  license: Cycle['licenses'][number],
  { ruleSet }: Cycle,
  numbers: ReadonlyMap<string, string>,
) {
  const number = numbers.get(license.id)
  return [
    labelOf(ruleSet.licenseKinds, license.kind),
    license.class && labelOf(ruleSet.classes, license.class),
    license.area,
    ...license.endorsements.map((code) => labelOf(ruleSet.endorsements, code)),
    number && `number ${number}`,
  ]
    .filter(Boolean)
    .join(', ')
}

async function numbersOf(scope: Scope, cycle: Cycle) {
  const rows = await scope.db
    .select({ id: licenses.id, number: licenses.number })
    .from(licenses)
    .where(
      and(
        eq(licenses.memberId, scope.actor.id),
        inArray(
          licenses.id,
          cycle.licenses.map(({ id }) => id),
        ),
      ),
    )
  return new Map(rows.flatMap(({ id, number }) => (number ? [[id, number] as const] : [])))
}
