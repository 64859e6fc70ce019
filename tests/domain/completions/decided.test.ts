import { eq } from '#db/query.server'
import { completions, ledgerEntries } from '#db/schema'
import { expect, it } from 'vitest'
import { applyToCompletion } from '~/domain/completions/decided.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, schools } = world.northside

const bookings = (member: TestMember, id: string) =>
  member.scope.db
    .select({
      kind: ledgerEntries.kind,
      minutes: ledgerEntries.minutes,
      earnedOn: ledgerEntries.earnedOn,
      bookedOn: ledgerEntries.bookedOn,
      organizationId: ledgerEntries.organizationId,
      strength: ledgerEntries.strength,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.completionId, id))

const statusOf = async (member: TestMember, id: string) => {
  const [row] = await member.scope.db
    .select({ status: completions.status })
    .from(completions)
    .where(eq(completions.id, id))
  return row?.status
}

it('books the minutes of an approved course, as strong as its evidence', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { id } = await member.write(make.completion, { completedOn: '2026-11-02', minutes: 135 })
  await member.write(make.evidence, { completionId: id })

  await member.write(applyToCompletion, id, 'approved')

  expect(await statusOf(member, id)).toBe('approved')
  expect(await bookings(member, id)).toEqual([
    {
      kind: 'online_course',
      minutes: 135,
      earnedOn: '2026-11-02',
      bookedOn: WORLD_TODAY,
      organizationId: schools.middle,
      strength: 'document',
    },
  ])
})

it('books a course that says what kind it was under that kind', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { id } = await member.write(make.completion, { kind: 'course_graduate' })

  await member.write(applyToCompletion, id, 'approved')

  expect(await bookings(member, id)).toMatchObject([
    { kind: 'course_graduate', strength: 'self_reported' },
  ])
})

it.each(['returned', 'denied', 'withdrawn'] as const)('books nothing when it is %s', async (to) => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { id } = await member.write(make.completion)

  await member.write(applyToCompletion, id, to)

  expect(await statusOf(member, id)).toBe(to)
  expect(await bookings(member, id)).toEqual([])
})

it('touches nothing of another district', async () => {
  const store = await openTestStore()
  const stranger = await asMember(store, world.southside.ana)
  const member = await asMember(store, ana)
  const { id } = await member.write(make.completion)

  await stranger.write(applyToCompletion, id, 'approved')

  expect(await statusOf(member, id)).toBe('waiting')
  expect(await bookings(member, id)).toEqual([])
})
