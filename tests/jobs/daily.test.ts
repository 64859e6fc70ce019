import { eq } from '#db/query.server'
import { affiliations, outgoingMail, reminders } from '#db/schema'
import { startDaily } from '~/jobs/daily.server'
import { expect, test, vi } from 'vitest'
import { requireTraining } from '../domain/mandates/required'
import { openTestStore } from '../support/database'
import { asMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

const ORIGIN = 'https://cairn.example.org'
const { ben, ming, enrollments } = world.northside

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
  await vi.waitFor(async () => {
    const sent = eq(reminders.enrollmentId, enrollments.notEngaged)
    expect(await coordinator.scope.db.count(reminders, sent)).toBeGreaterThan(0)
  })
  await daily.stop()

  const letters = await store.read
    .select({ recipient: outgoingMail.recipient, subject: outgoingMail.subject })
    .from(outgoingMail)
  const aboutTraining = letters.filter(({ subject }) => subject.includes('Safe classrooms'))
  expect(failures).toEqual([])
  expect(aboutTraining.length).toBeGreaterThan(1)
  expect(aboutTraining.map(({ recipient }) => recipient)).not.toContain(ben.email)
})
