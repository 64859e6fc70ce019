import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import {
  createPathway,
  discardDraft,
  editPathway,
  startDraft,
} from '~/domain/pathways/building.server'
import { getPathway, listPathways } from '~/domain/pathways/queries.server'
import { stepInput } from '~/domain/pathways/inputs.server'
import { movePart } from '~/domain/pathways/draft.server'
import { addStep, editStep, getStep, removeStep } from '~/domain/pathways/steps.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep, evidenceStep, hoursStep, publish } from './published'

const { ana, ida, ming, achievements, pathways, steps } = world.northside

async function drafting() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await coordinator.write(createPathway, { title: 'Coding for everybody' })
  return { store, coordinator, id }
}

const titles = async (coordinator: TestMember, id: string) =>
  (await coordinator.read(getPathway, id)).steps.map(({ title }) => title)

test('a pathway begins as a draft without steps', async () => {
  const { coordinator, id } = await drafting()

  const { pathway, version, steps: none, can } = await coordinator.read(getPathway, id)

  expect(pathway).toMatchObject({ status: 'draft', title: 'Coding for everybody' })
  expect(version).toMatchObject({ number: 1, isDraft: true })
  expect(none).toEqual([])
  expect(can).toMatchObject({ build: true, assign: false, discardDraft: false })
})

test('a step is named after what it asks for unless it has a name of its own', async () => {
  const { coordinator, id } = await drafting()

  await coordinator.write(addStep, id, courseStep('coding'))
  await coordinator.write(addStep, id, hoursStep('3.1', 90))
  await coordinator.write(addStep, id, { kind: 'badge', achievementId: achievements.apple })
  await coordinator.write(addStep, id, { ...courseStep('ai'), title: 'Begin here' })

  const { steps: built } = await coordinator.read(getPathway, id)
  expect(built.map(({ title }) => title)).toEqual([
    built[0]!.asks[0]!.course,
    '3.1 Teaching',
    built[2]!.asks[0]!.achievement,
    'Begin here',
  ])
})

test('steps move up and down one place, and stay at the ends', async () => {
  const { coordinator, id } = await drafting()
  const keys = []
  for (const title of ['A', 'B', 'C']) {
    keys.push((await coordinator.write(addStep, id, { ...evidenceStep, title })).stepKey)
  }
  const [a, , c] = keys as [string, string, string]

  await coordinator.write(movePart, id, c, { direction: 'up' })
  expect(await titles(coordinator, id)).toEqual(['A', 'C', 'B'])

  await coordinator.write(movePart, id, a, { direction: 'down' })
  expect(await titles(coordinator, id)).toEqual(['C', 'A', 'B'])

  await coordinator.write(movePart, id, c, { direction: 'up' })
  expect(await titles(coordinator, id)).toEqual(['C', 'A', 'B'])
})

test('a step can be changed and taken out', async () => {
  const { coordinator, id } = await drafting()
  const { stepKey } = await coordinator.write(addStep, id, courseStep('coding'))
  const { stepKey: other } = await coordinator.write(addStep, id, evidenceStep)

  await coordinator.write(editStep, id, stepKey, { ...evidenceStep, title: 'A screen cast' })
  await coordinator.write(removeStep, id, other)

  expect(await titles(coordinator, id)).toEqual(['A screen cast'])
  expect((await coordinator.read(getStep, id, stepKey)).step).toMatchObject({
    asks: [{ kind: 'evidence', courseId: null }],
  })
})

test('a step can only ask for what the catalog holds', async () => {
  const { coordinator, id } = await drafting()
  const theirs = world.southside

  const retired = coordinator.write(addStep, id, courseStep('retired'))
  await expect(retired).toHaveFieldError('courseId')
  const foreign = coordinator.write(addStep, id, { kind: 'course', courseId: theirs.courses.ai })
  await expect(foreign).toHaveFieldError('courseId')
  const badge = coordinator.write(addStep, id, {
    kind: 'badge',
    achievementId: theirs.achievements.apple,
    title: 'Named',
  })
  await expect(badge).toHaveFieldError('achievementId')
})

