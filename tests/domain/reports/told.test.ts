import { newId } from '#db/id'
import { Forbidden } from '~/domain/errors'
import { reportCsv } from '~/domain/reports/csv.server'
import { reportJson, takeReport } from '~/domain/reports/files.server'
import { checkQuality } from '~/domain/reports/quality.server'
import { figuresOf, openReport } from '~/domain/reports/report.server'
import { freezeReport, openSnapshot, readSnapshot } from '~/domain/reports/snapshots.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { world, WORLD_TODAY } from '../../support/world'

const { ida, ming, rosa, schools } = world.northside

async function meet() {
  const store = await openTestStore()
  const [coordinator, administrator] = [await asMember(store, ming), await asMember(store, rosa)]
  return { store, coordinator, administrator }
}

test('an administrator and an auditor see every figure, and a coordinator its rounding', async () => {
  const { store, coordinator, administrator } = await meet()
  const auditor = await asMember(store, ida)
  for (const organizationId of [schools.elementary, schools.middle, schools.high]) {
    for (let hired = 0; hired < 12; hired++) {
      await administrator.write(make.member, { organizationId })
    }
  }

  const exact = await administrator.read(openReport, { asOf: WORLD_TODAY })
  const told = await coordinator.read(openReport, { asOf: WORLD_TODAY })

  expect(await auditor.read(openReport, { asOf: WORLD_TODAY })).toEqual(exact)
  expect(exact.rounded).toBeUndefined()
  const { educators } = exact.participation
  expect(told.participation.educators).toBe(5 * Math.round(educators / 5))
  expect(told.hours.minutes).toBe(600 * Math.round(exact.hours.minutes / 600))
  expect(told.pathways).toEqual(exact.pathways)
  expect(told.rounded!.places.length).toBeGreaterThan(1)
  const hidden = new Set(told.rounded!.places.map(({ id }) => id))
  const figures = figuresOf(told).filter(({ section }) => section !== 'pathways')
  expect(figures.every(({ place, isRounded }) => isRounded && !hidden.has(place?.id ?? ''))).toBe(
    true,
  )
})

test('of a school with few educators a coordinator is told the pathways alone', async () => {
  const { coordinator, administrator } = await meet()
  const school = await administrator.write(openSchool, { name: 'Island School' })
  await administrator.write(make.member, { organizationId: school })
  const about = { asOf: WORLD_TODAY, organization: school }

  const told = await coordinator.read(openReport, about)

  expect(told.rounded).toEqual({ isWithheld: true, places: [] })
  expect(told.lastYear).toBe(null)
  expect(figuresOf(told).every(({ section }) => section === 'pathways')).toBe(true)
  expect((await administrator.read(openReport, about)).participation.educators).toBe(1)
})

test('a coordinator freezes to the last minute, reads it rounded, and may not take its text', async () => {
  const { coordinator, administrator } = await meet()
  const input = { id: newId(), name: 'For the board', asOf: WORLD_TODAY, note: undefined }

  await coordinator.write(freezeReport, input)

  const { content, sha256 } = await administrator.read(readSnapshot, input.id)
  const exact = await administrator.read(openReport, { asOf: WORLD_TODAY })
  expect(content).toBe(JSON.stringify(exact))
  const opened = await coordinator.read(openSnapshot, input.id)
  expect(opened.report).toEqual(await coordinator.read(openReport, { asOf: WORLD_TODAY }))
  expect(opened).toMatchObject({
    snapshot: { isWhole: true, sha256: null },
    differences: [],
    can: { readText: false },
  })
  expect((await administrator.read(openSnapshot, input.id)).snapshot.sha256).toBe(sha256)
  await expect(coordinator.read(readSnapshot, input.id)).rejects.toThrow(Forbidden)
})

test('files say how each figure is rounded, where it is', async () => {
  const { coordinator, administrator } = await meet()
  const taken = await coordinator.read(takeReport, { asOf: WORLD_TODAY })

  const saved = JSON.parse(reportJson(taken))

  const goals = saved.figures.find(
    ({ section, place }: { section: string; place: object | null }) =>
      section === 'goals' && place === null,
  )
  expect(saved.rounded).toContain('to the nearest five')
  expect(goals).toMatchObject({ value: null, rounding: 'Fewer than five' })
  expect(reportCsv(taken.report)).toMatch(/,value,rounding\r\n/)
  const exact = await administrator.read(takeReport, { asOf: WORLD_TODAY })
  expect(reportCsv(exact.report)).toMatch(/,value\r\n/)
  expect(reportJson(exact)).not.toContain('"rounding"')
})

test('what the report misses is told to a coordinator in fives', async () => {
  const { coordinator, administrator } = await meet()
  await administrator.write(make.member, { organizationId: schools.middle, hiredOn: null })

  const exact = await administrator.read(checkQuality)
  const told = await coordinator.read(checkQuality)

  expect(exact.withoutHireDate % 5).not.toBe(0)
  expect(told.withoutHireDate % 5).toBe(0)
  expect(told).toMatchObject({ isRounded: true, withoutBand: exact.withoutBand })
})
