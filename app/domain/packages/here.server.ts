import { eq, inArray } from '#db/query.server'
import { activities, awards, broughtRows, completions, cycles, licenses } from '#db/schema'
import { batchesOf } from '../grouping'
import { findOpenCycle } from '../licenses/cycles.server'
import { keyOf, ruleSetsOf } from '../licenses/pinning.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { knownFacts, wrongInCycle, wrongInLicense, wrongInRow } from './checking.server'
import type { ComingCycle, ComingLicense, ComingRow, PackageFault } from './coming'
import type { ReadPackage } from './reading.server'

const AT_ONCE = 400

/** The rows of a package that are new to the district, and what is wrong with others. */
export async function newRows(scope: Scope, rows: ComingRow[]) {
  const here = await idsHere(
    scope,
    rows.map(({ id }) => id),
  )
  const faults: PackageFault[] = []
  const coming = rows.filter((row) => {
    if (here.has(row.id)) return false
    const reason = wrongInRow(scope, row)
    if (reason) faults.push({ kind: row.kind, title: row.title, reason })
    return !reason
  })
  return { rows: coming, already: here.size, faults }
}

/** Those of some ids that rows of the district have: its own, and brought ones. */
async function idsHere(scope: Scope, ids: string[]) {
  const here = new Set<string>()
  for (const batch of batchesOf(ids, AT_ONCE)) {
    for (const table of [broughtRows, activities, completions, awards]) {
      const rows = await scope.db
        .select({ id: table.id })
        .from(table)
        .where(inArray(table.id, batch))
      for (const { id } of rows) here.add(id)
    }
  }
  return here
}

/** The licenses and cycles of a package that can be brought, and why the others cannot. */
export async function comingLicenses(
  scope: Scope,
  read: Pick<ReadPackage, 'licenses' | 'cycles'>,
): Promise<{ licenses: ComingLicense[]; cycles: ComingCycle[]; faults: PackageFault[] }> {
  const faults: PackageFault[] = []
  const taken = await licensesHere(scope, read.licenses)
  const coming = read.licenses.filter((license) => {
    const reason = taken.ids.has(license.id)
      ? 'It is here already.'
      : taken.jurisdictions.has(license.jurisdiction)
        ? `You have a license of ${jurisdictionName(license.jurisdiction)} here; it stays as it is.`
        : wrongInLicense(scope, license)
    if (reason) faults.push({ kind: 'license', title: license.area ?? license.kind, reason })
    return !reason
  })
  const here = {
    brought: new Map(coming.map(({ id, jurisdiction }) => [id, jurisdiction])),
    cycles: await cycleIdsHere(scope, read.cycles),
    rules: await ruleSetsOf(
      scope,
      read.cycles.map(({ ruleSet }) => ruleSet),
    ),
    open: new Set<string>(),
  }
  const following = read.cycles.filter((cycle) => {
    const reason = wrongInCycle(scope, cycle, here)
    if (reason) faults.push({ kind: 'cycle', title: daysOf(cycle), reason })
    else if (cycle.closedOn === null) here.open.add(here.brought.get(cycle.licenseId)!)
    return !reason
  })
  const known = following.map((cycle) => {
    const { facts, wrong } = knownFacts(scope, cycle, here.rules.get(keyOf(cycle.ruleSet))!)
    faults.push(
      ...wrong.map((reason) => ({ kind: 'cycle' as const, title: daysOf(cycle), reason })),
    )
    return { ...cycle, facts }
  })
  return { licenses: coming, cycles: known, faults }
}

const daysOf = ({ startsOn, endsOn }: ComingCycle) => `${startsOn} to ${endsOn}`

async function licensesHere(scope: Scope, coming: ComingLicense[]) {
  const ids = coming.map(({ id }) => id)
  const [same, own] = await Promise.all([
    scope.db.select({ id: licenses.id }).from(licenses).where(inArray(licenses.id, ids)),
    scope.db
      .select({ jurisdiction: licenses.jurisdiction })
      .from(licenses)
      .where(eq(licenses.memberId, scope.actor.id)),
  ])
  const jurisdictions = new Set(own.map(({ jurisdiction }) => jurisdiction))
  for (const { jurisdiction } of coming) {
    if (await findOpenCycle(scope, scope.actor.id, jurisdiction)) jurisdictions.add(jurisdiction)
  }
  return { ids: new Set(same.map(({ id }) => id)), jurisdictions }
}

async function cycleIdsHere(scope: Scope, coming: ComingCycle[]) {
  const rows = await scope.db
    .select({ id: cycles.id })
    .from(cycles)
    .where(
      inArray(
        cycles.id,
        coming.map(({ id }) => id),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
