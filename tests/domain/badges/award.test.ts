import { expect, it } from 'vitest'
import { validityInWords, validityOf } from '~/domain/badges/award'

const TODAY = '2026-11-20'

it.each([
  [null, 'lasting', null],
  ['2027-02-19', 'current', null],
  ['2027-02-18', 'expiring', 'Expires in 90 days'],
  ['2026-11-21', 'expiring', 'Expires in 1 day'],
  ['2026-11-20', 'expiring', 'Expires today'],
  ['2026-11-19', 'expired', 'Expired'],
])('a badge that holds until %s is %s', (expiresOn, validity, words) => {
  expect(validityOf({ expiresOn }, TODAY)).toBe(validity)
  expect(validityInWords({ expiresOn }, TODAY)).toBe(words)
})
