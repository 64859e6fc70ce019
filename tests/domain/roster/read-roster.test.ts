import { describe, expect, test } from 'vitest'
import { UnreadablePackage } from '~/domain/roster/package'
import { readRoster } from '~/domain/roster/read-roster.server'
import type { RosterOptions } from '~/domain/roster/roster'
import {
  bare,
  csv,
  fileWith,
  filesOf,
  manifest,
  ORGANIZATIONS,
  packageWith,
  role,
  type Rows,
  user,
  userOf11,
} from './packages'

const SCHOOL: Rows = {
  orgs: ORGANIZATIONS,
  users: [user('u1'), user('u2'), user('u3')],
  roles: [role('u1', 'teacher'), role('u2', 'principal'), role('u3', 'student')],
}

/** Reads users of 1.1, at the school of the example. */
const readUsersOf11 = (users: Record<string, string>[], options?: RosterOptions) =>
  readRoster(packageWith({ orgs: ORGANIZATIONS, users }, { version: '1.1' }), options)

/** Reads teachers of 1.2, each with one role that has the given cells. */
const readRoles = (cells: Record<string, string>[], options?: RosterOptions) =>
  readRoster(
    packageWith({
      orgs: ORGANIZATIONS,
      users: cells.map((_, index) => user(`u${index}`)),
      roles: cells.map((own, index) => role(`u${index}`, 'teacher', own)),
    }),
    options,
  )

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

describe('a rejected row', () => {
  test.each([
    ['without an id', { sourcedId: '' }, 'sourcedId'],
    ['without a name', { givenName: '', familyName: '' }, 'familyName'],
    ['at an unknown organization', { orgSourcedIds: 's1,s9' }, 'orgSourcedIds'],
  ])('is a user %s', async (_, cells, field) => {
    const { members, rejected } = await readUsersOf11([userOf11('u1', 'teacher', cells)])

    expect(members).toEqual([])
    expect(rejected).toMatchObject([{ file: 'users.csv', row: 2, field }])
  })

  test('is the second of two users with the same id', async () => {
    const { members, rejected, spared } = await readUsersOf11([
      userOf11('u1', 'teacher'),
      userOf11('u1', 'aide'),
    ])

    expect(members).toHaveLength(1)
    expect(rejected).toMatchObject([{ row: 3, field: 'sourcedId' }])
    expect(spared.members).toEqual(['u1'])
  })

  test('is a user whose name has a comma without quotation marks', async () => {
    const users = fileWith('users', [userOf11('u1', 'teacher')], '1.1').replace(
      'Alvarez',
      'Alvarez, Jr.',
    )
    const pkg = packageWith(
      { orgs: ORGANIZATIONS, users: [] },
      { version: '1.1', files: { 'users.csv': `${users.trimEnd()}x\r\n` } },
    )

    const { members, rejected } = await readRoster(pkg)

    expect(members).toEqual([])
    expect(rejected[0]?.message).toMatch(/contains a comma/)
  })

  test('keeps its cells, but for the password', async () => {
    const { rejected } = await readUsersOf11([
      userOf11('u1', 'teacher', { givenName: '', familyName: '', password: 'pw' }),
    ])

    expect(rejected[0]?.cells).toMatchObject({ sourcedId: 'u1', role: 'teacher' })
    expect(rejected[0]?.cells).not.toHaveProperty('password')
  })

  test('is a role of a user whom a full list does not have', async () => {
    const pkg = packageWith({ ...SCHOOL, users: [user('u1')] })

    const { affiliations, rejected, spared } = await readRoster(pkg)

    expect(affiliations).toHaveLength(1)
    expect(rejected).toMatchObject([{ file: 'roles.csv', row: 3, field: 'userSourcedId' }])
    expect(spared.members).toEqual(['u2'])
  })
})

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

describe('absence means nothing', () => {
  const absence = (rows: Rows, files: Record<string, string> = {}) =>
    readRoster(packageWith({ ...SCHOOL, ...rows }, { files })).then(({ present }) => present)

  test('unless the files are there with rows', async () => {
    expect(await absence({})).toEqual({ organizations: true, members: true, affiliations: true })
  })

  test('when a file has only a header', async () => {
    expect(await absence({ users: [] })).toMatchObject({ members: false, affiliations: false })
    expect(await absence({ orgs: [] })).toMatchObject({ organizations: false, members: true })
    expect(await absence({ roles: [] })).toMatchObject({ members: false, affiliations: false })
  })

  test('when a file is missing', async () => {
    const { 'users.csv': _, ...files } = filesOf(SCHOOL)

    const { present, members, warnings } = await readRoster(bare(files))

    expect(present).toMatchObject({ organizations: true, members: false, affiliations: false })
    expect(members).toEqual([])
    expect(warnings).toContainEqual(expect.objectContaining({ file: 'users.csv' }))
  })

  test('when no staff was found', async () => {
    expect(await absence({ roles: [role('u1', 'student')] })).toMatchObject({ members: false })
  })

  test('when a row could not be read, and the other rows are read', async () => {
    const users = fileWith('users', SCHOOL.users ?? []).replace('u3,,,true', '"u3,,,true')
    const pkg = packageWith(SCHOOL, { files: { 'users.csv': users } })

    const { present, members, rejected } = await readRoster(pkg)

    expect(present).toMatchObject({ members: false, affiliations: false })
    expect(members).toHaveLength(2)
    expect(rejected).toMatchObject([{ file: 'users.csv', row: 4, field: null, cells: {} }])
  })
})

