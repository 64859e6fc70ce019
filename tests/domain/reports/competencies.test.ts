import { activityCompetencies, ledgerEntries } from '#db/schema'
import { openReport } from '~/domain/reports/report.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { rosa, schools } = world.northside

test.each([WORLD_TODAY, '2026-10-15', '2026-06-30'])(
  'the hours by competency as of %s are those of a plain computation',
  async (asOf) => {
    const member = await asMember(await openTestStore(), rosa)

    const { competencies, schoolYear } = await member.read(openReport, { asOf })

    const entries = await member.scope.db
      .select({
        activityId: ledgerEntries.activityId,
        minutes: ledgerEntries.minutes,
        bookedOn: ledgerEntries.bookedOn,
        schoolYear: ledgerEntries.schoolYear,
      })
      .from(ledgerEntries)
    const named = await member.scope.db
      .select({
        activityId: activityCompetencies.activityId,
        competency: activityCompetencies.competency,
      })
      .from(activityCompetencies)
    const expected = new Map<string, number>()
    for (const entry of entries) {
      if (entry.schoolYear !== schoolYear || entry.bookedOn > asOf) continue
      for (const { activityId, competency } of named) {
        if (activityId !== entry.activityId) continue
        expected.set(competency, (expected.get(competency) ?? 0) + entry.minutes)
      }
    }
    const found = new Map(competencies.map(({ key, minutes }) => [key, minutes]))
    for (const [key, minutes] of expected) expect(found.get(key) ?? 0).toBe(minutes)
    expect(found.size).toBe([...expected.values()].filter((minutes) => minutes !== 0).length)
  },
)

test('the report of a school counts what was earned under it', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const of = async (organization?: string) => {
    const { competencies } = await member.read(openReport, { asOf: WORLD_TODAY, organization })
    return competencies.reduce((sum, { minutes }) => sum + minutes, 0)
  }

  const parts = await Promise.all([of(schools.elementary), of(schools.middle), of(schools.high)])

  expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(await of())
  expect(await of()).toBeGreaterThan(0)
})
