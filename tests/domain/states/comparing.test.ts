import { eq } from '#db/query.server'
import { affiliations, districtMonths, type MonthFigures } from '#db/schema'
import { STATE_VIEWER } from '#db/seed/names'
import { addMonths } from '~/domain/calendar'
import { byStrength } from '~/domain/evidence/evidence'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { openReport } from '~/domain/reports/report.server'
import { appointStateViewer, dismissStateViewer } from '~/domain/states/appointing.server'
import { makeMonth } from '~/domain/states/closing.server'
import { compareDistricts, listDistrictLines } from '~/domain/states/comparing.server'
import { stateCsv } from '~/domain/states/csv.server'
import { closedMonths, monthEndBefore, MONTHS_KEPT } from '~/domain/states/months'
import { seenByState } from '~/domain/states/own.server'
import { findStateScope } from '~/domain/states/scope.server'
import { closeMonthsOnNewDays } from '~/jobs/month-closer.server'
import { rebuildMonths } from '~/cli/rebuild'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const OCTOBER = '2026-10-31'
const unexpected = (error: unknown) => {
  throw error
}

async function ready({ closed = true } = {}) {
  const store = await openTestStore()
  if (closed) await closeMonthsOnNewDays(store, new Map(), WORLD_NOW, unexpected)
  const scope = (await findStateScope(store.read, STATE_VIEWER.userId, 'ma', WORLD_NOW))!
  return { store, scope, coordinator: await asMember(store, northside.ming) }
}

/** A month as large as one likes in a district of the world. */
const put = (store: TestStore, districtId: number, given: Partial<MonthFigures>, asOf = OCTOBER) =>
  store.write(async (tx) => {
    const figures = {
      yardstick: 900,
      educators: 100,
      atOrAbove: 40,
      inThreeYears: 10,
      minutesByKind: { workshop: 60_000 },
      minutesByStrength: byStrength(() => 0),
      groups: [],
      approvals: { decided: 0, inTime: 0, waiting: 0, late: 0 },
      ...given,
    }
    await tx
      .insert(districtMonths)
      .values({ districtId, asOf, figures, madeAt: WORLD_NOW })
      .onConflictDoUpdate({
        target: [districtMonths.districtId, districtMonths.asOf],
        set: { figures, madeAt: new Date(WORLD_NOW.getTime() + 1) },
      })
  })

describe('closed months', () => {
  test('are the last days of the months that are over', () => {
    expect(closedMonths('2026-11-01', 3)).toEqual(['2026-10-31', '2026-09-30', '2026-08-31'])
    expect(closedMonths('2026-11-30', 1)).toEqual(['2026-10-31'])
  })

  test('have the same month a year before, also after a leap year', () => {
    expect(monthEndBefore('2029-02-28', 12)).toBe('2028-02-29')
    expect(monthEndBefore('2026-10-31', 12)).toBe('2025-10-31')
  })

  test('are made once, and say what the report of that day says', async () => {
    const { store } = await ready()
    const administrator = await asMember(store, northside.rosa)

    const again = await closeMonthsOnNewDays(store, new Map(), WORLD_NOW, unexpected)
    const report = await administrator.read(openReport, { asOf: OCTOBER })
    const month = await administrator.read(makeMonth, OCTOBER)

    expect(again).toBe(0)
    expect(await store.read.$count(districtMonths)).toBe(2 * MONTHS_KEPT)
    expect(month).toMatchObject({
      educators: report.participation.educators,
      atOrAbove: report.participation.atOrAbove,
      inThreeYears: report.participation.inThreeYears,
    })
    expect(Object.values(month.minutesByKind).reduce((a, b) => a + b, 0)).toBe(report.hours.minutes)
  })

  test('stay as they are after a later correction, until they are made anew', async () => {
    const { store, scope } = await ready()
    await store.write(async (tx) => {
      await tx.delete(affiliations).where(eq(affiliations.memberId, northside.theo.id))
    })

    const before = await scope.db.listFigures(OCTOBER)
    const rebuilt = await rebuildMonths(store, 'northside', WORLD_NOW)
    const again = await rebuildMonths(store, 'northside', WORLD_NOW)
    const after = await scope.db.listFigures(OCTOBER)

    const educators = (rows: typeof before) =>
      rows.find(({ slug }) => slug === 'northside')!.figures.educators
    expect(rebuilt.closed).toBe(MONTHS_KEPT)
    expect(rebuilt.differed).toBeGreaterThan(0)
    expect(again.differed).toBe(0)
    expect(educators(after)).toBe(educators(before) - 1)
  })
})

