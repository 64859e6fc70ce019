import { expect, test } from 'vitest'
import { readRoster } from '~/domain/roster/read-roster.server'
import { fileWith, ORGANIZATIONS, packageWith, role, type Rows, user, userOf11 } from './packages'

const SECRET = 'Zelda'

/** A user whose every cell, but for the role, is the secret. */
const secret = (id: string) =>
  user(`${SECRET}-${id}`, {
    enabledUser: SECRET,
    username: SECRET,
    givenName: SECRET,
    familyName: SECRET,
    identifier: SECRET,
    email: SECRET,
    grades: SECRET,
    primaryOrgSourcedId: SECRET,
  })

async function everythingSaid(rows: Rows, version: '1.1' | '1.2', files = {}) {
  return JSON.stringify(await readRoster(packageWith(rows, { version, files })))
}

test.each(['student', 'parent', 'guardian', 'relative', 'wizard', ''])(
  'nothing of a %j of 1.1 is in a roster, not even of a broken row',
  async (name) => {
    const users = [
      userOf11('t1', 'teacher'),
      { ...secret('1'), role: name, orgSourcedIds: SECRET },
      { ...secret('1'), role: name, orgSourcedIds: SECRET },
      { ...secret('2'), sourcedId: '', role: name },
    ]

    const said = await everythingSaid({ orgs: ORGANIZATIONS, users }, '1.1')

    expect(said).toContain('t1')
    expect(said).not.toContain(SECRET)
  },
)

test.each(['student', 'parent', 'wizard', ''])(
  'nothing of a %j of 1.2 is in a roster, not even of a broken row',
  async (name) => {
    const rows: Rows = {
      orgs: ORGANIZATIONS,
      users: [user('t1'), secret('1'), secret('1'), secret('2')],
      roles: [
        role('t1', 'teacher'),
        role(`${SECRET}-1`, name, { orgSourcedId: SECRET, beginDate: SECRET, sourcedId: SECRET }),
      ],
      enrollments: [{ userSourcedId: `${SECRET}-1`, role: 'teacher', sourcedId: SECRET }],
      demographics: [{ sourcedId: SECRET, birthDate: SECRET }],
    }

    const said = await everythingSaid(rows, '1.2')

    expect(said).toContain('t1')
    expect(said).not.toContain(SECRET)
  },
)

test('nothing of a row that cannot be read is in a roster', async () => {
  const users = [userOf11('t1', 'teacher'), { ...secret('1'), role: 'student' }]
  const broken = fileWith('users', users, '1.1').replace(`${SECRET}-1`, `"${SECRET}-1`)

  const said = await everythingSaid({ orgs: ORGANIZATIONS, users }, '1.1', { 'users.csv': broken })

  expect(said).toContain('cannot be read')
  expect(said).not.toContain(SECRET)
})

test('nothing of a file without a header is in a roster', async () => {
  const enrollments = `${SECRET},${SECRET},${SECRET}\r\n`

  const said = await everythingSaid(
    { orgs: ORGANIZATIONS, users: [userOf11('t1', 'teacher')], enrollments: [] },
    '1.1',
    { 'enrollments.csv': enrollments },
  )

  expect(said).not.toContain(SECRET)
})
