import { csvOf } from '~/domain/csv.server'
import type { Page } from '~/domain/listing'
import { type BehindFilter, listBehind } from '~/domain/renewal-lists/behind.server'
import { type ExpiringFilter, listExpiring } from '~/domain/renewal-lists/expiring.server'
import { drawSample, type SampleRequest } from '~/domain/renewal-lists/sample.server'
import { type Part, schoolsOf, standingsIn } from '~/domain/renewal-lists/standings.server'
import { LOSSES } from '~/domain/renewal/losses'
import { jurisdictionName } from '~/domain/rule-sets/jurisdictions'
import type { TestMember } from '../../support/members'

/** The rows of all pages. */
async function everyPage<Row>(pageAt: (page: number) => Promise<Page<Row>>) {
  const first = await pageAt(1)
  const rows = [...first.rows]
  for (let page = 2; page <= first.pages; page++) rows.push(...(await pageAt(page)).rows)
  return rows
}

/** The file of those who are not on target, made of the pages. */
export async function behindAtOnce({ read }: TestMember, filter: BehindFilter) {
  const rows = await everyPage((page) => read(listBehind, { ...filter, page }))
  return csvOf(
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
    rows.map((row) => [
      row.name,
      row.school,
      row.place,
      row.state,
      row.counted,
      row.required,
      row.unit.many,
      row.gaps.map(({ label, short }) => (short > 0 ? `${label}: ${short}` : label)).join('\n'),
      row.lastDay,
      row.monthsLeft,
      row.sentence,
    ]),
  )
}

/** The file of the licenses that expire, made of the pages. */
export async function expiringAtOnce({ read }: TestMember, filter: ExpiringFilter) {
  const rows = await everyPage((page) => read(listExpiring, { ...filter, page }))
  return csvOf(
    ['name', 'school', 'state', 'kind', 'area', 'standing', 'expires_on', 'renewal'],
    rows.map((row) => [
      row.name,
      row.school,
      row.place,
      row.kind,
      row.area,
      row.standing.state,
      row.standing.on,
      row.sentence,
    ]),
  )
}

/** The file of what does not count, made of where everybody stands. */
export async function lostAtOnce({ read }: TestMember, part: Part) {
  const results = await read(standingsIn, part)
  const schools = await read(
    schoolsOf,
    results.map(({ memberId }) => memberId),
  )
  return csvOf(
    ['name', 'school', 'state', 'reason', 'rule', 'rows', 'amount', 'unit'],
    results.flatMap((result) =>
      result.losses.map(({ reason, rule, rows, units }) => [
        result.name,
        schools(result.memberId),
        jurisdictionName(result.jurisdiction),
        LOSSES[reason],
        rule,
        rows,
        units,
        result.unit.many,
      ]),
    ),
  )
}

/** The file of a sample. */
export async function sampleAtOnce({ read }: TestMember, request: SampleRequest) {
  const { rows } = await read(drawSample, request)
  return csvOf(
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
    rows.map((row) => [
      row.name,
      row.school,
      row.title,
      row.endedOn,
      row.counted,
      row.unit.many,
      row.isSelfReported ? 'yes' : 'no',
      row.isSaidOnly ? 'as the educator says' : row.hasProof ? 'yes' : 'no',
      row.id,
      row.from,
    ]),
  )
}
