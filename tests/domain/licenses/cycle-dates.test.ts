import { describe, expect, it } from 'vitest'
import { type CycleConvention, cycleDates, nextCycleDates } from '~/domain/licenses/cycle-dates'

const massachusetts: CycleConvention = { kind: 'license_term', years: 5, begins: 'issue' }
const northCarolina: CycleConvention = {
  kind: 'license_term',
  years: 5,
  begins: '07-01',
  ends: '06-30',
}
const michigan: CycleConvention = { ...massachusetts, ends: '06-30' }
const newYork: CycleConvention = { kind: 'registration_period', years: 5, begins: 'birth_month' }
const illinois: CycleConvention = {
  kind: 'fiscal_years',
  years: 5,
  begins: '07-01',
  ends: '06-30',
  completeBy: '08-31',
}
const newJersey: CycleConvention = {
  kind: 'school_year',
  years: 1,
  begins: '07-01',
  ends: '06-30',
}
const on = '2026-11-20'

const span = (startsOn: string, endsOn: string, earnUntilOn = endsOn) => ({
  startsOn,
  endsOn,
  earnUntilOn,
})

describe('a term that is counted from the day of issue', () => {
  it.each([
    ['2024-03-15', '2029-03-14'],
    ['2024-01-01', '2028-12-31'],
    ['2024-02-29', '2029-02-28'],
    ['2023-02-28', '2028-02-27'],
    ['2021-11-21', '2026-11-20'],
  ])('begins on %s and ends on %s', (issuedOn, endsOn) => {
    expect(cycleDates(massachusetts, { issuedOn, on })).toEqual(span(issuedOn, endsOn))
  })

  it('is not known once it has ended: it may have been renewed, or not', () => {
    expect(cycleDates(massachusetts, { issuedOn: '2021-11-20', on })).toBeNull()
  })

  it('is not known without any day', () => {
    expect(cycleDates(massachusetts, { on })).toBeNull()
    expect(cycleDates(massachusetts, { issuedOn: null, expiresOn: null, on })).toBeNull()
  })
})

describe('a day of expiry that is known', () => {
  it.each([
    ['2027-06-30', null, '2022-07-01'],
    ['2028-02-29', null, '2023-03-01'],
    ['2029-02-28', null, '2024-02-29'],
    ['2027-03-15', '2022-03-15', '2022-03-15'],
    ['2027-03-14', '2022-03-15', '2022-03-15'],
    ['2027-03-15', '2009-08-20', '2022-03-16'],
    ['2027-03-15', '2024-10-05', '2024-10-05'],
  ])('wins: until %s, issued on %s, it began on %s', (expiresOn, issuedOn, startsOn) => {
    expect(cycleDates(massachusetts, { issuedOn, expiresOn, on })).toEqual(
      span(startsOn, expiresOn),
    )
  })

  it('wins after it has passed, so that one sees what was missing', () => {
    const days = { expiresOn: '2026-06-30', on }

    expect(cycleDates(massachusetts, days)).toEqual(span('2021-07-01', '2026-06-30'))
  })

  it('begins with the state’s day where the license was issued a little before', () => {
    const days = { issuedOn: '2022-06-30', expiresOn: '2027-06-30', on }

    expect(cycleDates(northCarolina, days)).toEqual(span('2022-07-01', '2027-06-30'))
  })
})

describe('terms that end on 30 June', () => {
  it.each([
    ['2022-07-01', '2022-07-01', '2027-06-30'],
    ['2022-06-30', '2022-06-30', null],
    ['2023-09-10', '2023-09-10', '2028-06-30'],
  ])('issued on %s, North Carolina’s runs from %s to %s', (issuedOn, startsOn, endsOn) => {
    expect(cycleDates(northCarolina, { issuedOn, on })).toEqual(endsOn && span(startsOn, endsOn))
  })

  it.each([
    ['2023-10-15', '2028-06-30'],
    ['2023-07-01', '2028-06-30'],
    ['2023-06-30', '2027-06-30'],
  ])('issued on %s, it ends on the last 30 June within five years', (issuedOn, endsOn) => {
    expect(cycleDates(michigan, { issuedOn, on })).toEqual(span(issuedOn, endsOn))
  })
})

