import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import type { Condition, DueRule } from '#db/words'
import { assignments, enrollments, members } from '#db/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { startAffiliation } from '~/domain/members/affiliating.server'
import { editAssignment, endAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import { dryRun } from '~/domain/pathways/dry-run.server'
import { joinPathway } from '~/domain/pathways/joining.server'
import { listNewlyFitting, reevaluateAudiences } from '~/domain/pathways/reevaluating.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, due, forEducators, hoursStep, publish, within } from './published'

const { ana, ben, cora, ming, nora, omar, theo, schools, courses, pathways } = world.northside

const FIRST = { group: 'added', page: 1 } as const

async function ready() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await publish(coordinator, [courseStep('coding'), hoursStep('3.1', 60)])
  return { store, coordinator, id }
}

const reevaluateEverybody = async (scope: WriteScope) =>
  reevaluateAudiences(scope, await listNewlyFitting(scope))

const enrolledIn = async (member: TestMember, pathwayId: string) => {
  const rows = await member.scope.db
    .select({
      memberId: enrollments.memberId,
      dueOn: enrollments.dueOn,
      assignmentId: enrollments.assignmentId,
      stepsCompleted: enrollments.stepsCompleted,
    })
    .from(enrollments)
    .where(and(eq(enrollments.pathwayId, pathwayId), isNull(enrollments.endedOn)))
  return new Map(rows.map((row) => [row.memberId, row]))
}

test('an assignment enrolls everybody in its audience, and nobody else', async () => {
  const { coordinator, id } = await ready()

  const { enrolled } = await coordinator.write(makeAssignment, id, forEducators)

  const people = await enrolledIn(coordinator, id)
  expect(enrolled).toBe(people.size)
  expect([ana, ben, cora, nora, omar, theo].map((each) => people.has(each.id))).toEqual(
    Array(6).fill(true),
  )
  expect(people.has(ming.id)).toBe(false)
  expect(people.has(world.northside.gwen.id)).toBe(false)
})

test.each([
  ['a school', { organizationId: schools.elementary }, [cora, nora], [ana, ben]],
  ['a grade band', { gradeBand: 'middle' as const }, [ana, ben, omar], [cora, nora]],
  ['those hired since a day', { hiredAfter: '2026-06-01' }, [theo], [ana, ben, cora]],
  ['another role', { role: 'coach' as const }, [omar], [ana, theo]],
])('an audience can be %s', async (_, narrowed, inside, outside) => {
  const { coordinator, id } = await ready()

  await coordinator.write(makeAssignment, id, { ...forEducators, ...within(narrowed) })

  const people = await enrolledIn(coordinator, id)
  expect(inside.map((each) => people.has(each.id))).toEqual(inside.map(() => true))
  expect(outside.map((each) => people.has(each.id))).toEqual(outside.map(() => false))
})

test('what somebody has done before counts from the first day', async () => {
  const { store, coordinator, id } = await ready()
  const member = await asMember(store, ben)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })

  await coordinator.write(makeAssignment, id, forEducators)

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ stepsCompleted: 1 })
  expect(people.get(theo.id)).toMatchObject({ stepsCompleted: 0 })
})

test('the dry run says the same as the assignment does, before it does it', async () => {
  const { coordinator, id } = await ready()

  const { counts } = await coordinator.read(dryRun, id, forEducators, FIRST)
  const { enrolled } = await coordinator.write(makeAssignment, id, forEducators)

  expect(counts).toMatchObject({ added: enrolled, kept: 0, attention: 0 })
  const after = await coordinator.read(dryRun, id, forEducators, FIRST)
  expect(after.counts).toMatchObject({ added: 0, kept: enrolled, attention: 0 })
})

test('the dry run names those without a hire date, where one is asked for', async () => {
  const { store, coordinator, id } = await ready()
  const unknown = await (
    await asMember(store, ming)
  ).write(make.member, {
    givenName: 'Uma',
    familyName: 'Umber',
    organizationId: schools.middle,
    hiredOn: null,
  })
  const rule = { ...forEducators, ...within({ hiredAfter: '2026-06-01' }) }

  const { counts, people } = await coordinator.read(dryRun, id, rule, {
    group: 'attention',
    page: 1,
  })

  expect(counts).toMatchObject({ attention: 1, noHireDate: 1 })
  expect(people.rows).toMatchObject([
    { id: unknown.id, name: 'Uma Umber', attention: 'no_hire_date' },
  ])
})

