import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { goalPriorities } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { Invalid } from '~/domain/errors'
import { closeGoal, reopenGoal } from '~/domain/goals/following.server'
import type { GoalInput } from '~/domain/goals/inputs.server'
import { getGoal } from '~/domain/goals/queries.server'
import { editGoal, openGoalForm, openNewGoal, setGoal } from '~/domain/goals/setting.server'
import { retirePriority } from '~/domain/priorities/editing.server'
import { getRecord } from '~/domain/record/record.server'
import { figuresOf, openReport } from '~/domain/reports/report.server'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const { ana, ming, rosa, schools, priorities: known, goals: goalsOf } = northside

const goal = (given: Partial<GoalInput> = {}): GoalInput => ({
  id: newId(),
  version: 0,
  title: 'Give feedback by audio in each unit',
  kind: 'professional_practice',
  target: 'every unit',
  dueOn: '2027-05-15',
  ...given,
})

const later = (days: number) => new Date(WORLD_NOW.getTime() + days * 86_400_000)
const priorityOf = async (store: TestStore, id: string) =>
  (await (await asMember(store, ana)).read(getGoal, id)).priority?.id ?? null

/** How many open goals served a priority on a day, as the report tells it. */
async function openServing(store: TestStore, asOf: string, key: string, now = WORLD_NOW) {
  const member = await asMember(store, rosa, now)
  const figures = figuresOf(await member.read(openReport, { asOf }))
  const found = figures.find(
    ({ section, place, item, measure }) =>
      section === 'goals' && place === null && item?.key === key && measure === 'open',
  )
  return found?.value ?? 0
}

describe('the priority of a goal', () => {
  it('is chosen from those in force when it is set', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { priorities } = await member.read(openNewGoal)
    const { id } = await member.write(setGoal, goal({ priorityId: known.feedback }))

    expect(priorities.map((row) => row.id)).toEqual([known.access, known.ai, known.feedback])
    expect(await priorityOf(store, id)).toBe(known.feedback)
  })

  it('is none where none was chosen', async () => {
    const store = await openTestStore()

    const { id } = await (await asMember(store, ana)).write(setGoal, goal())

    expect(await priorityOf(store, id)).toBeNull()
  })

  it.each([
    ['is retired', known.remote],
    ['is of another district', southside.priorities.ai],
    ['is none', schools.middle],
  ])('is refused when what is chosen %s', async (_what, priorityId) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    await expect(member.write(setGoal, goal({ priorityId }))).rejects.toThrow(Invalid)
  })

  it('stays when it is retired, and can be chosen only by a goal that serves it', async () => {
    const store = await openTestStore()
    await (await asMember(store, ming)).write(retirePriority, known.ai)
    const member = await asMember(store, ana)

    const form = await member.read(openGoalForm, goalsOf.open)
    const input = goal({ id: form.id, version: form.version, priorityId: known.ai })
    await member.write(editGoal, input)

    expect(form.priorityId).toBe(known.ai)
    expect(form.priorities.map(({ id }) => id)).toContain(known.ai)
    expect(await priorityOf(store, goalsOf.open)).toBe(known.ai)
  })

  it('stays through closing and reopening', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    await member.write(closeGoal, goalsOf.open, { status: 'met', outcome: 'Done.' })
    const closed = await priorityOf(store, goalsOf.open)
    await member.write(reopenGoal, goalsOf.open)

    expect(closed).toBe(known.ai)
    expect(await priorityOf(store, goalsOf.open)).toBe(known.ai)
  })

  it('changes no figure of the days before it was changed', async () => {
    const store = await openTestStore()
    const { id } = await (
      await asMember(store, ana)
    ).write(setGoal, goal({ priorityId: known.feedback }))
    const yesterday = await openServing(store, '2026-11-19', known.feedback)
    const today = await openServing(store, WORLD_TODAY, known.feedback)
    const inAWeek = later(7)

    await (
      await asMember(store, ana, inAWeek)
    ).write(editGoal, goal({ id, version: 1, priorityId: known.access }))

    expect(await openServing(store, '2026-11-19', known.feedback, inAWeek)).toBe(yesterday)
    expect(await openServing(store, WORLD_TODAY, known.feedback, inAWeek)).toBe(today)
    expect(await openServing(store, '2026-11-26', known.feedback, inAWeek)).toBe(today)
    expect(await openServing(store, '2026-11-27', known.feedback, inAWeek)).toBe(today - 1)
    expect(today).toBe(yesterday + 1)
  })

  it('counts once where it was changed twice in a day, and as none where it was taken away', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(setGoal, goal({ priorityId: known.feedback }))
    const none = await openServing(store, WORLD_TODAY, 'none')

    await member.write(editGoal, goal({ id, version: 1, priorityId: known.access }))
    await member.write(editGoal, goal({ id, version: 2 }))

    expect(await openServing(store, WORLD_TODAY, 'none')).toBe(none + 1)
    const rows = await member.scope.db
      .select({ startedOn: goalPriorities.startedOn, replacedOn: goalPriorities.replacedOn })
      .from(goalPriorities)
      .where(eq(goalPriorities.goalId, id))
    expect(rows).toEqual([
      { startedOn: WORLD_TODAY, replacedOn: WORLD_TODAY },
      { startedOn: WORLD_TODAY, replacedOn: WORLD_TODAY },
    ])
  })

  it('comes along in the record', async () => {
    const member = await asMember(await openTestStore(), ana)

    const { years } = await member.read(getRecord, ana.id)

    const own = years.flatMap(({ goals }) => goals)
    expect(own.find(({ id }) => id === goalsOf.open)).toMatchObject({
      priority: 'Artificial intelligence with judgment',
      priorityOwner: 'district',
    })
    expect(own.find(({ id }) => id === goalsOf.withdrawn)).toMatchObject({
      priority: null,
      priorityOwner: null,
    })
  })
})

describe('the report by priority', () => {
  it('tells the state’s first, then the district’s, then none, and all goals once', async () => {
    const member = await asMember(await openTestStore(), rosa)

    const { goals } = await member.read(openReport, { asOf: WORLD_TODAY })

    expect(goals.byPriority!.map(({ name }) => name)).toEqual([
      'State: Technology that every student can use',
      'District: Artificial intelligence with judgment',
      'District: Feedback that students use',
      'District: Lessons from home',
      'No priority',
    ])
    for (const state of ['open', 'met', 'partly_met', 'not_met', 'withdrawn'] as const) {
      expect(goals.byPriority!.reduce((sum, row) => sum + row[state], 0)).toBe(goals[state])
    }
  })

  it('says nothing of a day on which no goal served one', async () => {
    const member = await asMember(await openTestStore(), rosa)

    const { goals } = await member.read(openReport, { asOf: '2020-01-01' })

    expect(goals.byPriority).toEqual([])
  })

  it('is still told of a report that was frozen before there were priorities', async () => {
    const member = await asMember(await openTestStore(), rosa)
    const { goals } = await member.read(openReport, { asOf: WORLD_TODAY })

    const { byPriority: _, ...before } = goals
    const figures = figuresOf({ goals: before })

    expect(figures.every(({ item }) => item === null)).toBe(true)
    expect(figures.length).toBeGreaterThan(0)
  })
})
