import { describe, expect, test } from 'vitest'
import { readRoster } from '~/domain/roster/read-roster.server'
import { bare, fileWith, filesOf, packageWith, role, type Rows, SCHOOL, user } from './packages'

describe('absence means nothing', () => {
  const absence = (rows: Rows, files: Record<string, string> = {}) =>
    readRoster(packageWith({ ...SCHOOL, ...rows }, { files })).then(({ present }) => present)

  test('unless the files are there with rows', async () => {
    expect(await absence({})).toEqual({
      organizations: true,
      members: true,
      affiliations: true,
      teaching: false,
    })
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
