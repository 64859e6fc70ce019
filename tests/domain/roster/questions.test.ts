import { describe, expect, test } from 'vitest'
import { readRoster } from '~/domain/roster/read-roster.server'
import {
  bare,
  filesOf,
  packageWith,
  readRoles,
  readUsersOf11,
  role,
  SCHOOL,
  userOf11,
} from './packages'

describe('what only a person can decide', () => {
  test('is what an administrator of 1.1 is, with who it touches', async () => {
    const users = [userOf11('u1', 'administrator'), userOf11('u2', 'teacher')]

    const undecided = await readUsersOf11(users)
    const decided = await readUsersOf11(users, { administratorRole: 'principal' })

    expect(undecided.affiliations[0]?.role).toBe('educator')
    expect(undecided.questions).toMatchObject([
      {
        kind: 'administrator_role',
        members: [{ sourcedId: 'u1', name: 'Ana Alvarez', organizationSourcedId: 's1' }],
      },
    ])
    expect(decided.affiliations[0]?.role).toBe('principal')
    expect(decided.questions).toEqual([])
  })

  test('is what administrators of the district and the system may do', async () => {
    const roles = [
      role('u1', 'districtAdministrator', { orgSourcedId: 'd1' }),
      role('u2', 'systemAdministrator', { orgSourcedId: 'd1' }),
    ]

    const { affiliations, questions } = await readRoster(packageWith({ ...SCHOOL, roles }))

    expect(affiliations.map((one) => one.role)).toEqual(['educator', 'educator'])
    expect(questions).toMatchObject([
      { kind: 'district_administrators', members: [{ sourcedId: 'u1' }] },
      { kind: 'system_administrators', members: [{ sourcedId: 'u2' }] },
    ])
  })

  test('is a role that OneRoster does not have', async () => {
    const roles = [role('u1', 'ext:coach'), role('u2', 'wizard'), role('u3', 'teacher')]
    const pkg = packageWith({ ...SCHOOL, roles })

    const undecided = await readRoster(pkg)
    const decided = await readRoster(pkg, { otherRoles: new Map([['ext:coach', 'educator']]) })

    expect(undecided.skipped.others).toBe(2)
    expect(undecided.questions).toMatchObject([
      { kind: 'unknown_role', role: 'ext:coach', count: 1 },
    ])
    expect(JSON.stringify(undecided)).not.toContain('wizard')
    expect(undecided.warnings).toMatchObject([{ file: 'roles.csv', row: 3, field: 'role' }])
    expect(decided.members.map(({ sourcedId }) => sourcedId)).toEqual(['u1', 'u3'])
  })

  test('is the order of a date; until then its row is rejected', async () => {
    const cells = [{ beginDate: '5/8/2025' }, { beginDate: '8/31/2025' }]

    const undecided = await readRoles(cells)
    const decided = await readRoles(cells, { dateOrder: 'month-first' })

    expect(undecided.affiliations.map(({ startedOn }) => startedOn)).toEqual(['2025-08-31'])
    expect(undecided.rejected).toMatchObject([{ file: 'roles.csv', row: 2, field: 'beginDate' }])
    expect(undecided.questions).toMatchObject([{ kind: 'date_order', examples: ['5/8/2025'] }])
    expect(decided.affiliations[0]?.startedOn).toBe('2025-05-08')
    expect(decided.questions).toEqual([])
  })

  test('is whether a package without a manifest is the full list', async () => {
    const { 'manifest.csv': _, ...files } = filesOf(SCHOOL)

    const undecided = await readRoster(bare(files))
    const decided = await readRoster(bare(files), { mode: 'bulk' })

    expect(undecided).toMatchObject({
      version: '1.2',
      mode: 'delta',
      questions: [{ kind: 'mode' }],
    })
    expect(undecided.warnings).toMatchObject([{ file: 'manifest.csv' }])
    expect(decided).toMatchObject({ mode: 'bulk', questions: [] })
  })
})
