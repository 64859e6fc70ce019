import {
  addTopic,
  createMandate,
  editMandate,
  editTopic,
  endMandate,
  removeTopic,
  switchOnMandate,
} from '~/domain/mandates/building.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { mandateInput } from '~/domain/mandates/inputs.server'
import { getMandate, listMandates } from '~/domain/mandates/queries.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { courseTopic, prepare, requireTraining, turnsOf, YEARLY } from './required'

const { ben, ida, ming, ana } = world.northside

async function open() {
  const store = await openTestStore()
  return { store, coordinator: await asMember(store, ming) }
}

test('a training is prepared, switched on and ended, and each is on the list', async () => {
  const { coordinator } = await open()
  const statusOf = async (id: string) =>
    (await coordinator.read(listMandates)).mandates.find((each) => each.id === id)

  const { id } = await prepare(coordinator)
  const prepared = await statusOf(id)
  await coordinator.write(switchOnMandate, id)
  const on = await statusOf(id)
  await coordinator.write(endMandate, id)

  expect(prepared).toMatchObject({ status: 'prepared', topics: 1, counts: { asked: 0 } })
  expect(on).toMatchObject({ status: 'on', isReaching: false })
  expect(on!.counts.asked).toBeGreaterThan(2)
  expect(await statusOf(id)).toMatchObject({ status: 'ended', counts: { asked: 0 } })
})

test('two who change it at once do not overwrite each other', async () => {
  const { coordinator } = await open()
  const { id } = await prepare(coordinator)
  await coordinator.write(editMandate, id, { ...YEARLY, title: 'Safe schools' })

  await expect(coordinator.write(editMandate, id, YEARLY)).rejects.toThrow(Conflict)

  expect((await coordinator.read(getMandate, id)).mandate.title).toBe('Safe schools')
})

test('what has ended cannot be changed, switched on or ended again', async () => {
  const { coordinator } = await open()
  const { id } = await requireTraining(coordinator)
  await coordinator.write(endMandate, id)

  await expect(coordinator.write(editMandate, id, YEARLY)).rejects.toThrow(Conflict)
  await expect(coordinator.write(addTopic, id, courseTopic('media'))).rejects.toThrow(Conflict)
  await expect(coordinator.write(switchOnMandate, id)).rejects.toThrow(Conflict)
  await expect(coordinator.write(endMandate, id)).rejects.toThrow(Conflict)
})

test('a training without a topic cannot be switched on, nor one that is on', async () => {
  const { coordinator } = await open()
  const empty = await prepare(coordinator, {}, [])
  const on = await requireTraining(coordinator)

  await expect(coordinator.write(switchOnMandate, empty.id)).rejects.toThrow(Invalid)
  await expect(coordinator.write(switchOnMandate, on.id)).rejects.toThrow(Conflict)
})

test('a topic that nobody was asked for is removed; one that somebody was asked for stays', async () => {
  const { coordinator } = await open()
  const { id, topicIds } = await requireTraining(coordinator, {}, [
    courseTopic('coding'),
    courseTopic('media'),
  ])

  await coordinator.write(removeTopic, id, topicIds[1]!)

  await expect(coordinator.write(removeTopic, id, topicIds[0]!)).rejects.toThrow(Conflict)
  const { topics } = await coordinator.read(getMandate, id)
  expect(topics.map((topic) => topic.id)).toEqual([topicIds[0]])
})

test('the last topic of a training that is on cannot be removed', async () => {
  const { coordinator } = await open()
  const { id, topicIds } = await requireTraining(coordinator, {
    audience: { any: [[{ kind: 'people', not: false, memberIds: [] }]], except: [] },
  })

  await expect(coordinator.write(removeTopic, id, topicIds[0]!)).rejects.toThrow(Conflict)
})

test('a changed topic asks for the other thing at once', async () => {
  const { coordinator } = await open()
  const { id, topicIds } = await requireTraining(coordinator)

  await coordinator.write(editTopic, id, topicIds[0]!, courseTopic('media'))

  expect((await coordinator.read(getMandate, id)).topics).toMatchObject([
    { id: topicIds[0], title: expect.stringMatching(/./) },
  ])
  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([{ topicId: topicIds[0] }])
})

test('a goal or evidence is no topic', async () => {
  const { coordinator } = await open()
  const { id } = await prepare(coordinator)
  const evidence = { kind: 'evidence' as const, title: 'A plan', rubric: [] }

  await expect(coordinator.write(addTopic, id, evidence)).rejects.toThrow(Invalid)
})

test('an educator neither sees nor keeps trainings; an auditor sees them; another district’s is not found', async () => {
  const { store, coordinator } = await open()
  const { id } = await prepare(coordinator)
  const [educator, auditor] = [await asMember(store, ana), await asMember(store, ida)]
  const other = await asMember(store, world.southside.ming)

  await expect(educator.read(getMandate, id)).rejects.toThrow(Forbidden)
  await expect(educator.write(createMandate, YEARLY)).rejects.toThrow(Forbidden)
  await expect(auditor.write(editMandate, id, YEARLY)).rejects.toThrow(Forbidden)
  await expect(other.read(getMandate, id)).rejects.toThrow(NotFound)
  expect((await auditor.read(getMandate, id)).can.edit).toBe(false)
})

test('a template that is not there, and a form that is due before it begins, are refused', async () => {
  const { coordinator } = await open()
  const typed = {
    version: '0',
    title: 'Safe classrooms',
    every: '12',
    startsOn: '2026-11-20',
    firstDueOn: '2026-11-01',
    any: [],
    except: '',
  }

  const { error } = mandateInput.safeParse(typed)

  expect(error?.issues.map(({ path }) => path.join('.'))).toContain('firstDueOn')
  await expect(
    coordinator.write(createMandate, { ...YEARLY, templateId: 'us-xx-nothing' }),
  ).rejects.toThrow(Invalid)
})