test('the dry run names those who hold a current completion, and enrolls the lapsed again', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const rule = { ...forEducators, kind: 'recommended' as const }

  const attention = await coordinator.read(dryRun, pathways.privacy, rule, {
    group: 'attention',
    page: 1,
  })
  const added = await coordinator.read(dryRun, pathways.privacy, rule, FIRST)

  expect(attention.people.rows.map(({ id, attention: why }) => [id, why])).toEqual(
    expect.arrayContaining([
      [ana.id, 'completed'],
      [omar.id, 'completed'],
    ]),
  )
  expect(added.people.rows.map(({ id }) => id)).toContain(nora.id)
})

test('a due date that has passed keeps everybody out, and is refused', async () => {
  const { coordinator, id } = await ready()
  const rule = { ...forEducators, ...due({ from: 'day', on: '2026-11-19' }) }

  const { counts } = await coordinator.read(dryRun, id, rule, FIRST)
  const made = coordinator.write(makeAssignment, id, rule)

  expect(counts).toMatchObject({ added: 0 })
  expect(counts.duePassed).toBeGreaterThan(0)
  await expect(made).toHaveFieldError('dueOn')
})

test.each<[string, Partial<DueRule>, string | null]>([
  ['a fixed day', { from: 'day', on: '2027-01-15' }, '2027-01-15'],
  ['days from the assignment', { from: 'assignment', days: 30 }, '2026-12-20'],
  ['nothing', {}, null],
])('the due date comes from %s', async (_, rule, expected) => {
  const { coordinator, id } = await ready()

  await coordinator.write(makeAssignment, id, { ...forEducators, ...due(rule) })

  expect((await enrolledIn(coordinator, id)).get(ben.id)).toMatchObject({ dueOn: expected })
})

test('an offered pathway enrolls nobody', async () => {
  const { coordinator, id } = await ready()

  const { enrolled } = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'offered',
  })

  expect(enrolled).toBe(0)
  expect((await enrolledIn(coordinator, id)).size).toBe(0)
})

test('who joins an offer is due by what they have completed already', async () => {
  const { store, coordinator, id } = await ready()
  const member = await asMember(store, ben)
  await member.write(make.completion, { courseId: courses.media, status: 'approved' })
  const other = await publish(coordinator, [courseStep('media')])
  await coordinator.write(makeAssignment, other.id, forEducators)
  const offer = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'offered',
    ...due({ from: 'pathway', days: 30, pathwayId: other.id }),
  })

  await member.write(joinPathway, offer.id)
  await (await asMember(store, cora)).write(joinPathway, offer.id)

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ dueOn: '2026-12-20' })
  expect(people.get(cora.id)).toMatchObject({ dueOn: null })
})

test('a mandate takes over who is on the pathway already, with its due date', async () => {
  const { coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, { ...forEducators, kind: 'recommended' })

  const mandate = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...within({ organizationId: schools.middle }),
    ...due({ from: 'day', on: '2027-01-15' }),
  })

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ assignmentId: mandate.id, dueOn: '2027-01-15' })
  expect(people.get(cora.id)).toMatchObject({ dueOn: null })
})

test('a mandate keeps an earlier day, but makes nobody late by one that has passed', async () => {
  const { store, coordinator, id } = await ready()
  const first = { ...forEducators, kind: 'recommended' as const }
  await coordinator.write(makeAssignment, id, {
    ...first,
    ...within({ organizationId: schools.middle }),
    ...due({ from: 'day', on: '2026-12-01' }),
  })
  await coordinator.write(makeAssignment, id, {
    ...first,
    ...within({ organizationId: schools.elementary }),
    ...due({ from: 'day', on: '2026-12-31' }),
  })
  const later = await asMember(store, ming, new Date('2026-12-20T15:00:00Z'))

  await later.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'day', on: '2027-01-15' }),
  })

  const people = await enrolledIn(later, id)
  expect(people.get(ben.id)).toMatchObject({ dueOn: '2027-01-15' })
  expect(people.get(cora.id)).toMatchObject({ dueOn: '2026-12-31' })
})

test('the day that a mandate has taken over holds while what its own is reckoned from has not happened', async () => {
  const { coordinator, id } = await ready()
  const other = await publish(coordinator, [courseStep('media')])
  const first = { ...forEducators, kind: 'recommended' as const }
  await coordinator.write(makeAssignment, id, {
    ...first,
    ...due({ from: 'day', on: '2026-12-20' }),
  })
  const mandate = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'pathway', days: 30, pathwayId: other.id }),
  })

  await coordinator.write(reevaluateAudiences, [ben.id])

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ assignmentId: mandate.id, dueOn: '2026-12-20' })
})

