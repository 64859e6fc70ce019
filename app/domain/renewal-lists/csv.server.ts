import { type Columns, peopleCsvOf } from '../csv.server'
import { longListOf, ownersOf } from '../long-list'
import { LOSSES } from '../renewal/losses'
import type { Scope } from '../scope.server'
import { type BehindFilter, type BehindRow, listAllBehind } from './behind.server'
import { type ExpiringFilter, type ExpiringRow, listAllExpiring } from './expiring.server'
import { listAllLosses, type LostLine } from './lost.server'
import { drawSample, type SampleRequest, type SampleRow } from './sample.server'

/** Who is not on target, one cycle a row. @throws Forbidden · NotFound */
export const behindCsv = async (scope: Scope, filter: BehindFilter) =>
  peopleCsvOf(BEHIND_COLUMNS, await listAllBehind(scope, filter))

/** The licenses that expire, one a row, without their numbers. @throws Forbidden · NotFound */
export const expiringCsv = async (scope: Scope, filter: ExpiringFilter) =>
  peopleCsvOf(EXPIRING_COLUMNS, await listAllExpiring(scope, filter))

/** What does not count, by person, reason and rule. @throws Forbidden · NotFound */
export const lostCsv = async (scope: Scope, filter: Parameters<typeof listAllLosses>[1]) =>
  peopleCsvOf(LOST_COLUMNS, await listAllLosses(scope, filter))

/** The sample, with the room an auditor needs beside it. @throws Forbidden · NotFound */
export async function sampleCsv(scope: Scope, request: SampleRequest) {
  const { rows } = await drawSample(scope, request)
  return peopleCsvOf(SAMPLE_COLUMNS, {
    ...longListOf(rows, async (some) => some),
    memberIds: ownersOf(rows),
  })
}

const BEHIND_COLUMNS: Columns<BehindRow> = {
  name: ({ name }) => name,
  school: ({ school }) => school,
  state: ({ place }) => place,
  standing: ({ state }) => state,
  counted: ({ counted }) => counted,
  required: ({ required }) => required,
  unit: ({ unit }) => unit.many,
  missing: ({ gaps }) =>
    gaps.map(({ label, short }) => (short > 0 ? `${label}: ${short}` : label)).join('\n'),
  last_day: ({ lastDay }) => lastDay,
  months_left: ({ monthsLeft }) => monthsLeft,
  sentence: ({ sentence }) => sentence,
}

const EXPIRING_COLUMNS: Columns<ExpiringRow> = {
  name: ({ name }) => name,
  school: ({ school }) => school,
  state: ({ place }) => place,
  kind: ({ kind }) => kind,
  area: ({ area }) => area,
  standing: ({ standing }) => standing.state,
  expires_on: ({ standing }) => standing.on,
  renewal: ({ sentence }) => sentence,
}

const LOST_COLUMNS: Columns<LostLine> = {
  name: ({ name }) => name,
  school: ({ school }) => school,
  state: ({ place }) => place,
  reason: ({ reason }) => LOSSES[reason],
  rule: ({ rule }) => rule,
  rows: ({ rows }) => rows,
  amount: ({ units }) => units,
  unit: ({ unit }) => unit,
}

const SAMPLE_COLUMNS: Columns<SampleRow> = {
  name: ({ name }) => name,
  school: ({ school }) => school,
  what: ({ title }) => title,
  finished_on: ({ endedOn }) => endedOn,
  counted: ({ counted }) => counted,
  unit: ({ unit }) => unit.many,
  self_reported: ({ isSelfReported }) => (isSelfReported ? 'yes' : 'no'),
  proof: ({ isSaidOnly, hasProof }) =>
    isSaidOnly ? 'as the educator says' : hasProof ? 'yes' : 'no',
  id: ({ id }) => id,
  brought_from: ({ from }) => from,
}
