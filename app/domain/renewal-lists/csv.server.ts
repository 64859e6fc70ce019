import { csvOf } from '../csv.server'
import type { BehindRow } from './behind.server'
import type { ExpiringRow } from './expiring.server'
import { LOSSES } from '../renewal/losses'
import type { LostLine } from './lost.server'
import type { SampleRow } from './sample.server'

/** Who is not on target, one cycle a row. */
export const behindCsv = (rows: readonly BehindRow[]) =>
  csvOf(
    [
      'name',
      'school',
      'state',
      'standing',
      'counted',
      'required',
      'unit',
      'missing',
      'last_day',
      'months_left',
      'sentence',
    ],
    rows.map((row) => ({
      name: row.name,
      school: row.school,
      state: row.place,
      standing: row.state,
      counted: row.counted,
      required: row.required,
      unit: row.unit.many,
      missing: row.gaps
        .map(({ label, short }) => (short > 0 ? `${label}: ${short}` : label))
        .join('\n'),
      last_day: row.lastDay,
      months_left: row.monthsLeft,
      sentence: row.sentence,
    })),
  )

/** The licenses that expire, one a row, without their numbers. */
export const expiringCsv = (rows: readonly ExpiringRow[]) =>
  csvOf(
    ['name', 'school', 'state', 'kind', 'area', 'standing', 'expires_on', 'renewal'],
    rows.map((row) => ({
      name: row.name,
      school: row.school,
      state: row.place,
      kind: row.kind,
      area: row.area,
      standing: row.standing.state,
      expires_on: row.standing.on,
      renewal: row.sentence,
    })),
  )

/** What does not count, by person, reason and rule. */
export const lostCsv = (rows: readonly LostLine[]) =>
  csvOf(
    ['name', 'school', 'state', 'reason', 'rule', 'rows', 'amount', 'unit'],
    rows.map((row) => ({
      name: row.name,
      school: row.school,
      state: row.place,
      reason: LOSSES[row.reason],
      rule: row.rule,
      rows: row.rows,
      amount: row.units,
      unit: row.unit,
    })),
  )

/** The sample, with the room an auditor needs beside it. */
export const sampleCsv = (rows: readonly SampleRow[]) =>
  csvOf(
    [
      'name',
      'school',
      'what',
      'finished_on',
      'counted',
      'unit',
      'self_reported',
      'proof',
      'id',
      'brought_from',
    ],
    rows.map((row) => ({
      name: row.name,
      school: row.school,
      what: row.title,
      finished_on: row.endedOn,
      counted: row.counted,
      unit: row.unit.many,
      self_reported: row.isSelfReported ? 'yes' : 'no',
      proof: row.isSaidOnly ? 'as the educator says' : row.hasProof ? 'yes' : 'no',
      id: row.id,
      brought_from: row.from,
    })),
  )
