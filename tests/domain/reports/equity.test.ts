import { eq } from '#db/query.server'
import { affiliations, ledgerEntries, members, organizations } from '#db/schema'
import type { PovertyBand } from '#db/words'
import { openReport } from '~/domain/reports/report.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { rosa, schools } = world.northside

const MANY = 12

/** So many more educators at each of some organizations, so that groups are large enough to be shown. */
async function withMoreAt(...organizationIds: string[]) {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  for (const organizationId of organizationIds) {
    for (let hired = 0; hired < MANY; hired++) {
      await administrator.write(make.member, { organizationId })
    }
  }
  return administrator
}

const ofAllLevels = () => withMoreAt(schools.elementary, schools.middle, schools.high)

const setBand = (scope: WriteScope, id: string, povertyBand: PovertyBand) =>
  scope.db.update(organizations).set({ povertyBand }).where(eq(organizations.id, id))

test('each group is what a plain computation counts', async () => {
  const administrator = await ofAllLevels()

  const { equity, schoolYear, yardstick } = await administrator.read(openReport, {
    asOf: WORLD_TODAY,
  })

  const { db } = administrator.scope
  const staff = await db
    .select({
      memberId: affiliations.memberId,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
      gradeBand: organizations.gradeBand,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
  const entries = await db
    .select({
      memberId: ledgerEntries.memberId,
      minutes: ledgerEntries.minutes,
      schoolYear: ledgerEntries.schoolYear,
    })
    .from(ledgerEntries)
  const minutesOf = (id: string) =>
    entries
      .filter((row) => row.memberId === id && row.schoolYear === schoolYear)
      .reduce((sum, row) => sum + row.minutes, 0)
  const middle = new Set(
    staff
      .filter(
        (row) =>
          row.gradeBand === 'middle' &&
          ['educator', 'coach'].includes(row.role) &&
          row.startedOn <= WORLD_TODAY &&
          (row.endedOn === null || row.endedOn >= WORLD_TODAY),
      )
      .map(({ memberId }) => memberId),
  )
  const group = equity
    .find(({ key }) => key === 'level')!
    .groups.find(({ key }) => key === 'middle')!
  const all = [...middle].map(minutesOf)
  expect(group.reached).toEqual({
    educators: middle.size,
    atOrAbove: all.filter((minutes) => minutes >= yardstick).length,
    meanMinutes: Math.round(all.reduce((sum, minutes) => sum + minutes, 0) / middle.size),
  })
})

test('a group of fewer than five is hidden, and with it one that would give it away', async () => {
  const administrator = await ofAllLevels()

  const { equity } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  const level = equity.find(({ key }) => key === 'level')!
  const hidden = level.groups.filter(({ reached }) => reached === null).map(({ key }) => key)
  expect(hidden).toContain('not_said')
  expect(hidden).toHaveLength(2)
})

test('a line of which fewer than two groups can be shown is left out', async () => {
  const administrator = await withMoreAt(schools.middle)

  const { equity } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  expect(equity.some(({ key }) => key === 'level')).toBe(false)
})

test('schools are told apart by their poverty once somebody has said what it is', async () => {
  const administrator = await ofAllLevels()
  await administrator.write(setBand, schools.middle, 'high')
  await administrator.write(setBand, schools.high, 'low')
  await administrator.write(setBand, schools.elementary, 'mid_low')

  const { equity } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  const poverty = equity.find(({ key }) => key === 'poverty')!
  expect(poverty.groups.map(({ key }) => key)).toEqual(expect.arrayContaining(['low', 'high']))
})

test('who was hired on a day nobody knows has no length of service', async () => {
  const administrator = await ofAllLevels()
  await administrator.write((scope) =>
    scope.db.update(members).set({ hiredOn: null }).where(undefined),
  )

  const { equity } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  expect(equity.some(({ key }) => key === 'service')).toBe(false)
})