test.each([
  ['a course without one', { kind: 'course' }, 'courseId'],
  ['hours without a competency', { kind: 'activity_minutes', hours: '2' }, 'competencies'],
  ['hours that are none', { kind: 'activity_minutes', hours: 'many' }, 'hours'],
  ['evidence without words', { kind: 'evidence' }, 'title'],
])('the form of a step refuses %s', (_, typed, field) => {
  const { error } = stepInput.safeParse(typed)

  expect(error!.issues.map(({ path }) => path[0])).toContain(field)
})

test('a published version is not changed; a draft of the next one is', async () => {
  const { coordinator } = await drafting()
  const { id, keys } = await publish(coordinator, [courseStep('coding'), evidenceStep])

  await expect(coordinator.write(addStep, id, evidenceStep)).rejects.toThrow(Conflict)
  await coordinator.write(startDraft, id)
  await coordinator.write(removeStep, id, keys[1]!)

  const { version, publishedNumber, steps: built } = await coordinator.read(getPathway, id)
  expect(version).toMatchObject({ number: 2, isDraft: true })
  expect(publishedNumber).toBe(1)
  expect(built.map(({ stepKey }) => stepKey)).toEqual([keys[0]])
})

test('a draft that is thrown away leaves the published version', async () => {
  const { coordinator } = await drafting()
  const { id } = await publish(coordinator, [courseStep('coding')])
  await coordinator.write(startDraft, id)
  await coordinator.write(addStep, id, evidenceStep)

  await coordinator.write(discardDraft, id)

  const { version, steps: built } = await coordinator.read(getPathway, id)
  expect(version).toMatchObject({ number: 1, isDraft: false })
  expect(built).toHaveLength(1)
})

test('the only version there is cannot be thrown away', async () => {
  const { coordinator, id } = await drafting()

  await expect(coordinator.write(discardDraft, id)).rejects.toThrow(Conflict)
})

test('who changes a pathway that somebody else changed meanwhile hears of it', async () => {
  const { coordinator, id } = await drafting()
  const { version } = (await coordinator.read(getPathway, id)).pathway
  await coordinator.write(editPathway, id, { title: 'First', version })

  const second = coordinator.write(editPathway, id, { title: 'Second', version })

  await expect(second).rejects.toThrow(Conflict)
  expect((await coordinator.read(getPathway, id)).pathway.title).toBe('First')
})

test('educators see no builder; auditors look and do not touch', async () => {
  const { store, id } = await drafting()
  const educator = await asMember(store, ana)
  const auditor = await asMember(store, ida)

  await expect(educator.read(getPathway, id)).rejects.toThrow(Forbidden)
  await expect(educator.write(createPathway, { title: 'Mine' })).rejects.toThrow(Forbidden)
  expect((await auditor.read(getPathway, id)).can).toMatchObject({ build: false, edit: false })
  await expect(auditor.write(addStep, id, evidenceStep)).rejects.toThrow(Forbidden)
})

test('a pathway of another district is not there', async () => {
  const { store, id } = await drafting()
  const stranger = await asMember(store, world.southside.ming)

  await expect(stranger.read(getPathway, id)).rejects.toThrow(NotFound)
  await expect(stranger.write(addStep, id, evidenceStep)).rejects.toThrow(NotFound)
  await expect(stranger.write(startDraft, id)).rejects.toThrow(NotFound)
  await expect(
    stranger.write(editPathway, pathways.ai, { title: 'Ours', version: 1 }),
  ).rejects.toThrow(NotFound)
  await expect(stranger.read(getStep, pathways.draft, steps.draftCourse)).rejects.toThrow(NotFound)
})

test('the list of pathways narrows by state and by title', async () => {
  const { coordinator } = await drafting()

  const drafts = await coordinator.read(listPathways, { status: 'draft', page: 1 })
  const coding = await coordinator.read(listPathways, { text: 'CODING', page: 1 })
  const all = await coordinator.read(listPathways, { page: 1 })

  expect(drafts.pathways.total).toBe(2)
  expect(coding.pathways.rows.map(({ title }) => title)).toEqual(['Coding for everybody'])
  expect(all.pathways.total).toBe(5)
  expect(all.pathways.rows.find(({ id }) => id === pathways.privacy)!.completed).toBeGreaterThan(0)
})

test('a pathway of thirty steps takes no more', async () => {
  const { coordinator, id } = await drafting()
  for (let step = 0; step < 30; step++) await coordinator.write(addStep, id, evidenceStep)

  await expect(coordinator.write(addStep, id, evidenceStep)).rejects.toThrow(Invalid)
})
