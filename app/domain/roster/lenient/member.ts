import type { RosterMember } from '../roster'
import { readBoolean } from './cell'
import type { Findings } from './findings'
import { isActive, placeOf } from './placement'
import type { SourceRecord } from './record'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The member of a row of `users.csv` that is known to be about staff. */
export function memberOf(record: SourceRecord, findings: Findings): RosterMember {
  const optional = (column: string) => record.read(column) || null
  return {
    sourcedId: record.read('sourcedId'),
    masterIdentifier: optional('userMasterIdentifier'),
    identifier: optional('identifier'),
    username: record.read('username'),
    email: emailOf(record, findings),
    givenName: record.read('givenName'),
    familyName: record.read('familyName'),
    preferredGivenName: optional('preferredGivenName'),
    preferredFamilyName: optional('preferredFamilyName'),
    active: isActive(record) && isEnabled(record, findings),
    ...placeOf(record),
  }
}

function emailOf(record: SourceRecord, findings: Findings): string | null {
  const email = record.read('email')
  if (email === '' || EMAIL.test(email)) return email || null
  findings.tally(
    'email',
    { ...placeOf(record), field: 'email' },
    (rows) => `An email is no address and was left out (${rows}). Write it like ana@district.org.`,
  )
  return null
}

function isEnabled(record: SourceRecord, findings: Findings): boolean {
  const cell = record.read('enabledUser')
  const enabled = readBoolean(cell)
  const place = { ...placeOf(record), field: 'enabledUser' }
  if (enabled === null && cell !== '') {
    findings.tally(
      'enabled',
      place,
      (rows) => `enabledUser is neither true nor false and was taken as true (${rows}).`,
    )
  } else if (enabled !== null && cell !== `${enabled}`) {
    findings.tally(
      'spelling',
      place,
      (rows) => `enabledUser was read as meant (${rows}). OneRoster writes exactly true or false.`,
    )
  }
  return enabled ?? true
}
