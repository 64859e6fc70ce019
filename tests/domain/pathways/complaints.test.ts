import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { affiliations, assignments, enrollments, licenses } from '#db/schema'
import type { DueRule } from '#db/words'
import { editMember } from '~/domain/members/editing.server'
import { getAssignment } from '~/domain/pathways/assignments.server'
import { editAssignment, endAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import { dryRun, dryRunEnding } from '~/domain/pathways/dry-run.server'
import { dueExamples, NO_DUE_DATE } from '~/domain/pathways/due'
import { enrollMembers } from '~/domain/pathways/enrolling.server'
import { OWN_CHOICE } from '~/domain/pathways/deciding'
import { refreshProgress } from '~/domain/pathways/progress.server'
import {
  reevaluateAfterLearning,
  reevaluateAfterLicense,
  reevaluateAudiences,
} from '~/domain/pathways/reevaluating.server'
import { undoAssignment } from '~/domain/pathways/undoing.server'
import { enrollWaiting } from '~/jobs/enroller.server'
import { Conflict } from '~/domain/errors'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'
import { courseStep, due, evidenceStep, forEducators, publish, within } from './published'

const { ana, ben, cora, ming, rosa, schools, courses } = world.northside

async function ready(steps = [courseStep('coding'), evidenceStep]) {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const administrator = await asMember(store, rosa)
  const { id } = await publish(coordinator, steps)
  return { store, coordinator, administrator, id }
}

const heldBy = async ({ scope }: TestMember, memberId: string, pathwayId: string) => {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      assignmentId: enrollments.assignmentId,
      dueOn: enrollments.dueOn,
      lateOn: enrollments.lateOn,
      endedOn: enrollments.endedOn,
      endedFor: enrollments.endedFor,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), eq(enrollments.pathwayId, pathwayId)))
    .orderBy(enrollments.id)
  return rows.at(-1)
}

async function set(
  scope: WriteScope,
  id: string,
  values: Partial<typeof enrollments.$inferInsert>,
) {
  await scope.db.update(enrollments).set(values).where(eq(enrollments.id, id))
}

const FIRST = { group: 'added', page: 1 } as const
const HIRE: Partial<DueRule> = { from: 'hire', days: 120 }

test('“365 days from what?” (row 16): the base of a due date is said in words and worked out', () => {
  const at = { today: '2026-11-20', schoolYearStartsOn: '08-24' }

  expect(dueExamples({ ...NO_DUE_DATE, from: 'hire', days: 120 }, at, 7)).toEqual([
    'Hired 24 August 2026: due 22 December 2026, late from 30 December 2026',
    'Hired 20 November 2026: due 20 March 2027, late from 28 March 2027',
    'Hired 20 July 2025: 17 November 2025 has passed, so no due date',
  ])
  expect(dueExamples({ ...NO_DUE_DATE, from: 'pathway', days: 30 }, at, null)).toEqual([
    'Completed today: due 20 December 2026',
    'Not completed yet: no due date yet',
  ])
})

test('a retake leaves the old completion (row 17): a lapsed one stays as it was, and a new one opens', async () => {
  const { administrator, coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, forEducators)
  const first = await heldBy(coordinator, ben.id, id)
  await administrator.write(set, first!.id, { completedOn: '2025-10-01', expiresOn: '2026-10-01' })

  await coordinator.write(reevaluateAudiences, [ben.id])

  const rows = await coordinator.scope.db
    .select({ completedOn: enrollments.completedOn, endedFor: enrollments.endedFor })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, ben.id), eq(enrollments.pathwayId, id)))
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual({ completedOn: '2025-10-01', endedFor: 'started_again' })
})

test('new hires weekly against a fixed yearly date (row 18): who comes later gets days of their own', async () => {
  const { store, coordinator, id } = await ready()
  const rule = due({ from: 'day', on: '2026-12-01', otherwise: 'days', otherwiseDays: 30 })
  await coordinator.write(makeAssignment, id, { ...forEducators, ...rule, graceDays: 7 })
  const later = await asMember(store, ming, new Date('2027-01-08T15:00:00Z'))
  const hired = await later.write(make.member, { organizationId: schools.high })

  await later.write(reevaluateAudiences, [hired.id])

  expect(await heldBy(later, ben.id, id)).toMatchObject({
    dueOn: '2026-12-01',
    lateOn: '2026-12-09',
  })
  expect(await heldBy(later, hired.id, id)).toMatchObject({ dueOn: '2027-02-07' })
})

