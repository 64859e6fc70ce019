import { describe, expect, test } from 'vitest'
import { readRoster } from '~/domain/roster/read-roster.server'
import {
  packageWith,
  readRoles,
  readUsersOf11,
  ORGANIZATIONS,
  role,
  type Rows,
  SCHOOL,
  user,
  userOf11,
} from './packages'

describe('the staff', () => {
  test('of 1.2 comes with its roles, and students are counted', async () => {
    const roster = await readRoster(packageWith(SCHOOL))

    expect(roster).toMatchObject({ version: '1.2', mode: 'bulk' })
    expect(roster.members.map(({ sourcedId, row }) => [sourcedId, row])).toEqual([
      ['u1', 2],
      ['u2', 3],
    ])
    expect(roster.affiliations).toEqual([
      {
        memberSourcedId: 'u1',
        organizationSourcedId: 's1',
        role: 'educator',
        startedOn: null,
        endedOn: null,
        active: true,
        primary: true,
        sourcedId: 'role-u1-teacher',
      },
      expect.objectContaining({ memberSourcedId: 'u2', role: 'principal' }),
    ])
    expect(roster.skipped).toEqual({ students: 1, parents: 0, others: 0 })
    expect(roster).toMatchObject({ rejected: [], warnings: [], questions: [] })
  })

  test('of 1.1 has one role at each of its organizations', async () => {
    const { version, members, affiliations } = await readUsersOf11([
      userOf11('u1', 'teacher', { orgSourcedIds: 's1, d1' }),
      userOf11('u2', 'student'),
    ])

    expect(version).toBe('1.1')
    expect(members).toHaveLength(1)
    expect(
      affiliations.map(({ organizationSourcedId, primary }) => [organizationSourcedId, primary]),
    ).toEqual([
      ['s1', true],
      ['d1', false],
    ])
  })

  test('keeps what identifies a person, and a preferred name', async () => {
    const users = [
      user('u1', {
        userMasterIdentifier: 'm-1',
        identifier: '0042',
        email: 'ana@example.org',
        preferredGivenName: 'Anita',
      }),
    ]

    const { members } = await readRoster(
      packageWith({ ...SCHOOL, users, roles: [role('u1', 'aide')] }),
    )

    expect(members).toEqual([
      {
        sourcedId: 'u1',
        masterIdentifier: 'm-1',
        identifier: '0042',
        username: 'u1',
        email: 'ana@example.org',
        givenName: 'Ana',
        familyName: 'Alvarez',
        preferredGivenName: 'Anita',
        preferredFamilyName: null,
        active: true,
        file: 'users.csv',
        row: 2,
      },
    ])
  })

  test('counts everybody once: staff who are parents too are staff, students are students', async () => {
    const roster = await readRoster(
      packageWith({
        orgs: ORGANIZATIONS,
        users: [user('u1'), user('u2'), user('u3')],
        roles: [
          role('u1', 'parent'),
          role('u1', 'teacher'),
          role('u2', 'relative'),
          role('u2', 'student'),
          role('u3', 'guardian'),
        ],
      }),
    )

    expect(roster.members.map(({ sourcedId }) => sourcedId)).toEqual(['u1'])
    expect(roster.skipped).toEqual({ students: 1, parents: 1, others: 0 })
  })

  test('of 1.1 is staff even when another row of the same person says parent', async () => {
    const roster = await readUsersOf11([userOf11('u1', 'parent'), userOf11('u1', 'teacher')])

    expect(roster.members).toHaveLength(1)
    expect(roster.skipped).toEqual({ students: 0, parents: 0, others: 0 })
  })

  test.each([
    [{ status: 'tobedeleted' }, false],
    [{ status: 'inactive' }, false],
    [{ enabledUser: 'FALSE' }, false],
    [{ enabledUser: '1' }, true],
    [{ enabledUser: '' }, true],
    [{ status: 'active' }, true],
  ])('with %j is active: %j', async (cells, active) => {
    const { members, affiliations } = await readUsersOf11([userOf11('u1', 'teacher', cells)])

    expect(members).toMatchObject([{ active }])
    expect(affiliations).toMatchObject([{ active }])
  })

  test('that is deleted may come without a name', async () => {
    const gone = { status: 'tobedeleted', givenName: '', familyName: '' }

    const { members, rejected } = await readUsersOf11([userOf11('u1', 'teacher', gone)])

    expect(members).toMatchObject([{ sourcedId: 'u1', active: false }])
    expect(rejected).toEqual([])
  })
})

