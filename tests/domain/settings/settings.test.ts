import { describe, expect, test } from 'vitest'
import { and, eq } from '#db/query.server'
import { districts, events, organizations } from '#db/schema'
import { yardstickOn } from '~/domain/credit/hours.server'
import { editSettings, setYardstick } from '~/domain/settings/editing.server'
import type { SettingsInput } from '~/domain/settings/inputs.server'
import { getSettings } from '~/domain/settings/queries.server'
import { emptyStore, openTestStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world

const input = (given: Partial<SettingsInput> = {}): SettingsInput => ({
  name: 'Northside Schools',
  timeZone: 'America/Chicago',
  schoolYearStartsOn: '07-01',
  reviewDays: 14,
  usesMayOverlap: true,
  administratorRole: 'principal',
  ...given,
})

describe('the settings', () => {
  test('are changed for this district alone, and the organization at its top follows', async () => {
    const store = await openTestStore()
    const rosa = await asMember(store, northside.rosa)
    const { schoolYearStartsOn } = rosa.district

    await rosa.write(editSettings, input({ schoolYearStartsOn }))

    const rows = await store.read.select().from(districts)
    const byId = new Map(rows.map((row) => [row.id, row]))
    expect(byId.get(northside.id)).toMatchObject({
      name: 'Northside Schools',
      slug: 'northside',
      timeZone: 'America/Chicago',
      reviewDays: 14,
      administratorRole: 'principal',
    })
    expect(byId.get(southside.id)).toMatchObject({ name: southside.name, administratorRole: null })
    const [top] = await rosa.scope.db
      .select({ name: organizations.name, sortName: organizations.sortName })
      .from(organizations)
      .where(eq(organizations.id, northside.organization))
    expect(top).toEqual({ name: 'Northside Schools', sortName: 'northside schools' })
  })

  test('say whether hours may be used for several purposes: they may until somebody says otherwise', async () => {
    const store = await openTestStore()
    const rosa = await asMember(store, northside.rosa)
    const before = await rosa.read(getSettings)
    const { schoolYearStartsOn } = rosa.district

    await rosa.write(editSettings, input({ schoolYearStartsOn, usesMayOverlap: false }))

    const after = await (await asMember(store, northside.rosa)).read(getSettings)
    expect(before.settings.usesMayOverlap).toBe(true)
    expect(after.settings.usesMayOverlap).toBe(false)
    const told = await rosa.scope.db
      .select({ details: events.details })
      .from(events)
      .where(and(eq(events.type, 'settings.edited'), eq(events.actorId, northside.rosa.id)))
    expect(told).toContainEqual({ details: expect.objectContaining({ usesMayOverlap: false }) })
  })

  test('keep the school year once hours are booked', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)

    const edited = rosa.write(editSettings, input({ schoolYearStartsOn: '01-15' }))

    await expect(edited).toHaveFieldError('schoolYearStartsOn', /cannot move any more/)
    expect(await rosa.read(getSettings)).toMatchObject({ canMoveSchoolYear: false })
  })

  test('move the school year while there are no hours', async () => {
    const wendy = await freshDistrict(await emptyStore())

    await wendy.write(editSettings, input({ schoolYearStartsOn: '08-15' }))

    expect(await wendy.read(getSettings)).toMatchObject({ canMoveSchoolYear: true, yardsticks: [] })
  })

  test('are for administrators', async () => {
    const store = await openTestStore()
    const ming = await asMember(store, northside.ming)

    await expect(ming.read(getSettings)).toBeForbidden()
    await expect(ming.write(editSettings, input())).toBeForbidden()
  })
})

describe('a yardstick', () => {
  test('holds from its day on, and what held before stays', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)

    await rosa.write(setYardstick, { hours: 20 * 60, startsOn: '2027-01-01' })

    expect(await rosa.read(yardstickOn, WORLD_TODAY)).toBe(900)
    expect(await rosa.read(yardstickOn, '2027-01-01')).toBe(1200)
    const { yardsticks } = await rosa.read(getSettings)
    expect(yardsticks.map(({ minutes, isCurrent }) => [minutes, isCurrent])).toEqual([
      [1200, false],
      [900, true],
    ])
  })

  test('from the same day replaces the one before', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)
    await rosa.write(setYardstick, { hours: 20 * 60, startsOn: '2027-01-01' })

    await rosa.write(setYardstick, { hours: 25 * 60, startsOn: '2027-01-01' })

    const { yardsticks } = await rosa.read(getSettings)
    expect(yardsticks.map(({ minutes }) => minutes)).toEqual([1500, 900])
  })

  test.each([
    ['from an earlier school year', { hours: 600, startsOn: '2025-01-01' }, 'startsOn'],
    [
      'of more hours than a year has days to learn',
      { hours: 60_000, startsOn: WORLD_TODAY },
      'hours',
    ],
  ] as const)('%s is refused', async (_, given, field) => {
    const rosa = await asMember(await openTestStore(), northside.rosa)

    await expect(rosa.write(setYardstick, given)).toHaveFieldError(field)
  })

  test('is set by administrators', async () => {
    const ming = await asMember(await openTestStore(), northside.ming)

    const set = ming.write(setYardstick, { hours: 600, startsOn: WORLD_TODAY })

    await expect(set).toBeForbidden()
  })
})
