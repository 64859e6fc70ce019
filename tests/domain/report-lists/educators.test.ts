import { describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { reportEducatorsCsv } from '~/domain/report-lists/csv.server'
import {
  type EducatorFilter,
  listAllReportEducators,
  listReportEducators,
} from '~/domain/report-lists/educators.server'
import { EDUCATOR_SORTS } from '~/domain/report-lists/list'
import { openReport } from '~/domain/reports/report.server'
import { allOf, textOf } from '../../support/csv'
import { openFileStore } from '../../support/database'
import { asMember } from '../../support/members'
import { type Person, world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const unchanged = openFileStore()
const { ana, ida, mara, ming, rosa, schools } = northside

const listAs = async (given: Partial<EducatorFilter> = {}, person: Person = rosa) => {
  const { read } = await asMember(unchanged(), person)
  return allOf(await read(listAllReportEducators, { asOf: WORLD_TODAY, sort: 'name', ...given }))
}
const idsOf = (rows: { memberId: string }[]) => rows.map(({ memberId }) => memberId)

describe('the educators behind the report', () => {
  it('are all that participation counts, with their minutes of the year and of three', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const { participation, schoolYear } = await read(openReport, { asOf: WORLD_TODAY })

    const all = await listAs()

    expect(all).toHaveLength(participation.educators)
    expect(idsOf(all)).not.toContain(rosa.id)
    const own = all.find(({ memberId }) => memberId === ana.id)!
    expect(own).toMatchObject({
      name: ana.name,
      organization: 'Riverbend Middle School',
      roles: ['educator'],
    })
    expect(own.minutesInYears).toBeGreaterThanOrEqual(own.minutes)
    expect(schoolYear).toBe(2026)
  })

  it('are those at or above the yardstick, and the others', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const asOf = '2026-06-30'
    const { participation, yardstick } = await read(openReport, { asOf })

    const reached = await listAs({ asOf, reached: 'atOrAbove' })
    const below = await listAs({ asOf, reached: 'below' })
    const none = await listAs({ asOf, reached: 'none' })
    const inThreeYears = await listAs({ asOf, inThreeYears: 'atOrAbove' })
    const notInThreeYears = await listAs({ asOf, inThreeYears: 'below' })

    expect(reached).toHaveLength(participation.atOrAbove!)
    expect(reached.every(({ minutes }) => minutes >= yardstick)).toBe(true)
    expect(reached.length + below.length).toBe(participation.educators)
    expect(none.every(({ minutes }) => minutes === 0)).toBe(true)
    expect(idsOf(below)).toEqual(expect.arrayContaining(idsOf(none)))
    expect(inThreeYears).toHaveLength(participation.inThreeYears!)
    expect(inThreeYears.length + notInThreeYears.length).toBe(participation.educators)
  })

  it('are narrowed by school, group and person', async () => {
    const all = await listAs()
    const ofMiddle = await listAs({ organizationId: schools.middle })
    const ofLevel = await listAs({ group: 'level/middle' })
    const coaches = await listAs({ group: 'role/coach' })

    expect(ofMiddle.length).toBeGreaterThan(0)
    expect(ofMiddle.length).toBeLessThan(all.length)
    expect(idsOf(ofLevel)).toEqual(idsOf(ofMiddle))
    expect(coaches.every(({ roles }) => roles.includes('coach'))).toBe(true)
    expect(idsOf(await listAs({ text: ana.name }))).toEqual([ana.id])
    expect(await listAs({ text: 'nobody of this name' })).toEqual([])
  })

  it('are sorted by name and day of hire, both ways, and never by hours', async () => {
    const names = idsOf(await listAs())
    const hired = (await listAs({ sort: 'hired' })).map(({ hiredOn }) => hiredOn ?? '~')

    expect(idsOf(await listAs({ sort: '-name' }))).toEqual(names.toReversed())
    expect(EDUCATOR_SORTS.filter((sort) => sort.endsWith('hours'))).toEqual([])
    expect(hired).toEqual(hired.toSorted())
  })

  it('come page by page', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const filter = { asOf: WORLD_TODAY, sort: 'name' as const }

    const { educators, places, yardstick } = await read(listReportEducators, { ...filter, page: 1 })
    const after = await read(listReportEducators, { ...filter, page: educators.pages + 1 })

    expect(educators.rows).toEqual((await listAs()).slice(0, 25))
    expect(after.educators).toMatchObject({ page: educators.pages })
    expect(after.educators.rows.length).toBeGreaterThan(0)
    expect(places.map(({ id }) => id)).toContain(schools.middle)
    expect(yardstick).toBeGreaterThan(0)
  })

  it('are saved as a table', async () => {
    const { read } = await asMember(unchanged(), rosa)

    const csv = await read(reportEducatorsCsv, { asOf: WORLD_TODAY, sort: 'name', text: ana.name })

    expect(csv).toMatchObject({ rows: 1, memberIds: [ana.id] })
    const [head, row] = (await textOf(csv)).trim().split('\r\n')
    expect(head).toContain('name,school,role,hired_on,minutes,at_or_above,')
    expect(row).toContain(`${ana.name},Riverbend Middle School,Educator,`)
  })

  it('are the same for an auditor, and forbidden to all others', async () => {
    expect(await listAs({}, ida)).toEqual(await listAs())
    for (const person of [ana, mara, ming]) {
      await expect(listAs({}, person)).rejects.toThrow(Forbidden)
    }
  })

  it('are nobody of the other district, and of none of its schools', async () => {
    const theirs = await listAs({}, southside.rosa)

    expect(idsOf(theirs)).toContain(southside.ana.id)
    expect(idsOf(theirs)).not.toContain(ana.id)
    await expect(listAs({ organizationId: southside.schools.middle })).rejects.toThrow(NotFound)
  })

  it('are nobody before anybody, and of no day to come', async () => {
    expect(await listAs({ asOf: '1901-01-01' })).toEqual([])
    await expect(listAs({ asOf: '2026-11-21' })).rejects.toThrow(Invalid)
  })
})
