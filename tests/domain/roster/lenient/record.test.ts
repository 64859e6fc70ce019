import { expect, test } from 'vitest'
import { headerOf, recordOf } from '~/domain/roster/lenient/record'

const place = { file: 'users.csv', row: 2 }

test('columns go by name, whatever the case, the order and the blanks', () => {
  const header = headerOf([' FamilyName ', 'SOURCEDID'])

  const record = recordOf(header, [' Alvarez ', 'u1'], place)

  expect(record.read('sourcedId')).toBe('u1')
  expect(record.read('familyName')).toBe('Alvarez')
  expect(record.read('email')).toBe('')
})

test('a cell that a row does not reach is blank', () => {
  const record = recordOf(headerOf(['sourcedId', 'email']), ['u1'], place)

  expect(record.read('email')).toBe('')
  expect(record.misplaced).toBeNull()
})

test('cells beyond the header are no harm when blank, and a doubt when not', () => {
  const header = headerOf(['sourcedId', 'name'])

  expect(recordOf(header, ['u1', 'Smith', ''], place).misplaced).toBeNull()
  expect(recordOf(header, ['u1', 'Smith', ' Jr.'], place).misplaced).toMatch(/contains a comma/)
})

test('the mark that keeps a spreadsheet from running a cell is dropped', () => {
  const record = recordOf(headerOf(['phone', 'name']), ["'+16175550100", "'Aina"], place)

  expect(record.read('phone')).toBe('+16175550100')
  expect(record.read('name')).toBe("'Aina")
})

test('cells are kept as the header names them, but never a password', () => {
  const record = recordOf(
    headerOf(['sourcedId', 'Password', 'Email']),
    ['u1', 'pw', 'a@b.c'],
    place,
  )

  expect(record.cells()).toEqual({ sourcedId: 'u1', Email: 'a@b.c' })
})