describe('an affiliation', () => {
  test('ends the day before the endDate, which is exclusive', async () => {
    const { affiliations } = await readRoles([{ beginDate: '2024-08-01', endDate: '2025-07-01' }])

    expect(affiliations).toMatchObject([{ startedOn: '2024-08-01', endedOn: '2025-06-30' }])
  })

  test('that is deleted ends on the day of the change', async () => {
    const { affiliations } = await readRoles([
      { status: 'tobedeleted', dateLastModified: '2025-01-15T03:04:05.006Z' },
    ])

    expect(affiliations).toMatchObject([{ active: false, endedOn: '2025-01-15' }])
  })

  test('is rejected when it ends before it begins', async () => {
    const { affiliations, members, rejected, spared } = await readRoles([
      { beginDate: '2025-08-01', endDate: '2025-08-01' },
    ])

    expect(members).toHaveLength(1)
    expect(affiliations).toEqual([])
    expect(rejected).toMatchObject([{ file: 'roles.csv', row: 2, field: 'endDate' }])
    expect(spared.members).toEqual(['u0'])
  })

  test('is primary at the primary organization of the user', async () => {
    const roles = [role('u1', 'teacher'), role('u1', 'aide', { orgSourcedId: 'd1' })]
    const users = [user('u1', { primaryOrgSourcedId: 'd1' })]

    const { affiliations } = await readRoster(packageWith({ ...SCHOOL, users, roles }))

    expect(
      affiliations.map(({ organizationSourcedId, primary }) => [organizationSourcedId, primary]),
    ).toEqual([
      ['s1', false],
      ['d1', true],
    ])
  })

  test('makes a principal at a school only', async () => {
    const roles = [role('u1', 'principal'), role('u2', 'principal', { orgSourcedId: 'd1' })]
    const users = [user('u1'), user('u2')]

    const { affiliations, warnings } = await readRoster(packageWith({ ...SCHOOL, users, roles }))

    expect(affiliations.map((one) => one.role)).toEqual(['principal', 'educator'])
    expect(warnings).toMatchObject([{ file: 'roles.csv', row: 3, field: 'role' }])
  })
})

describe('organizations', () => {
  test('are districts, schools and departments; a state is left out', async () => {
    const orgs: Rows['orgs'] = [
      { sourcedId: 'ma', name: 'Massachusetts', type: 'state' },
      { sourcedId: 'd1', name: 'District', type: 'local', parentSourcedId: 'ma' },
      { sourcedId: 's1', name: 'School', type: 'School', parentSourcedId: 'd1', identifier: '007' },
      { sourcedId: 'm1', name: 'Music', type: 'department', parentSourcedId: 's1' },
    ]

    const { organizations, warnings } = await readRoster(packageWith({ orgs }))

    expect(
      organizations.map(({ sourcedId, kind, parentSourcedId, identifier }) => [
        sourcedId,
        kind,
        parentSourcedId,
        identifier,
      ]),
    ).toEqual([
      ['d1', 'district', null, null],
      ['s1', 'school', 'd1', '007'],
      ['m1', 'department', 's1', null],
    ])
    expect(warnings).toContainEqual(expect.objectContaining({ file: 'orgs.csv', row: 2 }))
  })

  test('lose a parent that is missing or below them, with a warning', async () => {
    const orgs: Rows['orgs'] = [
      { sourcedId: 'a', name: 'A', type: 'district', parentSourcedId: 'b' },
      { sourcedId: 'b', name: 'B', type: 'school', parentSourcedId: 'a' },
      { sourcedId: 'c', name: 'C', type: 'school', parentSourcedId: 'x' },
    ]

    const { organizations, warnings } = await readRoster(packageWith({ orgs }))

    expect(organizations.map(({ parentSourcedId }) => parentSourcedId)).toEqual([null, 'a', null])
    expect(warnings.filter(({ field }) => field === 'parentSourcedId')).toHaveLength(2)
  })

  test('are rejected with a reason, and so is who works there', async () => {
    const orgs = [...ORGANIZATIONS, { sourcedId: 'p1', name: 'Mars', type: 'planet' }]
    const roles = [role('u1', 'teacher', { orgSourcedId: 'p1' })]

    const { organizations, rejected, spared } = await readRoster(
      packageWith({ ...SCHOOL, orgs, roles }),
    )

    expect(organizations).toHaveLength(2)
    expect(rejected).toMatchObject([
      { file: 'orgs.csv', row: 4, field: 'type', cells: { name: 'Mars' } },
      { file: 'roles.csv', row: 2, field: 'orgSourcedId' },
    ])
    expect(spared).toEqual({ organizations: ['p1'], members: ['u1'] })
  })

  test('get the band of the grades of their classes', async () => {
    const classes = [
      { sourcedId: 'c1', schoolSourcedId: 's1', grades: '06,07', classType: 'Scheduled' },
    ]

    const { organizations, warnings } = await readRoster(packageWith({ ...SCHOOL, classes }))

    expect(organizations.map(({ gradeBand }) => gradeBand)).toEqual([null, 'middle'])
    expect(warnings).toMatchObject([{ file: 'classes.csv', field: 'classType' }])
  })
})

test('tells how far it has come', async () => {
  const seen: [string, number, number][] = []

  await readRoster(packageWith(SCHOOL), {
    onProgress: ({ file, rows, bytes, totalBytes }) => seen.push([file, rows, bytes / totalBytes]),
  })

  expect(seen.map(([file, rows]) => [file, rows])).toEqual([
    ['orgs.csv', 2],
    ['roles.csv', 3],
    ['users.csv', 3],
  ])
  expect(seen.at(-1)?.[2]).toBe(1)
})