describe('the districts of a state', () => {
  test('stand side by side, and sums are those of what is shown', async () => {
    const { store, scope } = await ready({ closed: false })
    await put(store, northside.id, {})
    await put(store, southside.id, {
      educators: 53,
      atOrAbove: 12,
      minutesByKind: { course: 6000 },
    })

    const { month, asOf } = await compareDistricts(scope, {})

    expect(asOf).toBe(OCTOBER)
    expect(month).toMatchObject({ reported: 2, leftOut: 0, share: 32, minutes: 66_000, found: 2 })
    expect(month!.total).toMatchObject({ educators: 155, atOrAbove: 50 })
    expect(month!.lines.map(({ name, educators, share }) => [name, educators, share])).toEqual([
      [northside.name, 100, 40],
      [southside.name, 55, 18],
    ])
  })

  test('a district with fewer than five educators is in no line and no sum', async () => {
    const { store, scope } = await ready({ closed: false })
    await put(store, northside.id, {})
    await put(store, southside.id, { educators: 4, atOrAbove: 4 })

    const { month } = await compareDistricts(scope, {})

    expect(month).toMatchObject({ reported: 2, leftOut: 1, found: 1 })
    expect(month!.total).toMatchObject({ educators: 100, atOrAbove: 40 })
  })

  test('a district without a yardstick is in no share, and all else of it is told', async () => {
    const { store, scope } = await ready({ closed: false })
    const groupOf = (atOrAbove: number | null) => [
      { line: 'level', group: 'middle', educators: 50, atOrAbove },
    ]
    await put(store, northside.id, { groups: groupOf(20) })
    await put(store, southside.id, {
      yardstick: 0,
      educators: 53,
      atOrAbove: null,
      inThreeYears: null,
      groups: groupOf(null),
    })

    const { month } = await compareDistricts(scope, {})
    const { asOf, lines } = await listDistrictLines(scope, {})

    expect(month).toMatchObject({ share: 40, total: { educators: 155, atOrAbove: 40 } })
    expect(month!.groups).toEqual([expect.objectContaining({ educators: 50, share: 40 })])
    expect(month!.trend.at(-1)).toEqual({ asOf: OCTOBER, share: 40, educators: 155 })
    expect(lines.map((line) => [line.educators, line.atOrAbove, line.share])).toEqual([
      [100, 40, 40],
      [55, null, null],
    ])
    const [, , row] = stateCsv(asOf, lines).trim().split('\r\n')
    expect(row).toBe(`${OCTOBER},${southside.name},55,,,,1000,18,,`)
  })

  test('a state of which no district has a yardstick has no share', async () => {
    const { store, scope } = await ready({ closed: false })
    await put(store, northside.id, { yardstick: 0, atOrAbove: null, inThreeYears: null })

    const { month } = await compareDistricts(scope, {})

    expect(month).toMatchObject({ share: null, total: { educators: 100, atOrAbove: null } })
  })

  test('a file leaves empty what is not told, as of fewer than five', async () => {
    const { store, scope } = await ready({ closed: false })
    const approvals = { decided: 9, inTime: 9, waiting: 4, late: 0 }
    await put(store, northside.id, { atOrAbove: 4, approvals })

    const { asOf, lines } = await listDistrictLines(scope, {})

    const [, row] = stateCsv(asOf, lines).trim().split('\r\n')
    expect(row).toBe(`${OCTOBER},${northside.name},100,,,,1000,10,,`)
  })

  test('are narrowed by name and size, sorted, and laid beside the year before', async () => {
    const { store, scope } = await ready({ closed: false })
    await put(store, northside.id, {})
    await put(store, northside.id, { atOrAbove: 20 }, addMonths(OCTOBER, -12))
    await put(store, southside.id, { educators: 53, atOrAbove: 12 })
    const names = async (request: Parameters<typeof compareDistricts>[1]) =>
      (await compareDistricts(scope, request)).month!.lines.map(({ slug }) => slug)

    expect(await names({ name: 'SOUTH' })).toEqual(['southside'])
    expect(await names({ size: 'medium' })).toEqual(['northside'])
    expect(await names({ sort: 'share' })).toEqual(['southside', 'northside'])
    expect(await names({ sort: '-share' })).toEqual(['northside', 'southside'])
    const { lines } = await listDistrictLines(scope, {})
    expect(lines.map(({ share, shareBefore }) => [share, shareBefore])).toEqual([
      [40, 20],
      [18, null],
    ])
  })

  test('while a month is being closed the one before is shown; any other can be chosen', async () => {
    const { store, scope } = await ready({ closed: false })
    for (const { id } of [northside, southside]) await put(store, id, {}, '2026-09-30')
    await put(store, northside.id, {})

    expect((await compareDistricts(scope, {})).asOf).toBe('2026-09-30')
    expect((await compareDistricts(scope, { asOf: OCTOBER })).asOf).toBe(OCTOBER)
    expect((await compareDistricts(scope, { asOf: WORLD_TODAY })).asOf).toBe('2026-09-30')
  })

  test('figures that are made anew are seen at once', async () => {
    const { store, scope } = await ready({ closed: false })
    await put(store, northside.id, {})
    const before = await compareDistricts(scope, {})
    await put(store, northside.id, { educators: 200 })

    const after = await compareDistricts(scope, {})

    expect([before, after].map(({ month }) => month!.total.educators)).toEqual([100, 200])
  })

  test('a state where no month is closed has none', async () => {
    const { scope } = await ready({ closed: false })

    expect(await compareDistricts(scope, {})).toMatchObject({ asOf: null, month: null })
    await expect(listDistrictLines(scope, {})).rejects.toThrow(NotFound)
  })
})