test('the earlier day that a mandate has taken over holds whatever day its own rule gives, until that is edited', async () => {
  const { coordinator, id } = await ready()
  const hire = (hiredOn: string) =>
    coordinator.write((scope) =>
      scope.db.update(members).set({ hiredOn }).where(eq(members.id, ben.id)),
    )
  const byHire = { ...forEducators, ...due({ from: 'hire', days: 120 }) }
  const dueNow = async () => (await enrolledIn(coordinator, id)).get(ben.id)?.dueOn
  const look = async () => {
    await coordinator.write(reevaluateAudiences, [ben.id])
    return dueNow()
  }
  await hire('2026-11-10')
  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'recommended',
    ...due({ from: 'day', on: '2026-12-20' }),
  })
  const mandate = await coordinator.write(makeAssignment, id, byHire)

  const looks = [await dueNow(), await look(), await look()]
  await hire('2026-11-16')
  const corrected = await look()
  await hire('2026-08-03')
  const earlier = await look()
  await hire('2026-11-16')
  await coordinator.write(editAssignment, mandate.id, {
    ...byHire,
    ...due({ from: 'hire', days: 90 }),
    version: 1,
  })

  expect(looks).toEqual(['2026-12-20', '2026-12-20', '2026-12-20'])
  expect([corrected, earlier]).toEqual(['2026-12-20', '2026-12-01'])
  expect([await dueNow(), await look()]).toEqual(['2027-02-14', '2027-02-14'])
})

test('an edited rule that would leave somebody out who has it leaves them their day', async () => {
  const { coordinator, id } = await ready()
  const fixed = due({ from: 'day', on: '2027-01-15' })
  const made = await coordinator.write(makeAssignment, id, { ...forEducators, ...fixed })
  const byHire = { ...forEducators, ...due({ from: 'hire', days: 30, otherwise: 'leave_out' }) }

  await coordinator.write(editAssignment, made.id, { ...byHire, version: 1 })

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ assignmentId: made.id, dueOn: '2027-01-15' })
})

test('the same assignment cannot be in force twice', async () => {
  const { coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, forEducators)

  await expect(coordinator.write(makeAssignment, id, forEducators)).rejects.toThrow(Conflict)
})

test('a pathway that is not published cannot be assigned', async () => {
  const coordinator = await asMember(await openTestStore(), ming)

  const made = coordinator.write(makeAssignment, pathways.draft, forEducators)

  await expect(made).rejects.toThrow(Invalid)
})

test('an educator can neither try nor make an assignment', async () => {
  const { store, id } = await ready()
  const educator = await asMember(store, ana)

  await expect(educator.read(dryRun, id, forEducators, FIRST)).rejects.toThrow(Forbidden)
  await expect(educator.write(makeAssignment, id, forEducators)).rejects.toThrow(Forbidden)
})

test('neither the pathway nor the school of another district can be assigned', async () => {
  const { store, id } = await ready()
  const stranger = await asMember(store, world.southside.ming)
  const coordinator = await asMember(store, ming)
  const theirSchool = {
    ...forEducators,
    ...within({ organizationId: world.southside.schools.middle }),
  }

  await expect(stranger.read(dryRun, id, forEducators, FIRST)).rejects.toThrow(NotFound)
  await expect(stranger.write(makeAssignment, id, forEducators)).rejects.toThrow(NotFound)
  await expect(coordinator.read(dryRun, id, theirSchool, FIRST)).rejects.toThrow(NotFound)
  await expect(coordinator.write(makeAssignment, id, theirSchool)).rejects.toThrow(NotFound)
})

test('what is named of another district is not there: a list, a pathway, a person, what a due date waits for', async () => {
  const { coordinator, id } = await ready()
  const { ana: stranger, pathways: theirs } = world.southside
  const conditions: Condition[] = [
    { kind: 'list', not: true, listId: newId() },
    { kind: 'pathway', not: true, pathwayId: theirs.ai, state: 'completed' },
    { kind: 'people', not: false, memberIds: [ben.id, stranger.id] },
  ]
  const works = within().audience.any[0]![0]!
  const inputs = [
    ...conditions.map((each) => ({ audience: { any: [[works, each]], except: [] } })),
    { audience: { any: [[works]], except: [stranger.id] } },
    due({ from: 'pathway', days: 30, pathwayId: theirs.ai }),
  ].map((given) => ({ ...forEducators, ...given }))

  for (const input of inputs) {
    await expect(coordinator.read(dryRun, id, input, FIRST)).rejects.toThrow(NotFound)
    await expect(coordinator.write(makeAssignment, id, input)).rejects.toThrow(NotFound)
  }
})

test('a new hire who fits is enrolled by themselves', async () => {
  const { coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'assignment', days: 30 }),
  })
  const hired = await coordinator.write(make.member, { organizationId: schools.high })

  await coordinator.write(reevaluateAudiences, [hired.id])

  const people = await enrolledIn(coordinator, id)
  expect(people.get(hired.id)).toMatchObject({ dueOn: '2026-12-20' })
})

