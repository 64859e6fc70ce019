import { expect, test } from 'vitest'
import {
  closedWord,
  guid,
  guids,
  plain,
  required,
  text,
  word,
  words,
} from '~/domain/roster/columns/column'
import { faultOfCell } from '~/domain/roster/strict/cell'

const NAME = 'field'
const SIZES = ['small', 'large']

test.each([
  [guid(NAME), 'a-Z_0./@', 'with space'],
  [guid(NAME), 'x'.repeat(255), 'x'.repeat(256)],
  [plain('boolean', NAME), 'true', 'TRUE'],
  [plain('boolean', NAME), 'false', '0'],
  [plain('date', NAME), '2024-02-29', '2023-02-29'],
  [plain('date', NAME), '2025-12-31', '12/31/2025'],
  [plain('datetime', NAME), '2025-01-02T03:04:05.006Z', '2025-01-02T03:04:05Z'],
  [plain('datetime', NAME), '2025-12-31T23:59:59.999Z', '2025-12-31T24:00:00.000Z'],
  [plain('year', NAME), '2026', '2025-2026'],
  [plain('integer', NAME), '-20', '20.5'],
  [plain('float', NAME), '94.5', '94,5'],
  [plain('float', NAME), '1e3', 'Infinity'],
  [closedWord(NAME, SIZES), 'small', 'ext:tiny'],
  [word(NAME, SIZES), 'large', 'Large'],
  [word(NAME, SIZES), 'ext:tiny', 'ext:'],
  [words(NAME, SIZES), 'small,large', 'small,tiny'],
  [guids(NAME, 'orgs'), 'a,b', 'a, b'],
  [plain('texts', NAME), 'Art, modern,Music', 'Art,,Music'],
  [plain('texts', NAME), '09', '09,'],
  [plain('userIds', NAME), '{LDAP:12},{LTI:15}', 'LDAP:12'],
  [plain('userIds', NAME), '{a:b}', '{a:b:c}'],
  [required(text(NAME)), 'x', ''],
])('%j: %j is right and %j is wrong', (column, right, wrong) => {
  expect(faultOfCell(right, column, '1.2')).toBeNull()
  expect(faultOfCell(wrong, column, '1.2')).toMatchObject({ field: NAME })
})

test('1.1 has no words of one’s own', () => {
  const column = word(NAME, SIZES)

  expect(faultOfCell('ext:tiny', column, '1.1')?.code).toBe('row.invalid_enum')
})

test('a blank cell is right where nothing is required', () => {
  expect(faultOfCell('', plain('date', NAME), '1.2')).toBeNull()
})
