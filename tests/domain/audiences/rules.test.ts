import { newId } from '#db/id'
import { eq } from '#db/query.server'
import {
  licenses,
  members,
  memberSubjects,
  organizations,
  pathways,
  peopleListMembers,
  peopleLists,
} from '#db/schema'
import { audienceOf, countAudience, possibleAudienceOf } from '~/domain/audiences/audience.server'
import { blockThatFits, fits } from '~/domain/audiences/audience'
import { loadPeople } from '~/domain/audiences/people.server'
import { NotFound } from '~/domain/errors'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { chanceFrom, type Ground, randomRule } from './random-rules'

const { ming, ana, schools, organization } = world.northside
const SUBJECTS = ['Mathematics', 'Science', 'Art']

test('500 random rules pick the same people in the database as in memory', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const ground = await coordinator.write(scatter)
  const chance = chanceFrom(4)
  const rules = Array.from({ length: 500 }, () => randomRule(chance, ground))
  const people = await coordinator.read(loadPeople, ground.memberIds, rules)

  const different = []
  for (const rule of rules) {
    const found = await picked(coordinator, rule, audienceOf)
    const possible = await picked(coordinator, rule, possibleAudienceOf)
    const answers = people.map((person) => [person.id, fits(rule, person, ground.today)] as const)
    const yes = answers.flatMap(([id, answer]) => (answer === 'yes' ? id : []))
    const maybe = answers.flatMap(([id, answer]) => (answer === 'no' ? [] : id))
    if (found.join() !== yes.join() || possible.join() !== maybe.join()) different.push(rule)
  }

  expect(different).toEqual([])
  const sizes = people.map((person) =>
    rules.filter((rule) => fits(rule, person, ground.today) === 'yes'),
  )
  expect(sizes.some(({ length }) => length > 50)).toBe(true)
})

test('the first block that fits is named, and none where none does', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const block = (organizationId: string) => [
    { kind: 'works' as const, not: false, organizationId, roles: [], gradeBands: [], subjects: [] },
  ]
  const rule = { any: [block(schools.high), block(organization)], except: [] }
  const [person] = await coordinator.read(loadPeople, [ana.id], [rule])

  expect(blockThatFits(rule, person!, coordinator.scope.today)).toBe(1)
  expect(blockThatFits({ ...rule, except: [ana.id] }, person!, coordinator.scope.today)).toBe(null)
  expect(await coordinator.read(countAudience, { any: [], except: [] })).toBe(0)
})

test('a school of another district is not there', async () => {
  const coordinator = await asMember(await openTestStore(), ming)
  const organizationId = world.southside.schools.middle
  const works = { kind: 'works' as const, not: false, roles: [], gradeBands: [], subjects: [] }

  const counted = coordinator.read(countAudience, {
    any: [[{ ...works, organizationId }]],
    except: [],
  })

  await expect(counted).rejects.toThrow(NotFound)
})

async function picked(
  member: TestMember,
  rule: Parameters<typeof audienceOf>[1],
  by: typeof audienceOf,
) {
  const condition = await by(member.scope, rule)
  const rows = await member.scope.db
    .select({ id: members.id })
    .from(members)
    .where(condition)
    .orderBy(members.id)
  return rows.map(({ id }) => id)
}

/** Gives the people of the world subjects, licenses and lists, and takes some days of hire away. */
async function scatter(scope: WriteScope): Promise<Ground> {
  const chance = chanceFrom(7)
  const ids = async (table: typeof organizations | typeof pathways | typeof members) =>
    (await scope.db.select({ id: table.id }).from(table).orderBy(table.id)).map(({ id }) => id)
  const held = () => ({
    addedOn: chance.among(['2026-01-01', scope.today]),
    removedOn: chance.coin(4) ? scope.today : null,
  })
  const memberIds = await ids(members)
  const listIds = [newId(), newId()].toSorted()
  await scope.db.insertMany(
    peopleLists,
    listIds.map((id) => ({ id, name: id, createdById: ming.id, createdAt: scope.now })),
  )
  for (const memberId of memberIds) {
    if (chance.coin(6)) {
      await scope.db.update(members).set({ hiredOn: null }).where(eq(members.id, memberId))
    }
    const subjects = chance.some(SUBJECTS, 2)
    await scope.db.insertMany(
      memberSubjects,
      subjects.map((subject) => ({
        id: newId(),
        memberId,
        subject,
        source: 'person' as const,
        ...held(),
      })),
    )
    await scope.db.insertMany(
      peopleListMembers,
      chance.some(listIds, 1).map((listId) => ({ id: newId(), listId, memberId, ...held() })),
    )
    if (chance.coin(3)) {
      await scope.db.insert(licenses).values({
        id: newId(),
        memberId,
        jurisdiction: chance.among(['US-MA', 'US-OH']),
        kind: chance.among(['professional', 'initial']),
        isPrimary: true,
        expiresOn: chance.among([null, '2026-01-01', '2028-01-01']),
        withdrawnOn: chance.coin(5) ? '2026-02-01' : null,
        source: 'educator',
        version: 1,
        createdAt: scope.now,
        updatedAt: scope.now,
      })
    }
  }
  return {
    today: scope.today,
    memberIds,
    organizationIds: await ids(organizations),
    pathwayIds: await ids(pathways),
    listIds,
    subjects: SUBJECTS,
  }
}