describe('a day of the last year by which all credit is earned', () => {
  const ohio: CycleConvention = { ...massachusetts, completeBy: '09-01' }

  it.each([
    ['2022-07-01', '2027-06-30', '2027-09-01'],
    ['2022-09-02', '2027-09-01', '2027-09-01'],
    ['2022-11-15', '2027-11-14', '2027-09-01'],
  ])('holds for one issued on %s that ends on %s: %s', (issuedOn, endsOn, last) => {
    expect(cycleDates(ohio, { issuedOn, on })).toEqual(span(issuedOn, endsOn, last))
  })
})

describe('fiscal years', () => {
  it.each([
    ['2024-05-20', '2024-07-01', '2029-06-30'],
    ['2024-06-30', '2024-07-01', '2029-06-30'],
    ['2024-07-01', '2024-07-01', '2029-06-30'],
    ['2024-07-02', '2025-07-01', '2030-06-30'],
    ['2026-11-20', '2027-07-01', '2032-06-30'],
  ])('issued on %s, they run from %s to %s', (issuedOn, startsOn, endsOn) => {
    const last = `${endsOn.slice(0, 4)}-08-31`

    expect(cycleDates(illinois, { issuedOn, on })).toEqual(span(startsOn, endsOn, last))
  })
})

describe('registration periods', () => {
  it.each([
    ['2024-09-10', 4, '2024-09-10', '2030-03-31'],
    ['2024-04-01', 4, '2024-04-01', '2029-03-31'],
    ['2024-03-31', 4, '2024-03-31', '2029-03-31'],
    ['2024-03-10', 3, '2024-03-10', '2030-02-28'],
    ['2024-09-15', 10, '2024-09-15', '2029-09-30'],
    ['2022-08-10', 12, '2022-08-10', '2027-11-30'],
  ])('issued on %s to somebody born in month %i', (issuedOn, birthMonth, startsOn, endsOn) => {
    expect(cycleDates(newYork, { issuedOn, birthMonth, on })).toEqual(span(startsOn, endsOn))
  })

  it('need the month of birth or the day of expiry', () => {
    expect(cycleDates(newYork, { issuedOn: '2024-09-10', on })).toBeNull()
    expect(cycleDates(newYork, { expiresOn: '2029-03-31', on })).toEqual(
      span('2024-04-01', '2029-03-31'),
    )
  })

  it.each([
    ['2023-04-02', '2023-04-02'],
    ['2023-04-01', '2024-04-01'],
    ['2024-04-01', '2024-04-01'],
    ['2025-01-10', '2025-01-10'],
    ['2009-09-01', '2024-04-01'],
  ])('that end in 2029 began, where the certificate is of %s, on %s', (issuedOn, startsOn) => {
    expect(cycleDates(newYork, { issuedOn, expiresOn: '2029-03-31', on })).toEqual(
      span(startsOn, '2029-03-31'),
    )
  })
})

describe('school years', () => {
  it.each([
    ['2026-11-20', '2026-07-01', '2027-06-30'],
    ['2026-07-01', '2026-07-01', '2027-06-30'],
    ['2026-06-30', '2025-07-01', '2026-06-30'],
  ])('on %s it is the one from %s to %s, whatever the license says', (today, startsOn, endsOn) => {
    const days = { issuedOn: '2001-09-01', expiresOn: '2040-01-01', on: today }

    expect(cycleDates(newJersey, days)).toEqual(span(startsOn, endsOn))
  })
})

describe('the cycle after a renewal', () => {
  const last = { lastEndsOn: '2026-06-30', renewedOn: '2026-05-02' }

  it('begins on the day after the last', () => {
    expect(nextCycleDates(massachusetts, last)).toEqual(span('2026-07-01', '2031-06-30'))
    expect(nextCycleDates(northCarolina, last)).toEqual(span('2026-07-01', '2031-06-30'))
    expect(nextCycleDates(newJersey, last)).toEqual(span('2026-07-01', '2027-06-30'))
  })

  it('begins on the day of a renewal that came late', () => {
    const late = { ...last, renewedOn: '2026-09-15' }

    expect(nextCycleDates(massachusetts, late)).toEqual(span('2026-09-15', '2031-09-14'))
    expect(nextCycleDates(northCarolina, late)).toEqual(span('2026-09-15', '2031-06-30'))
  })

  it('ends on the day of expiry that the state wrote', () => {
    expect(nextCycleDates(massachusetts, { ...last, expiresOn: '2030-06-30' })).toEqual(
      span('2026-07-01', '2030-06-30'),
    )
  })
})
