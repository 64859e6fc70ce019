import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import { NotFound } from '~/domain/errors'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import { reportCsv } from '~/domain/reports/csv.server'
import { openReport } from '~/domain/reports/report.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish } from '../pathways/published'

const { ming, organization, rosa } = world.northside

async function alsoAt(scope: WriteScope, given: { memberId: string; organizationId: string }) {
  await scope.db.insert(affiliations).values({
    id: newId(),
    ...given,
    role: 'educator',
    startedOn: WORLD_TODAY,
    source: 'person',
  })
}

/** Two schools, one with a department; one person works at both, one also in the department. */
async function twoSchools() {
  const store = await openTestStore()
  const [coordinator, administrator] = [await asMember(store, ming), await asMember(store, rosa)]
  const hilltop = await administrator.write(openSchool, { name: 'Hilltop School' })
  const lakeside = await administrator.write(openSchool, { name: 'Lakeside School' })
  const science = await administrator.write(openSchool, { name: 'Science', departmentOf: hilltop })
  const hire = () => administrator.write(make.member, { organizationId: hilltop })
  const also = async (organizationId: string) =>
    administrator.write(alsoAt, { memberId: (await hire()).id, organizationId })
  await hire()
  await also(lakeside)
  await also(science)
  const { id } = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, id, forEducators)
  return { coordinator, administrator, hilltop, lakeside, science, pathwayId: id }
}

const readinessOf = async (member: TestMember, pathwayId: string, organizationId: string) =>
  (await member.read(getReadiness, { organizationId })).pathways.find(({ id }) => id === pathwayId)!

const pathwayIn = async (member: TestMember, pathwayId: string, school?: string) =>
  (await member.read(openReport, { asOf: WORLD_TODAY, organization: school })).pathways.find(
    ({ id }) => id === pathwayId,
  )!

test('who works at two schools counts at both, and once in the district', async () => {
  const { coordinator, lakeside, pathwayId } = await twoSchools()

  const pathway = await pathwayIn(coordinator, pathwayId)

  const { audience, assigned, notBegun } = await readinessOf(coordinator, pathwayId, organization)
  expect(pathway).toMatchObject({ audience, assigned, notBegun })
  expect(pathway.bySchool.find(({ id }) => id === lakeside)).toMatchObject({ audience: 1 })
  const sum = pathway.bySchool.reduce((all, school) => all + school.audience, 0)
  expect(sum).toBeGreaterThan(pathway.audience)
})

test('who works in a department of the school counts there once', async () => {
  const { coordinator, hilltop, pathwayId, science } = await twoSchools()

  const pathway = await pathwayIn(coordinator, pathwayId)
  const school = await pathwayIn(coordinator, pathwayId, hilltop)

  expect(pathway.bySchool.find(({ id }) => id === hilltop)).toMatchObject({ audience: 3 })
  expect(pathway.bySchool.map(({ id }) => id)).not.toContain(science)
  expect(school).toMatchObject({ audience: 3, assigned: 3, notBegun: 3 })
  expect(await readinessOf(coordinator, pathwayId, hilltop)).toMatchObject({ audience: 3 })
})

test('who works in a department directly under the district counts to the district, once', async () => {
  const { coordinator, administrator, hilltop, pathwayId } = await twoSchools()
  const officesIn = async () =>
    (await pathwayIn(coordinator, pathwayId)).bySchool.find(({ id }) => id === organization)
  const before = (await officesIn())?.audience ?? 0
  const office = await administrator.write(openSchool, {
    name: 'Curriculum Office',
    departmentOf: organization,
  })
  const { id: memberId } = await administrator.write(make.member, { organizationId: office })
  await administrator.write(alsoAt, { memberId, organizationId: organization })

  const { participation, schools } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  const placed = participation.bySchool.map(({ id }) => id)
  expect(placed.at(-1)).toBe(organization)
  expect(placed).toContain(hilltop)
  expect(placed).not.toContain(office)
  expect(schools.map(({ id }) => id)).not.toContain(office)
  expect((await officesIn())?.audience).toBe(before + 1)
  expect((await pathwayIn(coordinator, pathwayId)).bySchool.map(({ id }) => id)).not.toContain(
    office,
  )
  await expect(pathwayIn(coordinator, '', office)).rejects.toThrow(new NotFound('No such school.'))
})

test('the CSV says the total of the district, too, which a coordinator sees exactly', async () => {
  const { coordinator, pathwayId } = await twoSchools()
  const { audience } = await readinessOf(coordinator, pathwayId, organization)

  const csv = reportCsv(await coordinator.read(openReport, { asOf: WORLD_TODAY }))

  expect(csv).toContain(`pathways,,,Coding for everybody,audience,people,${audience},Exact\r\n`)
})

test('neither the district nor a department is a school to report on', async () => {
  const { coordinator, science } = await twoSchools()
  const ask = (school: string) => pathwayIn(coordinator, '', school)
  const [top] = await coordinator.scope.db
    .select({ sourceId: organizations.sourceId })
    .from(organizations)
    .where(eq(organizations.id, organization))

  await expect(ask(organization)).rejects.toThrow(new NotFound('No such school.'))
  await expect(ask(top!.sourceId!)).rejects.toThrow(new NotFound('No such school.'))
  await expect(ask(science)).rejects.toThrow(new NotFound('No such school.'))
})
