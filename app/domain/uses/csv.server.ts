import { csvOf } from '../csv.server'
import type { Scope } from '../scope.server'
import { getMemberOfUses } from './member.server'
import { listUses } from './queries.server'

const COLUMNS = [
  'id',
  'purpose',
  'label',
  'record',
  'record_id',
  'title',
  'used_on',
  'unit',
  'amount',
  'minutes',
  'expires_on',
  'state',
  'cycle_id',
  'rule_set',
  'taken_back_on',
  'taken_back_because',
] as const

/**
 * What the hours of a member were used for, as CSV: one row for each use, UTF-8 with a byte order mark,
 * CRLF. Amounts are in the unit, minutes are whole minutes.
 *
 * @throws NotFound when there is nobody whose uses the actor may see
 */
export async function usesCsv(scope: Scope, memberId: string) {
  await getMemberOfUses(scope, memberId)
  const rows = (await listUses(scope, memberId)).map((use) => ({
    id: use.id,
    purpose: use.purpose,
    label: use.label,
    record: RECORDS[use.subject.kind],
    record_id: use.subject.id,
    title: use.subject.title,
    used_on: use.usedOn,
    unit: use.unit,
    amount: use.milliUnits / 1000,
    minutes: use.minutes,
    expires_on: use.expiresOn,
    state: use.jurisdiction,
    cycle_id: use.cycleId,
    rule_set: use.ruleSetId && `${use.ruleSetId}@${use.ruleSetRevision}`,
    taken_back_on: use.takenBackOn,
    taken_back_because: use.takenBackBecause,
  }))
  return csvOf(COLUMNS, rows)
}

/** As the record as a file calls them. */
const RECORDS = { activity: 'activity', completion: 'course', award: 'badge' } as const
