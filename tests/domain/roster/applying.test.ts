import { expect, test } from 'vitest'
import { asc, eq } from '#db/query.server'
import { affiliations, events, members, organizations } from '#db/schema'
import { applyRoster } from '~/domain/roster/apply.server'
import { planRoster } from '~/domain/roster/plan.server'
import { emptyStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import { crowd, rosterOf, user } from '../../support/rosters'
import type { TestMember } from '../../support/members'

const NOTHING = { created: 0, changed: 0, ended: 0 }

test('a first import makes organizations, members and affiliations', async () => {
  const wendy = await freshDistrict(await emptyStore())
  const roster = await rosterOf({
    users: [user('Ana Alvarez'), user('Ben Brooks', { orgSourcedIds: 'lincoln,adams' })],
  })

  const applied = await wendy.write(applyRoster, roster)

  expect(applied.organizations).toEqual({ created: 2, changed: 1, ended: 0, unchanged: 0 })
  expect(applied.members).toEqual({ created: 2, changed: 0, ended: 0, unchanged: 0 })
  expect(applied.affiliations).toEqual({ created: 3, changed: 0, ended: 0, unchanged: 0 })
  expect(await affiliationsOf(wendy, 'Brooks')).toEqual([
    ['Adams Middle', 'educator', '2026-08-01', null],
    ['Lincoln Elementary', 'educator', '2026-08-01', null],
  ])
})

test('a second import of the same files changes nothing', async () => {
  const wendy = await freshDistrict(await emptyStore())
  const roster = await rosterOf({ users: crowd(40) })
  await wendy.write(applyRoster, roster)
  const before = await wendy.scope.db.count(events)

  const again = await wendy.write(applyRoster, await rosterOf({ users: crowd(40) }))

  expect(again.organizations).toEqual({ ...NOTHING, unchanged: 3 })
  expect(again.members).toEqual({ ...NOTHING, unchanged: 40 })
  expect(again.affiliations).toEqual({ ...NOTHING, unchanged: 40 })
  expect(again.changes).toEqual([])
  expect(await wendy.scope.db.count(events)).toBe(before)
})

async function affiliationsOf({ scope }: TestMember, familyName: string) {
  const rows = await scope.db
    .select({
      organization: organizations.name,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(eq(members.familyName, familyName))
    .orderBy(asc(affiliations.startedOn), asc(organizations.name))
  return rows.map((row) => Object.values(row))
}
