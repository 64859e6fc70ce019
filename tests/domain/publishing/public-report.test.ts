import { publicCount, publicReport, publicShare } from '~/domain/publishing/public-report'
import { openReport, type Report } from '~/domain/reports/report.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const school = (name: string, educators: number, atOrAbove = 0) => ({
  id: name,
  name,
  sourceId: null,
  educators,
  atOrAbove,
  inThreeYears: 0,
})

/** The report of the world, with participation that says what the test needs. */
async function reportWith(bySchool: ReturnType<typeof school>[]): Promise<Report> {
  const member = await asMember(await openTestStore(), world.northside.ming)
  const report = await member.read(openReport, { asOf: WORLD_TODAY })
  const sum = (key: 'educators' | 'atOrAbove') => bySchool.reduce((all, row) => all + row[key], 0)
  return {
    ...report,
    participation: {
      educators: sum('educators'),
      atOrAbove: sum('atOrAbove'),
      inThreeYears: 0,
      bySchool,
    },
  }
}

test('one to four are never told, and all else is rounded', () => {
  expect([0, 1, 4, 5, 7, 8, 1203].map(publicCount)).toEqual([0, null, null, 5, 5, 10, 1205])
  expect(publicShare(100, 62)).toEqual({ people: 100, reached: 60, percent: 60 })
  expect(publicShare(100, 3)).toEqual({ people: 100, reached: null, percent: null })
  expect(publicShare(15, 10).percent).toBeNull()
})

test('a school of fewer than five is not shown, nor a second one by which it could be found', async () => {
  const schools = [school('North', 40, 30), school('Island', 3, 2), school('South', 12, 6)]

  const shown = publicReport(await reportWith(schools))!

  expect(shown.schools).toEqual({
    hidden: 2,
    shown: [{ id: 'North', name: 'North', people: 40, reached: 30, percent: 75 }],
  })
  expect(JSON.stringify(shown)).not.toContain('Island')
  expect(JSON.stringify(shown)).not.toContain('South')
})

test('a district of fewer than five tells nothing', async () => {
  expect(publicReport(await reportWith([school('Island', 4, 2)]))).toBeNull()
})

test('no number of a public report is one to four', async () => {
  const { asOf, schoolYear, ...shown } = publicReport(
    await reportWith([school('North', 44, 41), school('South', 26, 3)]),
  )!

  const counts: number[] = []
  JSON.stringify(shown, (key, value: unknown) => {
    if (typeof value === 'number' && key !== 'percent' && key !== 'hidden') counts.push(value)
    return value
  })
  expect(counts.filter((count) => count > 0 && count < 5)).toEqual([])
  expect(counts.every((count) => count % 5 === 0)).toBe(true)
})