test('the due date jumped to 2016 (row 18): the dry run names whose day has passed before anything is saved', async () => {
  const { coordinator, id } = await ready()
  const rule = { ...forEducators, ...due(HIRE) }

  const { counts } = await coordinator.read(dryRun, id, rule, FIRST)
  const { people } = await coordinator.read(dryRun, id, rule, { group: 'attention', page: 1 })
  const given = await coordinator.read(
    dryRun,
    id,
    { ...rule, ...due({ ...HIRE, otherwise: 'days', otherwiseDays: 90 }) },
    FIRST,
  )

  expect(counts.duePassed).toBeGreaterThan(0)
  expect(people.rows.map(({ attention }) => attention)).toContain('due_passed')
  expect(given.counts).toMatchObject({ duePassed: 0, added: counts.added + counts.duePassed })
})

test('no audit trail of last and this year (row 18): an edit keeps what was there, and can be undone', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'day', on: '2027-01-15' }),
  })
  const narrowed = {
    ...forEducators,
    ...within({ organizationId: schools.middle }),
    ...due({ from: 'day', on: '2027-03-01' }),
    version: 1,
  }

  const tried = await coordinator.read(dryRun, id, narrowed, FIRST, made.id)
  const edited = await coordinator.write(editAssignment, made.id, narrowed)
  const gone = await heldBy(coordinator, cora.id, id)
  const moved = await heldBy(coordinator, ben.id, id)
  await coordinator.write(undoAssignment, made.id)

  expect(edited.removed).toBe(tried.counts.removed)
  expect(tried.counts).toMatchObject({ added: 0, kept: 0 })
  expect(gone).toMatchObject({ endedOn: WORLD_TODAY, endedFor: 'left_audience' })
  expect(moved).toMatchObject({ dueOn: '2027-03-01', lateOn: '2027-03-02' })
  expect(await heldBy(coordinator, cora.id, id)).toMatchObject({
    id: gone!.id,
    endedOn: null,
    dueOn: '2027-01-15',
  })
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ dueOn: '2027-01-15' })
  await expect(
    coordinator.write(editAssignment, made.id, { ...narrowed, version: 1 }),
  ).rejects.toThrow(Conflict)
})

test('a completion of the other pathway sets the due date of those who wait for it (row 19)', async () => {
  const { coordinator, administrator, id } = await ready()
  const other = await publish(coordinator, [courseStep('coding')])
  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'pathway', days: 30, pathwayId: other.id }),
  })
  await coordinator.write(enrollMembers, { pathwayId: other.id, ...OWN_CHOICE }, [ben.id])
  const before = await heldBy(coordinator, ben.id, id)

  await administrator.write(make.completion, {
    memberId: ben.id,
    courseId: courses.coding,
    status: 'approved',
  })
  await administrator.write(refreshProgress, ben.id)
  await administrator.write(reevaluateAfterLearning, [ben.id])

  expect(before).toMatchObject({ dueOn: null, lateOn: null })
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ dueOn: '2026-12-20' })
})

test('scope from the roster, no cohorts by hand (row 20): a transfer moves people between audiences', async () => {
  const { coordinator, administrator, id } = await ready()
  const middle = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...within({ organizationId: schools.middle }),
  })
  const [begun, idle] = [ana, ben]
  const held = await heldBy(coordinator, begun.id, id)
  await administrator.write(set, held!.id, { engagedOn: '2026-11-01', dueOn: '2027-01-01' })

  for (const { id: memberId } of [begun, idle]) await administrator.write(leaveFor, memberId)
  await administrator.write(reevaluateAudiences, [begun.id, idle.id])

  expect(middle.enrolled).toBeGreaterThan(2)
  expect(await heldBy(coordinator, begun.id, id)).toMatchObject({
    assignmentId: null,
    dueOn: null,
    endedOn: null,
  })
  expect(await heldBy(coordinator, idle.id, id)).toMatchObject({ endedFor: 'left_audience' })
})

/** They work at the high school from today on, and nowhere else. */
async function leaveFor(scope: WriteScope, memberId: string) {
  await scope.db
    .update(affiliations)
    .set({ endedOn: '2026-11-19' })
    .where(eq(affiliations.memberId, memberId))
  await scope.db.insert(affiliations).values({
    id: newId(),
    memberId,
    organizationId: schools.high,
    role: 'educator',
    startedOn: WORLD_TODAY,
    source: 'person',
  })
}