test('who comes after the fixed due date gets none', async () => {
  const { store, coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'day', on: '2026-12-01' }),
  })
  const later = await asMember(store, ming, new Date('2027-01-08T15:00:00Z'))
  const hired = await later.write(make.member, { organizationId: schools.high })

  await later.write(reevaluateEverybody)

  expect((await enrolledIn(later, id)).get(hired.id)).toMatchObject({ dueOn: null })
})

test('who holds a lapsed completion is enrolled again, and keeps the old one as it was', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)

  await coordinator.write(reevaluateAudiences, [nora.id])

  const rows = await coordinator.scope.db
    .select({ id: enrollments.id, endedOn: enrollments.endedOn, done: enrollments.completedOn })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, nora.id), eq(enrollments.pathwayId, pathways.privacy)))
  expect(rows).toHaveLength(2)
  expect(rows.find(({ id }) => id === world.northside.enrollments.expired)).toMatchObject({
    endedOn: WORLD_TODAY,
    done: expect.any(String),
  })
  expect(rows.find(({ endedOn }) => endedOn === null)).toMatchObject({ done: null })
})

test('evaluating audiences again enrolls nobody twice', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  await coordinator.write(reevaluateEverybody)

  expect(await coordinator.write(reevaluateEverybody)).toBe(0)
})

test('an assignment that has ended enrolls nobody any more', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, forEducators)

  await coordinator.write(endAssignment, made.id, { takeBack: false })
  const hired = await coordinator.write(make.member, { organizationId: schools.high })
  await coordinator.write(reevaluateEverybody)

  const people = await enrolledIn(coordinator, id)
  expect(people.has(hired.id)).toBe(false)
  expect(people.has(ben.id)).toBe(true)
})

test('an assignment can be taken back from those who have not completed it', async () => {
  const { store, coordinator, id } = await ready()
  const member = await asMember(store, ben)
  await member.write(make.completion, { courseId: courses.coding, status: 'approved' })
  await member.write(make.activity, {
    status: 'approved',
    competencies: ['digcompedu-2017/3.1'],
  })
  const made = await coordinator.write(makeAssignment, id, forEducators)

  const { takenOff } = await coordinator.write(endAssignment, made.id, { takeBack: true })

  expect(takenOff).toBe(made.enrolled - 1)
  expect([...(await enrolledIn(coordinator, id)).keys()]).toEqual([ben.id])
  const [row] = await coordinator.scope.db
    .select({ endedAt: assignments.endedAt })
    .from(assignments)
    .where(eq(assignments.id, made.id))
  expect(row!.endedAt).not.toBe(null)
})

test('taking back leaves those whom another assignment covers, by that one', async () => {
  const { coordinator, id } = await ready()
  const broad = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'day', on: '2026-12-01' }),
  })
  const middle = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...within({ gradeBand: 'middle' }),
    ...due({ from: 'day', on: '2027-02-01' }),
  })

  await coordinator.write(endAssignment, broad.id, { takeBack: true })

  const people = await enrolledIn(coordinator, id)
  expect(people.get(ben.id)).toMatchObject({ assignmentId: middle.id, dueOn: '2027-02-01' })
  expect(people.has(cora.id)).toBe(false)
})

test('who was taken off comes back when the assignment is made anew', async () => {
  const { store, coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, forEducators)
  await coordinator.write(endAssignment, made.id, { takeBack: true })

  const again = await coordinator.write(makeAssignment, id, forEducators)

  expect(again.enrolled).toBe(made.enrolled)
  const nextDay = await asMember(store, ming, new Date('2026-11-21T15:00:00Z'))
  expect(await nextDay.write(reevaluateAudiences, [ben.id])).toBe(0)
})

test('who was taken off comes back when they grow into an assignment made later', async () => {
  const { store, coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, forEducators)
  await coordinator.write(endAssignment, made.id, { takeBack: true })
  const later = await asMember(store, ming, new Date('2026-11-25T15:00:00Z'))
  await later.write(makeAssignment, id, {
    ...forEducators,
    ...within({ organizationId: schools.high }),
  })

  const rosa = await asMember(store, world.northside.rosa, new Date('2026-11-26T15:00:00Z'))
  await rosa.write(startAffiliation, cora.id, {
    id: newId(),
    organizationId: schools.high,
    role: 'educator',
    startedOn: '2026-11-26',
  })

  expect([...(await enrolledIn(later, id)).keys()]).toEqual([cora.id])
})

test('an assignment of another district is not there to end', async () => {
  const { store, coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, forEducators)
  const stranger = await asMember(store, world.southside.ming)

  const ended = stranger.write(endAssignment, made.id, { takeBack: true })

  await expect(ended).rejects.toThrow(NotFound)
})