describe('who may compare them', () => {
  test('those whom an operator has appointed, until they are dismissed', async () => {
    const { store } = await ready({ closed: false })
    const find = (userId: string, state = 'MA') =>
      findStateScope(store.read, userId, state, WORLD_NOW)
    const about = { state: 'MA', origin: 'https://cairn.example.org', now: WORLD_NOW }
    const { rosa } = northside

    expect(await find(rosa.userId)).toBeNull()
    expect(await find(STATE_VIEWER.userId, 'NH')).toBeNull()
    expect(await find(STATE_VIEWER.userId, 'nowhere')).toBeNull()
    const link = await store.write((tx) => appointStateViewer(tx, { ...about, email: rosa.email }))
    expect(link).toBeNull()
    expect(await find(rosa.userId)).toMatchObject({ state: { name: 'Massachusetts' } })
    await store.write((tx) => dismissStateViewer(tx, { ...about, email: rosa.email }))
    expect(await find(rosa.userId)).toBeNull()
  })

  test('somebody new gets a link with which to choose a password', async () => {
    const { store } = await ready({ closed: false })
    const about = { state: 'MA', origin: 'https://cairn.example.org', now: WORLD_NOW }
    const appoint = (email: string, state = 'MA') =>
      store.write((tx) => appointStateViewer(tx, { ...about, email, state }))

    expect(await appoint('Nia.New@state.example')).toMatch(
      /^https:\/\/cairn\.example\.org\/reset\//,
    )
    await expect(appoint('no address')).rejects.toThrow(Invalid)
    await expect(appoint('nia.new@state.example', 'XX')).rejects.toThrow(Invalid)
    await expect(
      store.write((tx) => dismissStateViewer(tx, { ...about, email: 'who@state.example' })),
    ).rejects.toThrow(NotFound)
  })
})

test('a district sees what the state sees of it, and of no other', async () => {
  const { store, coordinator } = await ready({ closed: false })
  await put(store, northside.id, { educators: 42 })
  await put(store, southside.id, { educators: 77 })
  await put(store, northside.id, { educators: 4 }, '2026-09-30')

  const { state, months } = await coordinator.read(seenByState)

  expect(state).toBe('Massachusetts')
  expect(months.map(({ asOf, shown }) => [asOf, shown?.educators ?? null])).toEqual([
    [OCTOBER, 40],
    ['2026-09-30', null],
  ])
  const educator = await asMember(store, northside.ana)
  await expect(educator.read(seenByState)).rejects.toThrow(Forbidden)
})
