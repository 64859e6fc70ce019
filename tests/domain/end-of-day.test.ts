import { expect, it } from 'vitest'
import { endOfDay } from '~/domain/calendar'

it.each([
  ['2026-11-20', 'America/New_York', '2026-11-21T05:00:00.000Z'],
  ['2026-06-30', 'America/New_York', '2026-07-01T04:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['2026-06-30', 'Pacific/Honolulu', '2026-07-01T10:00:00.000Z'],
  ['2026-06-30', 'UTC', '2026-07-01T00:00:00.000Z'],
])('%s ends in %s at %s', (day, timeZone, instant) => {
  expect(endOfDay(day, timeZone).toISOString()).toBe(instant)
})
