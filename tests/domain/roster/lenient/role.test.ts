import { expect, test } from 'vitest'
import { readRole } from '~/domain/roster/lenient/role'
import type { RosterOptions } from '~/domain/roster/roster'

test.each([
  ['principal', 'principal', null],
  ['teacher', 'educator', null],
  ['Teacher', 'educator', null],
  ['aide', 'educator', null],
  ['counselor', 'educator', null],
  ['proctor', 'educator', null],
  ['siteAdministrator', 'educator', null],
  ['site_administrator', 'educator', null],
  ['administrator', 'educator', 'administrator'],
  ['districtAdministrator', 'educator', 'districtadministrator'],
  ['District Administrator', 'educator', 'districtadministrator'],
  ['systemAdministrator', 'educator', 'systemadministrator'],
])('%s is a %s and raises %j', (cell, role, ask) => {
  expect(readRole(cell, {})).toEqual({ standing: 'staff', role, ask })
})

test.each([
  ['student', 'student'],
  ['STUDENT', 'student'],
  ['parent', 'parent'],
  ['guardian', 'parent'],
  ['relative', 'parent'],
  ['ext:coach', 'other'],
  ['', 'other'],
  ['constructor', 'other'],
])('%j is no staff but %s', (cell, standing) => {
  expect(readRole(cell, {})).toEqual({ standing })
})

test('an administrator is what the district has said', () => {
  const reading = readRole('administrator', { administratorRole: 'principal' })

  expect(reading).toEqual({ standing: 'staff', role: 'principal', ask: null })
})

test('no answer makes anybody of the district or the system more than an educator', () => {
  const options: RosterOptions = {
    administratorRole: 'principal',
    otherRoles: new Map([['districtadministrator', 'principal']]),
  }

  expect(readRole('districtAdministrator', options)).toMatchObject({ role: 'educator' })
  expect(readRole('systemAdministrator', options)).toMatchObject({ role: 'educator' })
})

test('a role of the district’s own is what the district has said', () => {
  const options: RosterOptions = {
    otherRoles: new Map([
      ['ext:coach', 'educator'],
      ['ext:pupil', 'skip'],
    ]),
  }

  expect(readRole('ext:Coach', options)).toMatchObject({ standing: 'staff', role: 'educator' })
  expect(readRole('ext:pupil', options)).toEqual({ standing: 'other' })
})
