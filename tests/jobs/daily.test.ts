import { eq } from '#db/query.server'
import { affiliations, outgoingMail } from '#db/schema'
import { startDaily } from '~/jobs/daily.server'
import { expect, test, vi } from 'vitest'
import { requireTraining } from '../domain/mandates/required'
import { openTestStore, type TestStore } from '../support/database'
import { asMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

const ORIGIN = 'https://cairn.example.org'
const { ana, ben, ming } = world.northside

/** To whom letters about the training were written. */
async function writtenTo(store: TestStore) {
  const letters = await store.read
    .select({ recipient: outgoingMail.recipient, subject: outgoingMail.subject })
    .from(outgoingMail)
  return letters
    .filter(({ subject }) => subject.includes('Safe classrooms'))
    .map(({ recipient }) => recipient)
}

test('it goes on by itself until it is stopped, and sees who has left before it writes letters', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  await requireTraining(coordinator)
  await coordinator.write((scope) =>
    scope.db
      .update(affiliations)
      .set({ endedOn: '2026-11-19' })
      .where(eq(affiliations.memberId, ben.id)),
  )
  const failures: unknown[] = []

  const daily = startDaily(store, ORIGIN, {
    pause: 5,
    report: (error) => failures.push(error),
    now: () => WORLD_NOW,
  })
  await vi.waitFor(async () => expect(await writtenTo(store)).toContain(ana.email))
  await daily.stop()

  expect(failures).toEqual([])
  expect(await writtenTo(store)).not.toContain(ben.email)
})