describe('a delta package', () => {
  const changed = { status: 'active', dateLastModified: '2025-01-02T03:04:05.006Z' }

  test('may name organizations and users that came before', async () => {
    const pkg = packageWith({ roles: [role('u9', 'teacher', changed)] }, { mode: 'delta' })

    const { mode, affiliations, rejected } = await readRoster(pkg)

    expect(mode).toBe('delta')
    expect(affiliations).toMatchObject([{ memberSourcedId: 'u9', organizationSourcedId: 's1' }])
    expect(rejected).toEqual([])
  })

  test('may change a member without repeating a role', async () => {
    const pkg = packageWith(
      { users: [user('u1', changed), user('u2', changed)] },
      { mode: 'delta' },
    )

    const { members, skipped } = await readRoster(pkg, { knownMembers: new Set(['u1']) })

    expect(members.map(({ sourcedId }) => sourcedId)).toEqual(['u1'])
    expect(skipped.others).toBe(1)
  })
})

describe('a careless export', () => {
  test('is read by its column names', async () => {
    const users = csv(
      '\uFEFFSOURCEDID;Role;familyname;givenname;orgsourcedids;shoeSize;metadata.city',
      'u1;Teacher;Alvarez;Ana;s1;43;Boston',
      '',
      'u2;STUDENT;Baker;Ben;s1;41;Boston',
    )
    const pkg = packageWith(
      { orgs: ORGANIZATIONS, users: [] },
      { version: '1.1', files: { 'users.csv': users } },
    )

    const { members, skipped, warnings } = await readRoster(pkg)

    expect(members).toMatchObject([{ sourcedId: 'u1', familyName: 'Alvarez' }])
    expect(skipped.students).toBe(1)
    expect(warnings).toMatchObject([{ file: 'users.csv', row: 1 }])
    expect(warnings[0]?.message).toContain('“shoeSize”')
  })

  test('is read in another encoding, with a warning', async () => {
    const pkg = packageWith({ ...SCHOOL, roles: [role('u1', 'teacher')] })
    const users = fileWith('users', [user('u1', { familyName: 'Muñoz' })])
    const files = new Map([...pkg.files, ['users.csv', Buffer.from(users, 'latin1')]])

    const { members, warnings } = await readRoster({ ...pkg, files })

    expect(members[0]?.familyName).toBe('Muñoz')
    expect(warnings[0]?.message).toContain('windows-1252')
  })

  test('is told once what many of its rows have in common', async () => {
    const users = Array.from({ length: 8 }, (_, index) =>
      userOf11(`u${index}`, 'teacher', { enabledUser: 'TRUE' }),
    )

    const { members, warnings } = await readUsersOf11(users)

    expect(members).toHaveLength(8)
    expect(warnings).toMatchObject([{ file: 'users.csv', row: 2, field: 'enabledUser' }])
    expect(warnings[0]?.message).toContain('rows 2, 3, 4, 5, 6 and 3 more')
  })

  test('may have rows wider or narrower than the header', async () => {
    const users = csv(
      'sourcedId,role,givenName,familyName,orgSourcedIds,email',
      'u1,teacher,Ana,Alvarez,s1,ana@example.org,',
      'u2,teacher,Ben,Baker,s1',
    )
    const pkg = packageWith(
      { orgs: ORGANIZATIONS, users: [] },
      { version: '1.1', files: { 'users.csv': users } },
    )

    const { members, warnings } = await readRoster(pkg)

    expect(members.map(({ email }) => email)).toEqual(['ana@example.org', null])
    expect(warnings.map(({ row }) => row)).toEqual([2, 3])
  })

  test('may contradict its manifest', async () => {
    const pkg = packageWith(SCHOOL, {
      files: { 'manifest.csv': manifest(['orgs', 'users'], { version: '1.1' }) },
    })

    const { version, warnings } = await readRoster(pkg)

    expect(version).toBe('1.2')
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/says OneRoster 1.1/)
  })

  test('may have every user as a student, which is said when some teach', async () => {
    const enrollments = [
      { sourcedId: 'e1', userSourcedId: 'u3', role: 'teacher' },
      { sourcedId: 'e2', userSourcedId: 'u3', role: 'teacher' },
      { sourcedId: 'e3', userSourcedId: 'u1', role: 'teacher' },
    ]

    const { warnings } = await readRoster(packageWith({ ...SCHOOL, enrollments }))

    expect(warnings).toMatchObject([{ file: 'enrollments.csv', row: 2 }])
    expect(warnings[0]?.message).toContain('A user teaches a class but has no staff role')
  })
})

describe('a package is refused', () => {
  test.each([
    [
      'another format',
      { 'users.csv': 'sourcedId,username,activeDirectoryMatchId\n' },
      /School Data Sync/,
    ],
    ['no file on staff', { 'classes.csv': 'sourcedId\n' }, /no orgs.csv, users.csv or roles.csv/],
    ['no ids', { 'users.csv': 'id,role\n1,teacher\n' }, /users.csv has no column “sourcedId”/],
    [
      'no roles',
      { 'users.csv': 'sourcedId,givenName\nu1,Ana\n' },
      /staff cannot be told from students/,
    ],
  ])('with %s', async (_, files, message) => {
    const reading = () => readRoster(bare(files))

    await expect(reading).rejects.toThrow(UnreadablePackage)
    await expect(reading).rejects.toThrow(message)
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