test('50 made now, the rest “later” (row 21): the page says how far enrolling is, and it ends', async () => {
  const { store, coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, { ...forEducators, kind: 'recommended' })
  await coordinator.write(undoAssignment, made.id)
  const again = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'recommended',
  })
  await coordinator.write(endAssignment, again.id, { takeBack: true })
  await coordinator.write(waitingAgain, again.id)

  const before = (await coordinator.read(getAssignment, again.id)).assignment
  const turns = await enrollWaiting(store, () => WORLD_NOW, fail)
  const after = (await coordinator.read(getAssignment, again.id)).assignment

  expect(before).toMatchObject({ isEnrolling: true, reached: 0, open: 0 })
  expect(turns).toBe(1)
  expect(after).toMatchObject({ isEnrolling: false, reached: before.audienceSize })
  expect(after.open).toBe(again.enrolled)
})

const fail = (error: unknown) => {
  throw error
}

async function waitingAgain(scope: WriteScope, id: string) {
  await scope.db
    .update(assignments)
    .set({ endedAt: null, enrollingStartedAt: scope.now, reached: 0 })
    .where(eq(assignments.id, id))
}

test('path assignment should also enroll (row 23): one action does both, with what was done before', async () => {
  const { coordinator, administrator, id } = await ready([courseStep('coding')])
  await administrator.write(make.completion, {
    memberId: ben.id,
    courseId: courses.coding,
    status: 'approved',
  })

  await coordinator.write(makeAssignment, id, forEducators)

  const [row] = await coordinator.scope.db
    .select({ completedOn: enrollments.completedOn })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, ben.id), eq(enrollments.pathwayId, id)))
  expect(row).toEqual({ completedOn: WORLD_TODAY })
})

test('“Not started” while halfway (row 30): who had begun by themselves keeps it when a mandate comes', async () => {
  const { coordinator, administrator, id } = await ready()
  await administrator.write(make.completion, {
    memberId: ben.id,
    courseId: courses.coding,
    status: 'approved',
  })
  await coordinator.write(enrollMembers, { pathwayId: id, ...OWN_CHOICE }, [ben.id])
  const before = await heldBy(coordinator, ben.id, id)

  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...due({ from: 'assignment', days: 10 }),
  })

  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({
    id: before!.id,
    dueOn: '2026-11-30',
  })
})

test('a day of hire that is corrected moves the due date that is reckoned from it', async () => {
  const { coordinator, administrator, id } = await ready()
  await coordinator.write(makeAssignment, id, { ...forEducators, ...due(HIRE) })
  const hired = await administrator.write(make.member, {
    organizationId: schools.middle,
    hiredOn: '2026-11-01',
  })
  await administrator.write(reevaluateAudiences, [hired.id])
  const before = await heldBy(coordinator, hired.id, id)

  await administrator.write(editMember, hired.id, {
    givenName: 'Rae',
    familyName: 'Rivers',
    hiredOn: '2026-11-10',
    subjects: [],
  })

  expect(before).toMatchObject({ dueOn: '2027-03-01' })
  expect(await heldBy(coordinator, hired.id, id)).toMatchObject({
    dueOn: '2027-03-10',
    lateOn: '2027-03-11',
  })
})

test('what the dry run of an ending says is what the ending does, and undoing it brings all back', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, forEducators)
  const tried = await coordinator.read(dryRunEnding, made.id, { group: 'removed', page: 1 })

  const { takenOff } = await coordinator.write(endAssignment, made.id, { takeBack: true })
  await coordinator.write(undoAssignment, made.id)

  expect(takenOff).toBe(tried.counts.removed)
  expect(takenOff).toBe(made.enrolled)
  const open = await coordinator.scope.db.count(
    enrollments,
    and(eq(enrollments.pathwayId, id), isNull(enrollments.endedOn)),
  )
  expect(open).toBe(made.enrolled)
})

test('a license that is added brings the pathways of those who hold one', async () => {
  const { store, coordinator, id } = await ready()
  await coordinator.write(makeAssignment, id, {
    ...forEducators,
    audience: {
      any: [[{ kind: 'license', not: false, jurisdiction: 'US-VT', license: null }]],
      except: [],
    },
  })
  const educator = await asMember(store, ben)
  const before = await heldBy(coordinator, ben.id, id)

  await educator.write(holdLicense)

  expect(before).toBe(undefined)
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ endedOn: null })
})

/** A license of Vermont, as it stands once it was added. */
async function holdLicense(scope: WriteScope) {
  await scope.db.insert(licenses).values({
    id: newId(),
    memberId: scope.actor.id,
    jurisdiction: 'US-VT',
    kind: 'professional',
    isPrimary: true,
    source: 'educator',
    version: 1,
    createdAt: scope.now,
    updatedAt: scope.now,
  })
  await reevaluateAfterLicense(scope, [scope.actor.id])
}
