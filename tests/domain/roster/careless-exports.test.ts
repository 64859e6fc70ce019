import { describe, expect, test } from 'vitest'
import { UnreadablePackage } from '~/domain/roster/package'
import { readRoster } from '~/domain/roster/read-roster.server'
import {
  bare,
  csv,
  fileWith,
  manifest,
  ORGANIZATIONS,
  packageWith,
  readUsersOf11,
  role,
  SCHOOL,
  user,
  userOf11,
} from './packages'

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
