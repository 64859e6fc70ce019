import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Forbidden, NotFound } from '~/domain/errors'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { startAgain } from '~/domain/pathways/joining.server'
import { listReadinessPeople } from '~/domain/readiness/people.server'
import { getReadiness, pathwayProgressBySchool } from '~/domain/readiness/queries.server'
import { PEOPLE_STATES, type PeopleState } from '~/domain/readiness/readiness'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, forEducators, publish } from '../pathways/published'

const { ana, cora, dev, mara, ming, nora, omar, rosa, theo, pathways, schools, submissions } =
  world.northside

const of = async (
  member: TestMember,
  pathwayId: string,
  filter: { organizationId?: string; asOf?: string } = {},
) => (await member.read(getReadiness, filter)).pathways.find(({ id }) => id === pathwayId)

const namesOf = async (member: TestMember, state: PeopleState, organizationId: string) => {
  const filter = { organizationId, pathwayId: pathways.privacy, state, asOf: WORLD_TODAY, page: 1 }
  return (await member.read(listReadinessPeople, filter)).people
}

test('a principal sees their school, with active staff of the audience as the denominator', async () => {
  const principal = await asMember(await openTestStore(), mara)

  const { organization, organizations, pathways: rows } = await principal.read(getReadiness, {})

  expect(organization.id).toBe(schools.middle)
  expect(organizations.map(({ id }) => id)).toEqual([schools.middle])
  const privacy = rows.find(({ id }) => id === pathways.privacy)!
  expect(privacy).toMatchObject({ audience: 4, assigned: 4 })
  expect(privacy.engaged).toBeGreaterThanOrEqual(privacy.demonstrated)
  expect(privacy.demonstrated).toBeGreaterThanOrEqual(privacy.current)
})

test('the district is the sum of its people, each once', async () => {
  const member = await asMember(await openTestStore(), ming)

  const whole = (await of(member, pathways.privacy))!

  const parts = await Promise.all(
    Object.values(schools).map((organizationId) =>
      of(member, pathways.privacy, { organizationId }),
    ),
  )
  expect(whole.audience).toBe(parts.reduce((sum, part) => sum + (part?.audience ?? 0), 0))
})

test('of an offered pathway only those who joined are its audience', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const { id } = await publish(member, [courseStep('coding')])

  await member.write(makeAssignment, id, { ...forEducators, kind: 'offered' })

  expect(await of(member, id)).toBe(undefined)
})

test('who fits an assignment and is not on it yet counts in the denominator only', async () => {
  const administrator = await asMember(await openTestStore(), rosa)
  const before = (await of(administrator, pathways.privacy))!
  const hired = await administrator.write(make.member, { organizationId: schools.high })

  const after = (await of(administrator, pathways.privacy))!

  expect(after).toMatchObject({ audience: before.audience + 1, assigned: before.assigned })
  const people = await namesOf(administrator, 'not_assigned', schools.high)
  expect(people.rows.map(({ id }) => id)).toContain(hired.id)
})

test('what was true on a day stays true, whatever happens later', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const asOf = '2026-11-19'
  const before = (await of(member, pathways.privacy, { asOf }))!
  const educator = await asMember(store, theo)
  const { submission } = await educator.write(make.submission, {
    minutes: 60,
    startedOn: '2026-10-05',
    competencies: ['digcompedu-2017/2.3'],
  })

  await (
    await asMember(store, mara)
  ).write(decide, {
    submissions: [submission.id],
    decision: 'approved',
  })

  expect(await of(member, pathways.privacy, { asOf })).toEqual(before)
  expect(await of(member, pathways.privacy)).toMatchObject({ engaged: before.engaged + 1 })
})

test('what a decision was taken back of waits again from then on, and not on the days before', async () => {
  const store = await openTestStore()
  const on = (day: string) => asMember(store, mara, new Date(`2026-11-${day}T15:00:00Z`))
  const { evidence } = submissions
  const given = { submissions: [evidence], decision: 'denied' as const, reason: 'Which grade?' }
  const waitingOn = async (...days: string[]) => {
    const last = await on('27')
    const rows = days.map((day) => of(last, pathways.ai, { asOf: `2026-11-${day}` }))
    return (await Promise.all(rows)).map((row) => row!.waiting)
  }
  const [before] = await waitingOn('20')

  await (await on('23')).write(decide, given)
  await (await on('24')).write(reopenSubmission, evidence, given)
  const meanwhile = await waitingOn('20', '23', '24')
  await (await on('25')).write(decide, given)

  expect(meanwhile).toEqual([before, before! - 1, before])
  const afterwards = await waitingOn('20', '23', '24', '25')
  expect(afterwards).toEqual([...meanwhile, before! - 1])
})

