import { describe, expect, it } from 'vitest'
import { lastDayToEarn, standingOf, standingWords } from '~/domain/licenses/license'

const today = '2026-11-20'
const dated = (expiresOn: string | null, extendedToOn: string | null = null) => ({
  expiresOn,
  extendedToOn,
  withdrawnOn: null,
})
const inWords = (license: Parameters<typeof standingOf>[0]) =>
  standingWords(standingOf(license, today), (day) => day)

describe('the standing of a license', () => {
  it.each([
    [dated('2029-06-30'), 'Active until 2029-06-30'],
    [dated('2027-11-21'), 'Active until 2027-11-21'],
    [dated('2027-11-20'), 'Expires in 12 months'],
    [dated('2027-03-20'), 'Expires in 4 months'],
    [dated('2027-03-19'), 'Expires in 3 months'],
    [dated('2027-01-10'), 'Expires in 1 month'],
    [dated('2026-12-19'), 'Expires on 2026-12-19'],
    [dated('2026-11-20'), 'Expires on 2026-11-20'],
    [dated('2026-11-19'), 'Expired on 2026-11-19'],
    [dated('2026-06-30', '2027-06-30'), 'Extended to 2027-06-30'],
    [dated('2025-06-30', '2026-06-30'), 'Expired on 2026-06-30'],
    [dated('2029-06-30', '2027-06-30'), 'Active until 2029-06-30'],
    [dated(null), 'No day of expiry'],
  ])('%o: %s', (license, words) => {
    expect(inWords(license)).toBe(words)
  })

  it('of one that was removed says so, whatever its days', () => {
    expect(inWords({ expiresOn: '2029-06-30', withdrawnOn: '2026-10-01' })).toBe(
      'Removed on 2026-10-01',
    )
  })
})

it('the last day to earn credit is that of the extension, where there is one', () => {
  expect(lastDayToEarn({ earnUntilOn: '2026-08-31', extendedToOn: null })).toBe('2026-08-31')
  expect(lastDayToEarn({ earnUntilOn: '2026-08-31', extendedToOn: '2027-06-30' })).toBe(
    '2027-06-30',
  )
})
