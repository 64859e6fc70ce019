import { newId } from '#db/id'
import { yardsticks } from '#db/schema'
import { publicReport } from '~/domain/publishing/public-report.server'
import { reportEducatorsCsv } from '~/domain/report-lists/csv.server'
import { type EducatorFilter, listReportEducators } from '~/domain/report-lists/educators.server'
import { openComparedReport } from '~/domain/reports/comparison.server'
import { reportCsv } from '~/domain/reports/csv.server'
import { reportJson, takeReport } from '~/domain/reports/files.server'
import { figuresOf, openExactReport, openReport } from '~/domain/reports/report.server'
import { rulesOf } from '~/domain/reports/rules.server'
import type { WriteScope } from '~/domain/scope.server'
import { makeMonth } from '~/domain/states/closing.server'
import { expect, test } from 'vitest'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ming, rosa, schools } = world.northside
const BEFORE = '2025-11-20'
const SINCE = '2026-07-01'

/** An administrator and a coordinator of a district that asks for hours since a day, or for none. */
async function asking(since: string | null) {
  const store = await openTestStore()
  const [administrator, coordinator] = [await asMember(store, rosa), await asMember(store, ming)]
  await administrator.write(async (scope: WriteScope) => {
    await scope.db.delete(yardsticks).where(undefined)
    if (since === null) return
    await scope.db.insert(yardsticks).values({ id: newId(), minutes: 900, startsOn: since })
  })
  for (const organizationId of [schools.elementary, schools.middle, schools.high]) {
    for (let hired = 0; hired < 20; hired++) {
      await administrator.write(make.member, { organizationId })
    }
  }
  return { administrator, coordinator }
}

const REACHED = ['atOrAbove', 'inThreeYears']

const measuresIn = async (member: TestMember, asOf = WORLD_TODAY) => {
  const figures = figuresOf(await member.read(openReport, { asOf }))
  const ofPeople = figures.filter(({ section }) => ['participation', 'equity'].includes(section))
  return [...new Set(ofPeople.map(({ measure }) => measure))]
}

test('without a yardstick nobody is told to have reached it, and with one they are', async () => {
  const none = await asking(null)
  const { administrator, coordinator } = await asking(SINCE)

  const { participation, equity } = await none.administrator.read(openReport, { asOf: WORLD_TODAY })

  expect(participation).toMatchObject({ atOrAbove: null, inThreeYears: null })
  expect(participation.educators).toBeGreaterThan(24)
  const [group] = equity.flatMap(({ groups }) => groups.flatMap(({ reached }) => reached ?? []))
  expect(group).toMatchObject({ educators: expect.any(Number), atOrAbove: null })
  for (const member of [none.administrator, none.coordinator]) {
    const measures = await measuresIn(member)
    expect(measures).toEqual(expect.arrayContaining(['educators', 'meanMinutes']))
    expect(measures.filter((measure) => REACHED.includes(measure))).toEqual([])
  }
  for (const member of [administrator, coordinator]) {
    expect(await measuresIn(member)).toEqual(expect.arrayContaining(['educators', 'atOrAbove']))
  }
})

test('nor in files, in the month of a state or on the page for everybody', async () => {
  const { administrator, coordinator } = await asking(null)
  const taken = await coordinator.read(takeReport, { asOf: WORLD_TODAY })

  const page = publicReport(await coordinator.read(openExactReport, { asOf: WORLD_TODAY }))
  const month = await administrator.read(makeMonth, WORLD_TODAY)

  const csv = reportCsv(taken.report)
  expect(csv).toContain('participation,,,,educators,people,')
  expect(csv).not.toContain('at_or_above')
  expect(csv).not.toContain('in_three_years')
  const { figures } = JSON.parse(reportJson(taken)) as { figures: { measure: string }[] }
  expect(figures.filter(({ measure }) => REACHED.includes(measure))).toEqual([])
  expect(page!.participation).toMatchObject({ reached: null, percent: null })
  expect(page!.inThreeYears).toMatchObject({ reached: null, percent: null })
  expect(page!.schools.shown.every(({ reached }) => reached === null)).toBe(true)
  expect(month).toMatchObject({ yardstick: 0, atOrAbove: null, inThreeYears: null })
  expect(month.groups.every(({ atOrAbove }) => atOrAbove === null)).toBe(true)
})

test('a year that had no yardstick has nothing to lay beside this one', async () => {
  const { administrator } = await asking(SINCE)

  const { report, comparison } = await administrator.read(openComparedReport, {
    asOf: WORLD_TODAY,
    against: { day: BEFORE },
    placesOf: () => false,
  })

  expect(report.lastYear).toMatchObject({ yardstick: 0, atOrAbove: null })
  const pairs = comparison!.sections.find(({ key }) => key === 'participation')!.pairs
  expect(pairs.find(({ measure }) => measure === 'atOrAbove')).toMatchObject({
    value: report.participation.atOrAbove,
    compared: null,
    comparedShare: null,
    change: null,
  })
})

test('the rule says why it is not told', async () => {
  const ruleWith = async (since: string | null) => {
    const { administrator } = await asking(since)
    const rules = rulesOf(await administrator.read(openReport, { asOf: WORLD_TODAY }))
    return [rules.participation, rules.equity].map(
      ({ measures }) => measures.find(({ key }) => key === 'atOrAbove')!.rule,
    )
  }

  for (const rule of await ruleWith(null)) expect(rule).toContain('had no yardstick on 20 November')
  for (const rule of await ruleWith(SINCE)) expect(rule).toContain('at least 15 hours')
})

test('the list of educators has nobody at or above it, nor below', async () => {
  const { administrator } = await asking(null)
  const filter = { asOf: WORLD_TODAY, sort: 'name' as const, page: 1 }
  const found = async (given: Partial<EducatorFilter>) =>
    (await administrator.read(listReportEducators, { ...filter, ...given })).educators

  const all = await found({})
  const csv = await textOf(await administrator.read(reportEducatorsCsv, filter))

  expect(all.total).toBeGreaterThan(24)
  expect(all.rows.every(({ reaches }) => reaches === null)).toBe(true)
  expect((await found({ reached: 'none' })).total).toBeGreaterThan(0)
  for (const far of ['atOrAbove', 'below'] as const) {
    expect((await found({ reached: far })).total).toBe(0)
    expect((await found({ inThreeYears: far })).total).toBe(0)
  }
  expect(csv).not.toMatch(/,(yes|no)\b/)
})
