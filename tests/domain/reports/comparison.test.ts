import { newId } from '#db/id'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Forbidden, NotFound } from '~/domain/errors'
import {
  type Against,
  type Comparison,
  openComparedReport,
  openComparedSnapshot,
} from '~/domain/reports/comparison.server'
import { openReport } from '~/domain/reports/report.server'
import { freezeReport } from '~/domain/reports/snapshots.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, ida, mara, rosa, schools, snapshots, submissions } = world.northside
const JUNE = '2026-06-30'

const totalsOnly = () => false
const everySchool = () => true

const beside = async (
  member: TestMember,
  against: Against | undefined,
  more: { organization?: string; placesOf?: (section: string) => boolean } = {},
) => {
  const request = { asOf: WORLD_TODAY, placesOf: totalsOnly, ...more, against }
  return (await member.read(openComparedReport, request)).comparison
}

const pairsOf = (comparison: Comparison | null, section: string) =>
  comparison!.sections.find(({ key }) => key === section)?.pairs ?? []

const pairOf = (comparison: Comparison | null, section: string, measure: string) =>
  pairsOf(comparison, section).find(
    (pair) => pair.measure === measure && !pair.place && !pair.item,
  )!

test('a report beside another day says of each figure what both say', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const today = await member.read(openReport, { asOf: WORLD_TODAY })
  const june = await member.read(openReport, { asOf: JUNE })

  const comparison = await beside(member, { day: JUNE })

  expect(comparison).toMatchObject({ mine: '20 November 2026', compared: '30 June 2026' })
  const { minutes } = today.hours
  expect(pairOf(comparison, 'hours', 'minutes')).toMatchObject({
    name: 'Hours',
    value: minutes,
    compared: june.hours.minutes,
    change: minutes - june.hours.minutes,
  })
  const { atOrAbove, educators } = june.participation
  expect(pairOf(comparison, 'participation', 'atOrAbove')).toMatchObject({
    compared: atOrAbove,
    comparedShare: atOrAbove! / educators,
  })
  expect(pairOf(comparison, 'participation', 'yardstick').value).toBe(today.yardstick)
})

test('schools are compared where that is asked for', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const today = await member.read(openReport, { asOf: WORLD_TODAY })

  const totals = await beside(member, { day: JUNE })
  const all = await beside(member, { day: JUNE }, { placesOf: everySchool })

  const ofSchool = (comparison: Comparison | null) =>
    pairsOf(comparison, 'hours').filter(({ place }) => place?.id === schools.middle)
  expect(totals!.sections.find(({ key }) => key === 'hours')!.hasPlaces).toBe(true)
  expect(ofSchool(totals)).toEqual([])
  const whole = ofSchool(all).find(({ item }) => item === null)!
  const middle = today.hours.bySchool.find(({ id }) => id === schools.middle)!
  expect(whole.value).toBe(middle.minutes)
})

test('a school stands beside its district, and the district not beside itself', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const district = await member.read(openReport, { asOf: WORLD_TODAY })
  const school = await member.read(openReport, {
    asOf: WORLD_TODAY,
    organization: schools.middle,
  })

  const comparison = await beside(member, 'district', { organization: schools.middle })

  expect(comparison).toMatchObject({
    mine: school.organization!.name,
    compared: district.district.name,
  })
  expect(pairOf(comparison, 'participation', 'educators')).toMatchObject({
    value: school.participation.educators,
    compared: district.participation.educators,
    change: null,
  })
  expect(comparison!.sections.some(({ hasPlaces }) => hasPlaces)).toBe(false)
  expect(await beside(member, 'district')).toBe(null)
})

test('nothing stands beside a report unless it is asked for', async () => {
  const member = await asMember(await openTestStore(), rosa)

  const opened = await member.read(openComparedReport, {
    asOf: WORLD_TODAY,
    placesOf: totalsOnly,
  })

  expect(opened.comparison).toBe(null)
  expect(opened.snapshots.map(({ id }) => id)).toEqual([snapshots.june])
})

test('a snapshot stands beside the report as it was frozen, and its school beside the school’s', async () => {
  const store = await openTestStore()
  const [principal, member] = [await asMember(store, mara), await asMember(store, rosa)]
  const id = newId()
  await member.write(freezeReport, { id, name: 'Fall', asOf: WORLD_TODAY, note: undefined })
  await principal.write(reopenSubmission, submissions.approved, { reason: 'A mistake of mine.' })

  const district = await beside(member, { snapshot: id })
  const school = await beside(member, { snapshot: id }, { organization: schools.middle })

  expect(district!.compared).toBe('Fall')
  expect(pairOf(district, 'hours', 'minutes').change).toBe(-180)
  expect(pairOf(school, 'hours', 'minutes').change).toBe(-180)
  expect(pairOf(school, 'participation', 'yardstick').change).toBe(0)
})

test('two snapshots stand beside each other', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const id = newId()
  await member.write(freezeReport, { id, name: 'Fall', asOf: WORLD_TODAY, note: undefined })
  const open = (against?: string) =>
    member.read(openComparedSnapshot, { id, against, placesOf: totalsOnly })

  const { comparison, report, snapshots: choices } = await open(snapshots.june)

  expect(comparison!.mine).toBe('Fall')
  expect(pairOf(comparison, 'hours', 'minutes').value).toBe(report.hours.minutes)
  expect(choices.map((choice) => choice.id)).toEqual([snapshots.june])
  expect((await open()).comparison).toBe(null)
})

test('who reads no report compares none, and another district has no such snapshot', async () => {
  const store = await openTestStore()
  const [auditor, educator] = [await asMember(store, ida), await asMember(store, ana)]
  const other = await asMember(store, world.southside.ming)
  const against = { snapshot: snapshots.june }
  const frozen = { id: snapshots.june, placesOf: totalsOnly }

  expect((await beside(auditor, against))!.sections.length).toBeGreaterThan(0)
  await expect(beside(educator, against)).rejects.toThrow(Forbidden)
  await expect(beside(other, against)).rejects.toThrow(NotFound)
  await expect(educator.read(openComparedSnapshot, frozen)).rejects.toThrow(Forbidden)
  await expect(other.read(openComparedSnapshot, frozen)).rejects.toThrow(NotFound)
})
