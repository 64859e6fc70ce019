import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { enrollments } from '#db/schema'
import { Conflict } from '~/domain/errors'
import { startAffiliation } from '~/domain/members/affiliating.server'
import { getAssignment } from '~/domain/pathways/assignments.server'
import { editAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import { retirePathway } from '~/domain/pathways/publishing.server'
import { grantAtOnce } from '~/domain/pathways/requesting.server'
import { undoAssignment } from '~/domain/pathways/undoing.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { due, evidenceStep, forEducators, publish, within } from './published'

const { ben, ming, rosa, schools } = world.northside

const by = (on: string) => due({ from: 'day', on })

async function ready() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await publish(coordinator, [evidenceStep])
  return { store, coordinator, id }
}

const heldBy = async ({ scope }: TestMember, memberId: string, pathwayId: string) => {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      assignmentId: enrollments.assignmentId,
      dueOn: enrollments.dueOn,
      lateOn: enrollments.lateOn,
      endedFor: enrollments.endedFor,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), eq(enrollments.pathwayId, pathwayId)))
    .orderBy(enrollments.id)
  return rows.at(-1)!
}

test('undoing an edit leaves those let off who were let off since', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, { ...forEducators, ...by('2027-01-15') })
  const later = { ...forEducators, ...by('2027-03-01'), version: 1 }
  await coordinator.write(editAssignment, made.id, later)
  const { id: held } = await heldBy(coordinator, ben.id, id)
  await coordinator.write(grantAtOnce, held, { kind: 'waiver', reason: 'Teaches it.' })

  await coordinator.write(undoAssignment, made.id)

  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ id: held, endedFor: 'waived' })
})

test('one edit after the other is undone, and at last that it was made', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, { ...forEducators, ...by('2027-01-15') })
  const edit = (version: number, on: string) =>
    coordinator.write(editAssignment, made.id, { ...forEducators, ...by(on), version })
  await edit(1, '2027-02-01')
  await edit(2, '2027-03-01')

  const undone = []
  for (let turn = 0; turn < 3; turn++) {
    const { what } = await coordinator.write(undoAssignment, made.id)
    const { assignment } = await coordinator.read(getAssignment, made.id)
    undone.push([what, assignment.due.on, assignment.endedOn !== null])
  }

  expect(undone).toEqual([
    ['edited', '2027-02-01', false],
    ['edited', '2027-01-15', false],
    ['made', '2027-01-15', true],
  ])
  await expect(coordinator.write(undoAssignment, made.id)).rejects.toThrow(Conflict)
})

test('undoing leaves the time that was given since', async () => {
  const { coordinator, id } = await ready()
  const first = { ...forEducators, kind: 'recommended' as const, ...by('2027-01-15') }
  const recommended = await coordinator.write(makeAssignment, id, first)
  const mandate = { ...forEducators, ...by('2027-01-10') }
  const made = await coordinator.write(makeAssignment, id, mandate)
  const { id: held } = await heldBy(coordinator, ben.id, id)
  const more = { kind: 'extension' as const, reason: 'On leave.', until: '2027-02-20' }
  await coordinator.write(grantAtOnce, held, more)

  await coordinator.write(undoAssignment, made.id)

  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({
    assignmentId: recommended.id,
    dueOn: '2027-02-20',
    lateOn: null,
  })
})

test('undoing leaves those whom another assignment has taken over since, in either order', async () => {
  const { coordinator, id } = await ready()
  const slow = await coordinator.write(makeAssignment, id, { ...forEducators, ...by('2027-03-01') })
  const middle = { ...forEducators, ...within({ organizationId: schools.middle }) }
  const fast = await coordinator.write(makeAssignment, id, { ...middle, ...by('2027-01-15') })

  await coordinator.write(undoAssignment, slow.id)
  const between = await heldBy(coordinator, ben.id, id)
  await coordinator.write(undoAssignment, fast.id)

  expect(between).toMatchObject({ assignmentId: fast.id, dueOn: '2027-01-15', endedFor: null })
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ endedFor: 'undone' })
})

test('who came meanwhile goes over to another assignment that fits', async () => {
  const { store, coordinator, id } = await ready()
  const mandate = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...within({ organizationId: schools.high }),
    ...by('2027-01-15'),
  })
  const wide = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'recommended',
    ...within({ organizationId: schools.high }),
  })
  const administrator = await asMember(store, rosa)
  await administrator.write(startAffiliation, ben.id, {
    id: newId(),
    organizationId: schools.high,
    role: 'educator',
    startedOn: WORLD_TODAY,
  })
  const before = await heldBy(coordinator, ben.id, id)

  await coordinator.write(undoAssignment, mandate.id)

  expect(before).toMatchObject({ assignmentId: mandate.id })
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({
    id: before.id,
    assignmentId: wide.id,
    dueOn: null,
    lateOn: null,
  })
})

test('a form that was opened before it was undone does not write over it', async () => {
  const { coordinator, id } = await ready()
  const made = await coordinator.write(makeAssignment, id, { ...forEducators, ...by('2027-01-15') })
  const narrowed = { ...forEducators, ...within({ organizationId: schools.middle }) }
  await coordinator.write(editAssignment, made.id, { ...narrowed, version: 1 })
  const { audienceSize: narrow } = (await coordinator.read(getAssignment, made.id)).assignment

  await coordinator.write(undoAssignment, made.id)
  const stale = coordinator.write(editAssignment, made.id, { ...narrowed, version: 2 })

  await expect(stale).rejects.toThrow(Conflict)
  const { audienceSize } = (await coordinator.read(getAssignment, made.id)).assignment
  expect(audienceSize).toBeGreaterThan(narrow!)
})

test('nothing is undone on a pathway that is retired', async () => {
  const { coordinator, id } = await ready()
  const first = { ...forEducators, kind: 'recommended' as const }
  await coordinator.write(makeAssignment, id, first)
  const made = await coordinator.write(makeAssignment, id, forEducators)
  await coordinator.write(retirePathway, id)

  await expect(coordinator.write(undoAssignment, made.id)).rejects.toThrow(Conflict)

  expect((await coordinator.read(getAssignment, made.id)).undoable).toBe(null)
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ endedFor: 'retired' })
})

test('what is only offered from now on makes nobody late, until that is undone', async () => {
  const { coordinator, id } = await ready()
  const mandate = { ...forEducators, ...by('2026-11-25'), graceDays: 3 }
  const made = await coordinator.write(makeAssignment, id, mandate)
  const offered = { ...mandate, kind: 'offered' as const, graceDays: 0, version: 1 }
  await coordinator.write(editAssignment, made.id, offered)
  const between = await heldBy(coordinator, ben.id, id)

  await coordinator.write(undoAssignment, made.id)

  expect(between).toMatchObject({ assignmentId: made.id, dueOn: '2026-11-25', lateOn: null })
  expect(await heldBy(coordinator, ben.id, id)).toMatchObject({ lateOn: '2026-11-29' })
})
