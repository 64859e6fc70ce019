import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { createPathway, startDraft } from '~/domain/pathways/building.server'
import { movePart } from '~/domain/pathways/draft.server'
import { addGroup, editGroup, removeGroup } from '~/domain/pathways/groups.server'
import { publishPathway, retirePathway } from '~/domain/pathways/publishing.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { addAsk, addStep, removeAsk } from '~/domain/pathways/steps.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep, evidenceStep, publish } from './published'

const { ming, achievements, pathways } = world.northside
const PAIR = { title: 'Try it out', requiredSteps: 1, ordered: false }

/** A, the group of B and C, and D, by their keys. */
async function building() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await coordinator.write(createPathway, { title: 'Podcasts' })
  const keys: Record<string, string> = {}
  for (const title of ['A', 'B', 'C', 'D']) {
    keys[title] = (await coordinator.write(addStep, id, { ...evidenceStep, title })).stepKey
  }
  const { groupKey } = await coordinator.write(addGroup, id, PAIR)
  for (const title of ['B', 'C']) {
    await coordinator.write(movePart, id, keys[title]!, { to: groupKey })
  }
  await coordinator.write(movePart, id, groupKey, { to: 'path', before: keys.D })
  return { store, coordinator, id, groupKey, keys }
}

/** `A [B C] D`. */
async function outline(coordinator: TestMember, id: string) {
  const { parts } = await coordinator.read(getPathway, id)
  return parts
    .map((part) =>
      'steps' in part ? `[${part.steps.map(({ title }) => title).join(' ')}]` : part.step.title,
    )
    .join(' ')
}

test('steps are put into a group, and a group among the steps', async () => {
  const { coordinator, id } = await building()

  expect(await outline(coordinator, id)).toBe('A [B C] D')
})

test('up and down lead through the whole path, into groups and out of them', async () => {
  const { coordinator, id, keys } = await building()
  const seen: string[] = []
  for (let presses = 0; presses < 5; presses++) {
    await coordinator.write(movePart, id, keys.A!, { direction: 'down' })
    seen.push(await outline(coordinator, id))
  }
  await coordinator.write(movePart, id, keys.D!, { direction: 'up' })

  expect(seen).toEqual(['[A B C] D', '[B A C] D', '[B C A] D', '[B C] A D', '[B C] D A'])
  expect(await outline(coordinator, id)).toBe('[B C D] A')
})

test('a group moves as a whole, and stands in no other group', async () => {
  const { coordinator, id, groupKey, keys } = await building()
  const other = await coordinator.write(addGroup, id, { ...PAIR, title: 'More' })

  await coordinator.write(movePart, id, groupKey, { direction: 'up' })
  await coordinator.write(movePart, id, groupKey, { to: other.groupKey })

  expect(await outline(coordinator, id)).toBe('A D [] [B C]')
  await expect(coordinator.write(movePart, id, pathways.ai, { direction: 'up' })).rejects.toThrow(
    NotFound,
  )
  expect(keys.A).toBeDefined()
})

test('a group that is taken apart leaves its steps where it stood', async () => {
  const { coordinator, id, groupKey } = await building()

  await coordinator.write(removeGroup, id, groupKey)

  expect(await outline(coordinator, id)).toBe('A B C D')
})

test('a group is changed, and keeps its key in the next version', async () => {
  const { coordinator, id, groupKey } = await building()
  await coordinator.write(editGroup, id, groupKey, { ...PAIR, title: 'Show it' })
  await coordinator.write(publishPathway, id)

  await coordinator.write(startDraft, id)

  const { parts, version } = await coordinator.read(getPathway, id)
  expect(version).toMatchObject({ number: 2 })
  expect(parts[1]).toMatchObject({ group: { groupKey, title: 'Show it', requiredSteps: 1 } })
})

test.each([
  ['is empty', { requiredSteps: undefined, ordered: false }, 'has no step'],
  ['asks for more than it has', { requiredSteps: 3, ordered: false }, 'asks for 3 steps'],
  ['asks for some in an order', { requiredSteps: 1, ordered: true }, 'into a group of their own'],
])('a group that %s is not published', async (why, terms, words) => {
  const { coordinator, id, groupKey } = await building()
  if (why === 'is empty') await coordinator.write(addGroup, id, { ...PAIR, ...terms })
  else await coordinator.write(editGroup, id, groupKey, { ...PAIR, ...terms })

  const published = coordinator.write(publishPathway, id)

  await expect(published).rejects.toThrow(Invalid)
  await expect(coordinator.write(publishPathway, id)).rejects.toThrow(words)
})

test('a step accepts something else instead, and no longer', async () => {
  const { coordinator, id, keys } = await building()
  const badge = { kind: 'badge' as const, achievementId: achievements.apple }
  const { id: ask } = await coordinator.write(addAsk, id, keys.A!, badge)
  const accepted = async () =>
    (await coordinator.read(getPathway, id)).steps[0]!.asks.map(({ kind }) => kind)

  expect(await accepted()).toEqual(['evidence', 'badge'])
  await expect(
    coordinator.write(addAsk, id, keys.A!, { kind: 'evidence', rubric: [] }),
  ).rejects.toThrow(Invalid)
  await coordinator.write(removeAsk, id, keys.A!, ask)
  expect(await accepted()).toEqual(['evidence'])
  await expect(coordinator.write(removeAsk, id, keys.A!, ask)).rejects.toThrow(NotFound)
})

test('pathways that ask for each other are refused, in words', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const first = await publish(coordinator, [courseStep('coding')])
  const second = await publish(coordinator, [{ kind: 'pathway', pathwayId: first.id }])
  await coordinator.write(startDraft, first.id)
  await coordinator.write(addStep, first.id, { kind: 'pathway', pathwayId: second.id })

  const published = coordinator.write(publishPathway, first.id)

  await expect(published).rejects.toThrow('nobody could complete one of them first')
  await expect(coordinator.write(retirePathway, first.id)).rejects.toThrow(Conflict)
})
