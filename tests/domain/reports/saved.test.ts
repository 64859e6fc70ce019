import { newId } from '#db/id'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { type SavedReportInput, savedReportInput } from '~/domain/reports/inputs.server'
import { savedQuery } from '~/domain/reports/saved'
import {
  changeSavedReport,
  listNewestSaved,
  listSavedReports,
  openSavedReport,
  removeSavedReport,
  saveReport,
} from '~/domain/reports/saved.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ida, ming, organization, rosa, schools, snapshots } = northside

const form = (given: { isShared?: boolean; compare?: string } = {}): SavedReportInput => ({
  id: newId(),
  name: 'Middle school',
  asOf: null,
  organization: schools.middle,
  compare: given.compare,
  isShared: given.isShared ?? false,
})

test('a report is saved once as its address, for whoever saved it alone', async () => {
  const store = await openTestStore()
  const [coordinator, auditor] = [await asMember(store, ming), await asMember(store, ida)]
  const input = form({ compare: snapshots.june })

  await coordinator.write(saveReport, input)
  await coordinator.write(saveReport, input)

  const { saved } = await coordinator.read(listSavedReports, 1)
  expect(saved.rows).toHaveLength(1)
  expect((await coordinator.read(listSavedReports, 900)).saved).toEqual(saved)
  expect(saved.rows[0]).toMatchObject({ name: 'Middle school', asOf: null, savedBy: null })
  expect(saved.rows[0]!.snapshot).toContain('School year')
  const [newest] = await coordinator.read(listNewestSaved)
  expect(savedQuery(newest!)).toBe(`organization=${schools.middle}&compare=${snapshots.june}`)
  expect((await auditor.read(listSavedReports, 900)).saved).toMatchObject({ total: 0, page: 1 })
  await expect(auditor.read(openSavedReport, input.id)).rejects.toThrow(NotFound)
})

test('a day that is still to come, or a place that is no school, is not saved', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const save = (given: Partial<ReturnType<typeof form>>) =>
    coordinator.write(saveReport, { ...form({}), id: newId(), ...given })

  await expect(save({ asOf: '2099-01-01' })).rejects.toThrow(Invalid)
  await expect(save({ organization })).rejects.toThrow(NotFound)
  await expect(save({ organization: southside.schools.middle })).rejects.toThrow(NotFound)
  expect((await coordinator.read(listSavedReports, 1)).saved.total).toBe(0)
})

test('what is shared is seen by who may see the report, and changed by its owner alone', async () => {
  const store = await openTestStore()
  const [coordinator, auditor] = [await asMember(store, ming), await asMember(store, ida)]
  const input = form({ isShared: true })
  await coordinator.write(saveReport, input)

  const { saved, can } = await auditor.read(openSavedReport, input.id)

  expect(saved.savedBy).toBe('Ming Li')
  expect(can).toEqual({ edit: false })
  const change = { name: 'Mine now', isShared: true }
  await expect(auditor.write(changeSavedReport, input.id, change)).rejects.toThrow(Forbidden)
  await expect(auditor.write(removeSavedReport, input.id)).rejects.toThrow(Forbidden)
})

test('its owner renames it, takes it back, and removes it', async () => {
  const store = await openTestStore()
  const [coordinator, administrator] = [await asMember(store, ming), await asMember(store, rosa)]
  const input = form({ isShared: true })
  await coordinator.write(saveReport, input)

  await coordinator.write(changeSavedReport, input.id, { name: 'The middle', isShared: false })

  expect((await coordinator.read(openSavedReport, input.id)).saved.name).toBe('The middle')
  await expect(administrator.read(openSavedReport, input.id)).rejects.toThrow(NotFound)
  await coordinator.write(removeSavedReport, input.id)
  expect((await coordinator.read(listSavedReports, 1)).saved.total).toBe(0)
})

test('who reads no report saves none, and another district has no such school or report', async () => {
  const store = await openTestStore()
  const [educator, coordinator] = [await asMember(store, ana), await asMember(store, ming)]
  const other = await asMember(store, world.southside.ming)
  const input = form({ isShared: true })
  await coordinator.write(saveReport, input)

  await expect(educator.write(saveReport, form())).rejects.toThrow(Forbidden)
  await expect(educator.read(listSavedReports, 1)).rejects.toThrow(Forbidden)
  await expect(other.read(openSavedReport, input.id)).rejects.toThrow(NotFound)
  await expect(other.write(saveReport, form())).rejects.toThrow(NotFound)
  const beside = { ...form({ compare: snapshots.june }), organization: undefined }
  await expect(other.write(saveReport, beside)).rejects.toThrow(NotFound)
})

test('a form says a name, and a day or whichever it is opened on', () => {
  const typed = { id: newId(), name: 'All', asOf: 'today' }

  expect(savedReportInput.parse(typed)).toMatchObject({ asOf: null, isShared: false })
  expect(savedReportInput.parse({ ...typed, asOf: '2026-06-30' }).asOf).toBe('2026-06-30')
  expect(savedReportInput.safeParse({ ...typed, name: ' ' }).success).toBe(false)
  expect(savedReportInput.safeParse({ ...typed, asOf: 'soon' }).success).toBe(false)
  expect(savedReportInput.safeParse({ ...typed, compare: 'everything' }).success).toBe(false)
})
