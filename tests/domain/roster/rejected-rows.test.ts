import { describe, expect, test } from 'vitest'
import { readRoster } from '~/domain/roster/read-roster.server'
import {
  fileWith,
  ORGANIZATIONS,
  packageWith,
  readUsersOf11,
  SCHOOL,
  user,
  userOf11,
} from './packages'

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