test('who starts again stays current and demonstrated meanwhile', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const before = (await of(member, pathways.privacy))!

  await (await asMember(store, omar)).write(startAgain, world.northside.enrollments.expiring)

  expect(await of(member, pathways.privacy)).toMatchObject({
    assigned: before.assigned,
    demonstrated: before.demonstrated,
    current: before.current,
  })
})

test('evidence, courses and badges that wait are counted, with the age of the oldest', async () => {
  const principal = await asMember(await openTestStore(), mara)

  const row = (await of(principal, pathways.ai))!

  expect(row.waiting).toBeGreaterThan(0)
  expect(row.oldestOn! <= WORLD_TODAY).toBe(true)
  expect(row.help).toMatch(/waiting for a review/)
})

test('behind each count stand as many people, by name', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  const counts = (await of(administrator, pathways.privacy))!
  const expected: Record<PeopleState, number> = {
    assigned: counts.assigned,
    engaged: counts.engaged,
    demonstrated: counts.demonstrated,
    current: counts.current,
    not_assigned: counts.audience - counts.assigned,
    under_way: counts.underWay,
    not_engaged: counts.assigned - counts.engaged,
    lapsed: counts.demonstrated - counts.current,
    expiring: counts.expiring,
  }

  for (const state of Object.keys(PEOPLE_STATES) as PeopleState[]) {
    const people = await namesOf(administrator, state, world.northside.organization)
    expect([state, people.total]).toEqual([state, expected[state]])
  }
  const lapsed = await namesOf(administrator, 'lapsed', world.northside.organization)
  expect(lapsed.rows.map(({ name }) => name)).toEqual([nora.name])
})

test('a principal sees the people of their own school only', async () => {
  const principal = await asMember(await openTestStore(), dev)

  const people = await namesOf(principal, 'assigned', schools.elementary)

  expect(people.rows.map(({ id }) => id)).toContain(cora.id)
  expect(people.rows.map(({ id }) => id)).not.toContain(ana.id)
  await expect(namesOf(principal, 'assigned', schools.middle)).rejects.toThrow(NotFound)
  await expect(principal.read(getReadiness, { organizationId: schools.middle })).rejects.toThrow(
    NotFound,
  )
})

test('a coordinator sees the counts of every school, and no names', async () => {
  const member = await asMember(await openTestStore(), ming)

  const { can, organizations } = await member.read(getReadiness, {
    organizationId: schools.elementary,
  })

  expect(can.seePeople).toBe(false)
  expect(organizations[0]!.id).toBe(world.northside.organization)
  await expect(namesOf(member, 'assigned', schools.elementary)).rejects.toThrow(Forbidden)
})

test('educators see no readiness; another district sees its own', async () => {
  const store = await openTestStore()
  const stranger = await asMember(store, world.southside.rosa)

  await expect((await asMember(store, ana)).read(getReadiness, {})).rejects.toThrow(Forbidden)
  await expect(stranger.read(getReadiness, { organizationId: schools.middle })).rejects.toThrow(
    NotFound,
  )
  const ids = (await stranger.read(getReadiness, {})).pathways.map(({ id }) => id)
  expect(ids).not.toContain(pathways.privacy)
})

test('the progress of each school is what its own page says', async () => {
  const member = await asMember(await openTestStore(), ming)

  const rows = await member.read(pathwayProgressBySchool, WORLD_TODAY)

  for (const row of rows) {
    const page = await of(member, row.pathwayId, { organizationId: row.organizationId })
    const isSchool = row.organizationId !== world.northside.organization
    if (!isSchool) continue
    expect(page).toMatchObject({
      audience: row.audience,
      assigned: row.assigned,
      engaged: row.engaged,
      demonstrated: row.demonstrated,
      current: row.current,
    })
  }
  expect(rows.map(({ organization }) => organization)).toContain('Riverbend Middle School')
})

test('before anything was assigned there is nothing to report', async () => {
  const member = await asMember(await openTestStore(), ming)

  expect(await member.read(pathwayProgressBySchool, '2020-06-30')).toEqual([])
})
