import { activities } from '#db/schema'
import { visibleTo } from '~/domain/activities/queries.server'
import { can } from '~/domain/policy'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const people = Object.values(world.northside).filter(
  (value): value is typeof world.northside.ana =>
    typeof value === 'object' && value !== null && 'userId' in value,
)

test.each(
  people
    .filter(({ id }) => id !== world.northside.gwen.id)
    .map((person) => [person.name, person] as const),
)('the list of activities that %s sees agrees with the policy row by row', async (_, person) => {
  const { scope, actor } = await asMember(await openTestStore(), person)
  const fields = {
    id: activities.id,
    memberId: activities.memberId,
    organizationId: activities.organizationId,
    status: activities.status,
  }

  const all = await scope.db.select(fields).from(activities)
  const seen = await scope.db.select(fields).from(activities).where(visibleTo(actor))

  const permitted = all.filter((activity) => can(actor, 'activity.view', activity))
  expect(seen.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort())
})
