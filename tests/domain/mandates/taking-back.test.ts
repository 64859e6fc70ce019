import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { completed, requireTraining, turnsOf } from './required'

const { ben, mara, ming, courses } = world.northside
const MONDAY = new Date('2026-11-23T15:00:00Z')
const TUESDAY = new Date('2026-11-24T15:00:00Z')
const because = { reason: 'It was another course.' }

/** A course of Ben's, sent, and approved by his principal. */
async function approved() {
  const store = await openTestStore()
  const [coordinator, member, principal] = await Promise.all(
    [ming, ben, mara].map((person) => asMember(store, person)),
  )
  const { id } = await requireTraining(coordinator!)
  const completion = await member!.write(make.completion, {
    courseId: courses.coding,
    completedOn: '2026-11-10',
  })
  const submission = await member!.write(make.sent, {
    kind: 'completion',
    completionId: completion.id,
  })
  await principal!.write(decide, { submissions: [submission.id], decision: 'approved' })
  const turns = () => turnsOf(coordinator!, id, ben.id)
  const monday = await asMember(store, mara, MONDAY)
  return { store, coordinator: coordinator!, id, completion, submission, turns, monday }
}

test('an approval meets the turn in the same moment, and the next one is there', async () => {
  const { turns, completion } = await approved()

  expect(await turns()).toMatchObject([
    { metOn: '2026-11-10', sources: [{ kind: 'completion', id: completion.id }] },
    { number: 2, dueOn: '2027-12-15' },
  ])
})

test('a proof that is taken back opens the turn it met, and the one after it is not asked any more', async () => {
  const { turns, monday, submission } = await approved()

  await monday.write(reopenSubmission, submission.id, because)

  expect(await turns()).toMatchObject([
    { number: 1, metOn: null, sources: [], missedOn: null, endedOn: null },
    { number: 2, endedOn: '2026-11-23' },
  ])
})

test('it is met again by the same proof once that is approved again', async () => {
  const { store, turns, monday, submission } = await approved()
  await monday.write(reopenSubmission, submission.id, because)

  const tuesday = await asMember(store, mara, TUESDAY)
  await tuesday.write(decide, { submissions: [submission.id], decision: 'approved' })

  expect((await turns()).filter(({ endedOn }) => endedOn === null)).toMatchObject([
    { number: 1, metOn: '2026-11-10' },
    { number: 3, dueOn: '2027-12-15', metOn: null },
  ])
})

test('where another proof is there, the turn stays met by that one', async () => {
  const { coordinator, turns, monday, submission } = await approved()
  const other = await completed(coordinator, ben.id, '2026-11-18')

  await monday.write(reopenSubmission, submission.id, because)

  expect(await turns()).toMatchObject([
    { metOn: '2026-11-18', sources: [{ kind: 'completion', id: other.id }] },
    { number: 2, endedOn: null },
  ])
})

test('taken back after the next one opened, it is missed, and the next one stays', async () => {
  const { store, turns, submission } = await approved()
  const later = await asMember(store, mara, new Date('2027-09-06T15:00:00Z'))

  await later.write(reopenSubmission, submission.id, because)

  expect(await turns()).toMatchObject([
    { metOn: null, missedOn: '2027-08-17' },
    { number: 2, dueOn: '2027-12-15', endedOn: null, metOn: null },
  ])
})
