import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { evidence, goals } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import type { StoredFile } from '~/domain/evidence/file-storage'
import { checkIn, closeGoal, reopenGoal } from '~/domain/goals/following.server'
import type { GoalInput } from '~/domain/goals/inputs.server'
import { getGoal } from '~/domain/goals/queries.server'
import { editGoal, openGoalForm, setGoal } from '~/domain/goals/setting.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, ben, ida, mara, schools, goals: known } = world.northside

const goal = (given: Partial<GoalInput> = {}): GoalInput => ({
  id: newId(),
  version: 0,
  title: 'Give feedback by audio in each unit',
  kind: 'professional_practice',
  competency: 'digcompedu-2017/4.3',
  baseline: '2 of 10 units',
  target: 'every unit',
  dueOn: '2027-05-15',
  ...given,
})

const note = { note: 'Four units have it now.', mayShowStudents: false }
const file = (): StoredFile => ({
  id: newId(),
  name: 'units.pdf',
  mediaType: 'application/pdf',
  bytes: 10,
  sha256: 'ef'.repeat(32),
})

describe('setting a goal', () => {
  it('opens it today, at the school where one works', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { id } = await member.write(setGoal, goal())

    expect(await member.read(getGoal, id)).toMatchObject({
      status: 'open',
      setOn: WORLD_TODAY,
      organizationId: schools.middle,
      baseline: '2 of 10 units',
      can: { edit: true, reopen: false },
    })
  })

  it('sets one goal when the same form is sent twice', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = goal()

    await member.write(setGoal, input)
    await member.write(setGoal, input)

    expect(await member.scope.db.count(goals, eq(goals.id, input.id))).toBe(1)
  })

  it('knows nothing under the identifier of somebody else', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ben)

    const attempt = member.write(setGoal, goal({ id: known.open }))

    await expect(attempt).rejects.toThrow(NotFound)
  })

  it.each(['2026-11-19', '2066-11-20'])('refuses %s for a due day', async (dueOn) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(setGoal, goal({ dueOn }))

    await expect(attempt).toHaveFieldError('dueOn')
  })

  it('is not for an auditor, who only reads', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ida)

    await expect(member.write(setGoal, goal())).rejects.toThrow(Forbidden)
  })
})

describe('changing a goal', () => {
  it('saves what was changed, and keeps a due day that has passed', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal, { dueOn: '2026-11-01' })

    await member.write(editGoal, goal({ id, version: 1, dueOn: '2026-11-01', target: 'all' }))

    expect(await member.read(getGoal, id)).toMatchObject({ target: 'all', version: 2 })
  })

  it('does not overwrite what was changed in another window', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal)
    await member.write(editGoal, goal({ id, version: 1 }))

    const attempt = member.write(editGoal, goal({ id, version: 1 }))

    await expect(attempt).rejects.toThrow(Conflict)
  })

  it('is refused once it is closed', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const id = world.northside.goals.met

    await expect(member.write(editGoal, goal({ id, version: 1 }))).rejects.toThrow(Conflict)
    await expect(member.read(openGoalForm, id)).rejects.toThrow(Forbidden)
  })

  it('knows nothing of the goal of somebody else, nor of another district', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal)
    const principal = await asMember(store, mara)
    const stranger = await asMember(store, world.southside.ana)

    await expect(principal.write(editGoal, goal({ id, version: 1 }))).rejects.toThrow(NotFound)
    await expect(stranger.write(editGoal, goal({ id, version: 1 }))).rejects.toThrow(NotFound)
    await expect(stranger.read(getGoal, id)).rejects.toThrow(NotFound)
  })
})

describe('checking in on a goal', () => {
  it('keeps the note of today with what shows it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal)

    await member.write(checkIn, id, { ...note, link: 'https://example.org/units' }, [file()])

    const page = await member.read(getGoal, id)
    expect(page.checkIns).toMatchObject([{ note: note.note, checkedOn: WORLD_TODAY }])
    expect(page.evidence.map(({ kind }) => kind).sort()).toEqual(['file', 'link'])
  })

  it('says what to do when the goal has no room for more files', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal)
    await member.write(checkIn, id, note, [file(), file(), file()])

    const attempt = member.write(checkIn, id, note, [file()])

    await expect(attempt).toHaveFieldError('files', /link instead, or remove a file/)
    expect(await member.scope.db.count(evidence, eq(evidence.goalId, id))).toBe(3)
  })

  it('is refused on a goal that was closed meanwhile, and on somebody else’s', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const other = await asMember(store, ben)
    const closed = world.northside.goals.met

    await expect(member.write(checkIn, closed, note, [])).rejects.toThrow(Conflict)
    await expect(other.write(checkIn, closed, note, [])).rejects.toThrow(NotFound)
  })
})

describe('closing a goal', () => {
  const outcome = { status: 'partly_met', outcome: 'Six of ten units have it.' } as const

  it('keeps how it ended, and can be undone on the same day', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.goal)

    await member.write(closeGoal, id, outcome)

    expect(await member.read(getGoal, id)).toMatchObject({
      ...outcome,
      closedOn: WORLD_TODAY,
      can: { edit: false, reopen: true },
    })
    await member.write(reopenGoal, id)
    expect(await member.read(getGoal, id)).toMatchObject({
      status: 'open',
      outcome: null,
      closedOn: null,
    })
  })

  it('cannot be undone on a later day', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(reopenGoal, world.northside.goals.met)

    await expect(attempt).rejects.toThrow(Forbidden)
  })

  it('happens once, and only to one’s own', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const principal = await asMember(store, mara)
    const { id } = await member.write(make.goal)
    await member.write(closeGoal, id, outcome)

    await expect(member.write(closeGoal, id, outcome)).rejects.toThrow(Conflict)
    await expect(principal.write(closeGoal, id, outcome)).rejects.toThrow(NotFound)
  })
})
