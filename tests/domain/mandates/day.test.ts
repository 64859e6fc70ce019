import { asc, eq } from '#db/query.server'
import { affiliations, enrollments, mandates, obligations } from '#db/schema'
import type { Condition } from '#db/words'
import { addDays, type Day } from '~/domain/calendar'
import type { MandateInput } from '~/domain/mandates/inputs.server'
import { keepMandate, keepObligations } from '~/domain/mandates/keeping.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import fc from '../../support/property'
import { world } from '../../support/world'
import { completed, courseTopic, requireTraining, turnsOf } from './required'

const { ana, ming, pathways, schools } = world.northside
const START = '2026-11-20'
const dayFrom = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => addDays(START, days))

const at = (store: TestStore, day: Day) => asMember(store, ming, new Date(`${day}T15:00:00Z`))

/** Lets a training have its turn, a few people at a time. */
async function pass(member: TestMember, id: string) {
  const seen = { people: 0 }
  for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
    const from: string | null = after
    after = (await member.write(keepMandate, id, from, 2)).next
    seen.people += 1
  }
  return seen
}

/** All turns of a training, but for what says when they were written. */
const turns = ({ scope }: TestMember, mandateId: string) =>
  scope.db
    .select({
      memberId: obligations.memberId,
      number: obligations.number,
      topicId: obligations.topicId,
      joinedOn: obligations.joinedOn,
      periodOn: obligations.periodOn,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
      because: obligations.because,
      metOn: obligations.metOn,
      sources: obligations.sources,
      missedOn: obligations.missedOn,
      endedOn: obligations.endedOn,
    })
    .from(obligations)
    .where(eq(obligations.mandateId, mandateId))
    .orderBy(asc(obligations.memberId), asc(obligations.number))

const settle = (member: TestMember, id: string, settledAt: Date | null) =>
  member.write((scope) => scope.db.update(mandates).set({ settledAt }).where(eq(mandates.id, id)))

const cadence = fc.record({
  everyMonths: fc.constantFrom(null, 12, 12, 24, 36),
  firstDueOn: fc.option(dayFrom(0, 400), { freq: 4 }),
  newHireDays: fc.constantFrom(null, 30, 90),
  windowDays: fc.constantFrom(null, 30, 120, 364),
  graceDays: fc.constantFrom(0, 14),
})
const person = fc.record({
  hiredOn: fc.option(dayFrom(-900, 900)),
  startedOn: dayFrom(-300, 200),
  stays: fc.option(fc.integer({ min: 0, max: 700 })),
})
const service: Condition = { kind: 'service', atLeast: null, lessThan: 2 }
const steps = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 400 }),
    takes: fc.option(fc.constantFrom(0, 1, 2)),
  }),
  { minLength: 1, maxLength: 5 },
)

test('going through those whom the day can change does what going through everybody would', async () => {
  const store = await openTestStore()
  const coordinator = await at(store, START)

  const same = fc.asyncProperty(
    cadence,
    fc.array(person, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
    steps,
    async (given, people, goesByService, days) => {
      const staff = []
      for (const { hiredOn, startedOn, stays } of people) {
        const made = await coordinator.write(make.member, {
          organizationId: schools.middle,
          hiredOn,
        })
        const endedOn = stays === null ? null : addDays(startedOn, stays)
        await coordinator.write((scope) =>
          scope.db
            .update(affiliations)
            .set({ startedOn, endedOn })
            .where(eq(affiliations.memberId, made.id)),
        )
        staff.push(made.id)
      }
      const named: Condition = { kind: 'people', not: false, memberIds: staff }
      const audience = { any: [goesByService ? [named, service] : [named]], except: [] }
      const input: Partial<MandateInput> = { ...given, startsOn: START, audience }
      const topics = [courseTopic('coding'), courseTopic('media')]
      const { id } = await requireTraining(coordinator, input, topics)

      let day = START
      for (const { after, takes } of days) {
        day = addDays(day, after)
        const now = await at(store, day)
        if (takes !== null) {
          await completed(now, staff[takes]!, day, takes === 2 ? 'media' : 'coding')
          await now.write(keepObligations, [staff[takes]!])
        }
        await pass(now, id)
        const narrow = await turns(now, id)

        await settle(now, id, null)
        await pass(now, id)
        await settle(now, id, now.scope.now)

        expect(await turns(now, id)).toEqual(narrow)
      }
    },
  )

  await fc.assert(same, { numRuns: 25 })
})

test('on a day that changes nothing nobody is looked at again', async () => {
  const store = await openTestStore()
  const coordinator = await at(store, START)
  const { id } = await requireTraining(coordinator)
  const next = await at(store, '2026-11-23')

  expect((await pass(coordinator, id)).people).toBe(1)
  expect((await pass(next, id)).people).toBe(1)
  expect((await pass(await at(store, '2027-08-17'), id)).people).toBeGreaterThan(1)
})

test('a pathway that was completed by a new version of it meets what asks for it by the next day', async () => {
  const store = await openTestStore()
  const coordinator = await at(store, START)
  const complete = (completedOn: Day) =>
    coordinator.write((scope) =>
      scope.db
        .update(enrollments)
        .set({ completedOn })
        .where(eq(enrollments.id, world.northside.enrollments.completed)),
    )
  await complete('2026-08-16')
  const { id } = await requireTraining(coordinator, { windowDays: 120 }, [
    { kind: 'pathway', pathwayId: pathways.privacy },
  ])
  const next = await at(store, '2026-11-23')

  await pass(next, id)
  const before = await turnsOf(next, id, ana.id)
  await complete('2026-11-21')
  await pass(next, id)

  expect(before.at(-1)).toMatchObject({ metOn: null })
  expect(await turnsOf(next, id, ana.id)).toContainEqual(
    expect.objectContaining({ metOn: '2026-11-21' }),
  )
})
