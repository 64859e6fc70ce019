import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { mandates, members } from '#db/schema'
import { endAffiliation } from '~/domain/members/ending.server'
import { addMember, editMember } from '~/domain/members/editing.server'
import { startAffiliation } from '~/domain/members/affiliating.server'
import { addDays } from '~/domain/calendar'
import { keepMandate, keepObligations } from '~/domain/mandates/keeping.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import fc from '../../support/property'
import { world } from '../../support/world'
import { completed, courseTopic, requireTraining, turnsOf } from './required'

const { ben, cora, ming, rosa, schools } = world.northside

async function open() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const administrator = await asMember(store, rosa)
  return { store, coordinator, administrator, ...(await requireTraining(coordinator)) }
}

test('somebody who is added has it at once, counted from the day of hire', async () => {
  const { coordinator, administrator, id } = await open()
  const rae = {
    id: newId(),
    givenName: 'Rae',
    familyName: 'Rivers',
    hiredOn: '2026-11-20',
    organizationId: schools.middle,
    role: 'educator' as const,
    startedOn: '2026-11-20',
    invite: false,
  }

  await administrator.write(addMember, rae, 'https://cairn.example')
  const first = await turnsOf(coordinator, id, rae.id)
  const { organizationId: _place, role: _role, startedOn: _day, invite: _invite, ...known } = rae
  await administrator.write(editMember, rae.id, { ...known, hiredOn: '2026-11-16', subjects: [] })

  expect(first).toMatchObject([{ dueOn: '2026-12-20', because: 'newly_hired' }])
  expect(await turnsOf(coordinator, id, rae.id)).toMatchObject([{ dueOn: '2026-12-16' }])
})

test('an affiliation that begins asks, and one that has ended asks no more', async () => {
  const { coordinator, administrator, id } = await open()
  const affiliation = newId()

  await administrator.write(startAffiliation, cora.id, {
    id: affiliation,
    organizationId: schools.middle,
    role: 'educator',
    startedOn: '2026-11-02',
  })
  const asked = await turnsOf(coordinator, id, cora.id)
  await administrator.write(endAffiliation, cora.id, affiliation, { endedOn: '2026-11-19' })

  expect(asked).toMatchObject([{ endedOn: null }])
  expect(await turnsOf(coordinator, id, cora.id)).toMatchObject([{ endedOn: '2026-11-20' }])
})

test('everybody is reached in turns, whoever was there for the first time as one who was there', async () => {
  const { coordinator, id } = await open()
  const rest = await requireTraining(coordinator)
  await coordinator.write((scope) =>
    scope.db.update(mandates).set({ settledAt: null }).where(eq(mandates.id, rest.id)),
  )
  const walked: string[] = []
  const walk = async (after: string | null): Promise<void> => {
    const { next } = await coordinator.write(keepMandate, rest.id, after, 2)
    if (next === null) return
    walked.push(next)
    await walk(next)
  }
  await walk(null)

  expect(walked.length).toBeGreaterThan(1)
  const [one, other] = [
    await turnsOf(coordinator, id, ben.id),
    await turnsOf(coordinator, rest.id, ben.id),
  ]
  expect(other.map(({ dueOn }) => dueOn)).toEqual(one.map(({ dueOn }) => dueOn))
})

test('kept after each of many things in turn, the turns are the same as kept once at the end', async () => {
  const store = await openTestStore()
  const at = (day: string) => asMember(store, ming, new Date(`${day}T15:00:00Z`))
  const topics = [courseTopic('coding'), courseTopic('media')]
  const coordinator = await at('2026-11-20')
  const history = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 300 }),
      course: fc.constantFrom('coding', 'media'),
    }),
    { maxLength: 6 },
  )

  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const [each, once] = [
        await coordinator.write(make.member, { organizationId: schools.middle }),
        await coordinator.write(make.member, { organizationId: schools.middle }),
      ]
      const { id } = await requireTraining(
        coordinator,
        {
          audience: {
            any: [[{ kind: 'people', not: false, memberIds: [each.id, once.id] }]],
            except: [],
          },
        },
        topics,
      )
      let day = '2026-11-20'
      for (const { after, course } of steps) {
        day = addDays(day, after)
        const now = await at(day)
        await completed(now, each.id, day, course as 'coding' | 'media')
        await completed(now, once.id, day, course as 'coding' | 'media')
        await now.write(keepObligations, [each.id])
      }
      const last = await at(day)
      await last.write(keepObligations, [once.id])
      await last.write(keepObligations, [each.id])

      const said = async (memberId: string) =>
        (await turnsOf(last, id, memberId)).map((turn) => ({
          number: turn.number,
          topicId: turn.topicId,
          opensOn: turn.opensOn,
          dueOn: turn.dueOn,
          metOn: turn.metOn,
          missedOn: turn.missedOn,
        }))
      expect(await said(each.id)).toEqual(await said(once.id))
      expect(await last.write(keepObligations, [each.id, once.id])).toEqual({
        opened: 0,
        met: 0,
        missed: 0,
        ended: 0,
      })
    }),
    { numRuns: 25 },
  )
  expect(await coordinator.scope.db.count(members, eq(members.id, ben.id))).toBe(1)
})
