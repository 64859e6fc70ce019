import { expect, test } from 'vitest'
import { recognizeForeignFormat } from '~/domain/roster/foreign-format'

test.each([
  [
    'Microsoft School Data Sync 2.1',
    'users.csv',
    ['sourcedId', 'username', 'activeDirectoryMatchId'],
  ],
  [
    'Microsoft School Data Sync 2.1',
    'roles.csv',
    ['userSourcedId', 'isPrimary', 'sessionSourcedId'],
  ],
  ['Microsoft School Data Sync 1', 'TeacherRoster.csv', ['Section SIS ID', 'SIS ID']],
  ['the CSV format of Clever', 'teachers.csv', ['School_id', 'Teacher_id', 'Last_name']],
])('%s is known by its %s', (name, file, columns) => {
  const format = recognizeForeignFormat(new Map([[file, columns]]))

  expect(format?.name).toBe(name)
  expect(format?.message).toMatch(/not OneRoster.*Nothing was read.*OneRoster 1.2 CSV/)
})

test('OneRoster is not taken for another format', () => {
  const users = ['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'username']
  const roles = ['sourcedId', 'userSourcedId', 'roleType', 'role', 'orgSourcedId']

  const format = recognizeForeignFormat(
    new Map([
      ['users.csv', users],
      ['roles.csv', roles],
    ]),
  )

  expect(format).toBeNull()
})

test('a package with a manifest is not taken for another format', () => {
  const format = recognizeForeignFormat(
    new Map([
      ['manifest.csv', ['propertyName', 'value']],
      ['roles.csv', ['isPrimary', 'sessionSourcedId']],
    ]),
  )

  expect(format).toBeNull()
})
