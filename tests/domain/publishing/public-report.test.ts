import { publicReport } from '~/domain/publishing/public-report.server'
import { type ExactReport, openExactReport } from '~/domain/reports/report.server'
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
async function reportWith(bySchool: ReturnType<typeof school>[]): Promise<ExactReport> {
  const member = await asMember(await openTestStore(), world.northside.ming)
  const report = await member.read(openExactReport, { asOf: WORLD_TODAY })
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

test('none and four look alike, and so do all of a group and one fewer', async () => {
  const shares = []
  for (const reached of [0, 4, 62, 99, 100]) {
    shares.push(publicReport(await reportWith([school('North', 100, reached)]))!.participation)
  }
  const small = publicReport(await reportWith([school('North', 15, 10)]))!

  expect(shares).toEqual([
    { people: 100, reached: 0, percent: null },
    { people: 100, reached: 0, percent: null },
    { people: 100, reached: 60, percent: 60 },
    { people: 100, reached: 95, percent: 95 },
    { people: 100, reached: 95, percent: 95 },
  ])
  expect(small.participation.percent).toBeNull()
})

test('pathways, which a coordinator sees exactly, are told to everybody as all else', async () => {
  const report = await reportWith([school('North', 100, 60)])
  const [pathway] = report.pathways
  const of = (audience: number, current: number) => ({ ...pathway!, audience, current })

  const { pathways } = publicReport({
    ...report,
    pathways: [of(4, 4), of(12, 12), of(43, 22), of(43, 2)],
  })!

  expect(pathways.map(({ current }) => current)).toEqual([
    { people: 10, reached: 5, percent: null },
    { people: 45, reached: 20, percent: 44 },
    { people: 45, reached: 0, percent: null },
  ])
})

test('a school of fewer than five is not shown, nor a second one by which it could be found', async () => {
  const schools = [school('North', 40, 30), school('Island', 3, 2), school('South', 12, 6)]

  const shown = publicReport(await reportWith(schools))!

  expect(shown.schools).toEqual({
    areSomeHidden: true,
    shown: [{ id: 'North', name: 'North', people: 40, reached: 30, percent: 75 }],
  })
  expect(JSON.stringify(shown)).not.toContain('Island')
  expect(JSON.stringify(shown)).not.toContain('South')
})

test('nor is a school where nobody works today, which keeps what one person may have done', async () => {
  const schools = [school('North', 40, 30), school('Closed', 0), school('South', 12, 6)]

  const { shown } = publicReport(await reportWith(schools))!.schools

  expect(shown.map(({ name }) => name)).toEqual(['North'])
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
    if (typeof value === 'number' && key !== 'percent') counts.push(value)
    return value
  })
  expect(counts.filter((count) => count > 0 && count < 5)).toEqual([])
  expect(counts.every((count) => count % 5 === 0)).toBe(true)
})
