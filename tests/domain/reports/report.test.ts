import { affiliations, ledgerEntries, organizations } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { reportCsv } from '~/domain/reports/csv.server'
import { openReport } from '~/domain/reports/report.server'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { ana, mara, rosa, schools, submissions } = world.northside

/** The same figures, computed without any SQL but three plain lists. */
async function naive({ scope }: TestMember, asOf: string, yardstick: number) {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) >= '07-01' ? 0 : 1)
  const entries = await scope.db
    .select({
      memberId: ledgerEntries.memberId,
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      minutes: ledgerEntries.minutes,
      bookedOn: ledgerEntries.bookedOn,
      schoolYear: ledgerEntries.schoolYear,
    })
    .from(ledgerEntries)
  const staff = await scope.db
    .select({
      memberId: affiliations.memberId,
      organizationId: affiliations.organizationId,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
    })
    .from(affiliations)
  const counted = entries.filter((row) => row.schoolYear === year && row.bookedOn <= asOf)
  const active = staff.filter(
    (row) =>
      ['educator', 'coach'].includes(row.role) &&
      row.startedOn <= asOf &&
      (row.endedOn === null || row.endedOn >= asOf),
  )
  const minutesOf = (memberId: string) =>
    counted.filter((row) => row.memberId === memberId).reduce((sum, row) => sum + row.minutes, 0)
  const inYears = (memberId: string) =>
    entries
      .filter((row) => row.memberId === memberId && row.bookedOn <= asOf)
      .filter((row) => row.schoolYear <= year && row.schoolYear > year - 3)
      .reduce((sum, row) => sum + row.minutes, 0)
  const people = [...new Set(active.map(({ memberId }) => memberId))]
  const sum = (rows: typeof counted) => rows.reduce((total, row) => total + row.minutes, 0)
  return {
    educators: people.length,
    atOrAbove: yardstick ? people.filter((id) => minutesOf(id) >= yardstick).length : null,
    inThreeYears: yardstick ? people.filter((id) => inYears(id) >= 3 * yardstick).length : null,
    minutes: sum(counted),
    minutesAt: (organizationId: string) =>
      sum(counted.filter((row) => row.organizationId === organizationId)),
    educatorsAt: (organizationId: string) =>
      new Set(
        active
          .filter((row) => row.organizationId === organizationId)
          .map(({ memberId }) => memberId),
      ).size,
  }
}

test.each(['2026-11-20', '2026-09-30', '2026-06-30', '2026-02-01', '2025-06-30', '2024-01-01'])(
  'the figures as of %s are those of a plain computation',
  async (asOf) => {
    const member = await asMember(await openTestStore(), rosa)

    const report = await member.read(openReport, { asOf })

    const expected = await naive(member, asOf, report.yardstick)
    expect(report.participation.educators).toBe(expected.educators)
    expect(report.participation.atOrAbove).toBe(expected.atOrAbove)
    expect(report.participation.inThreeYears).toBe(expected.inThreeYears)
    expect(report.hours.minutes).toBe(expected.minutes)
    for (const school of report.hours.bySchool) {
      expect(school.minutes).toBe(expected.minutesAt(school.id))
    }
    for (const school of report.participation.bySchool) {
      expect(school.educators).toBe(expected.educatorsAt(school.id))
    }
  },
)

test('what is approved today changes nothing that was true yesterday', async () => {
  const store = await openTestStore()
  const [educator, principal, administrator] = [
    await asMember(store, ana),
    await asMember(store, mara),
    await asMember(store, rosa),
  ]
  const before = await administrator.read(openReport, { asOf: '2026-11-19' })
  const today = await administrator.read(openReport, { asOf: WORLD_TODAY })
  const { submission } = await educator.write(make.submission, { minutes: 300 })

  await principal.write(decide, { submissions: [submission.id], decision: 'approved' })

  expect(await administrator.read(openReport, { asOf: '2026-11-19' })).toEqual(before)
  const after = await administrator.read(openReport, { asOf: WORLD_TODAY })
  expect(after.hours.minutes).toBe(today.hours.minutes + 300)
})

test('what is taken back today counts no longer, and yesterday as it did', async () => {
  const store = await openTestStore()
  const [principal, administrator] = [await asMember(store, mara), await asMember(store, rosa)]
  const before = await administrator.read(openReport, { asOf: '2026-11-19' })
  const today = await administrator.read(openReport, { asOf: WORLD_TODAY })

  await principal.write(reopenSubmission, submissions.approved, { reason: 'A mistake of mine.' })

  expect(await administrator.read(openReport, { asOf: '2026-11-19' })).toEqual(before)
  const after = await administrator.read(openReport, { asOf: WORLD_TODAY })
  expect(after.hours.minutes).toBe(today.hours.minutes - 180)
})

test('the report of a school is its part of the district’s, by id or by sourcedId', async () => {
  const store = await openTestStore()
  const member = await asMember(store, rosa)
  const rows = await member.scope.db
    .select({ id: organizations.id, sourceId: organizations.sourceId })
    .from(organizations)
  const sourceId = rows.find(({ id }) => id === schools.middle)!.sourceId!

  const district = await member.read(openReport, { asOf: WORLD_TODAY })
  const school = await member.read(openReport, {
    asOf: WORLD_TODAY,
    organization: schools.middle,
  })

  const part = district.hours.bySchool.find(({ id }) => id === schools.middle)!
  expect(school.hours.minutes).toBe(part.minutes)
  expect(school.organization?.id).toBe(schools.middle)
  expect(await member.read(openReport, { asOf: WORLD_TODAY, organization: sourceId })).toEqual(
    school,
  )
})

test('a day that is none, one still to come, and a school of another district are refused', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const ask = (asOf: string, organization?: string) =>
    member.read(openReport, { asOf, organization })

  await expect(ask('30 June')).rejects.toThrow(Invalid)
  await expect(ask('0202-06-30')).rejects.toThrow(Invalid)
  await expect(ask('2027-06-30')).rejects.toThrow(Invalid)
  await expect(ask(WORLD_TODAY, world.southside.schools.middle)).rejects.toThrow(NotFound)
})

test('an educator reads no report', async () => {
  const member = await asMember(await openTestStore(), ana)

  await expect(member.read(openReport, { asOf: WORLD_TODAY })).rejects.toThrow(Forbidden)
})

test('the CSV says the same, one figure a row', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const report = await member.read(openReport, { asOf: WORLD_TODAY })

  const rows: Record<string, string>[] = parse(reportCsv(report), { columns: true, bom: true })

  const value = (section: string, school: string, item: string, measure: string) =>
    Number(
      rows.find(
        (row) =>
          row.section === section &&
          row.school === school &&
          row.item === item &&
          row.measure === measure,
      )?.value,
    )
  expect(value('participation', '', '', 'educators')).toBe(report.participation.educators)
  expect(value('hours', '', '', 'minutes')).toBe(report.hours.minutes)
  expect(value('badges', '', '', 'current')).toBe(report.badges.current)
  expect(new Set(rows.map((row) => row.as_of))).toEqual(new Set([WORLD_TODAY]))
})

test('a report names no person', async () => {
  const member = await asMember(await openTestStore(), rosa, WORLD_NOW)

  const text = JSON.stringify(await member.read(openReport, { asOf: WORLD_TODAY }))

  for (const { familyName } of [ana, mara, rosa]) expect(text).not.toContain(familyName)
})
