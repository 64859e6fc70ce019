import type { Store } from '#db/client.server'
import { newId } from '#db/id'
import { affiliations, districts, members, organizations } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { sortNameOf } from '~/domain/people/name'
import { asActor, type TestMember } from './members'
import { WORLD_NOW, WORLD_TODAY } from './world'

const WENDY = { givenName: 'Wendy', familyName: 'Wu' }

/**
 * A district as it is right after it was set up, with nobody but its administrator: the district
 * “fresh”, whose school year begins on 1 August, and the organization at its top.
 */
export async function freshDistrict(
  store: Store,
): Promise<TestMember & { organizationId: string }> {
  const organizationId = newId()
  const memberId = newId()
  await store.write(async (tx) => {
    await tx.insert(districts).values({
      id: 77,
      slug: 'fresh',
      name: 'Fresh Public Schools',
      state: 'MA',
      timeZone: 'America/New_York',
      schoolYearStartsOn: '08-01',
      reviewDays: 30,
      createdAt: WORLD_NOW,
    })
    const db = forDistrict(tx, 77)
    await db.insert(organizations).values({
      id: organizationId,
      kind: 'district',
      name: 'Fresh Public Schools',
      sortName: 'fresh public schools',
      path: `${organizationId}/`,
    })
    await db.insert(members).values({
      id: memberId,
      ...WENDY,
      sortName: sortNameOf(WENDY),
      email: 'wendy.wu@fresh.example',
      createdAt: WORLD_NOW,
    })
    await db.insert(affiliations).values({
      id: newId(),
      memberId,
      organizationId,
      role: 'administrator',
      startedOn: WORLD_TODAY,
      source: 'person',
    })
  })
  const hats = [
    { role: 'administrator' as const, organizationId, organizationPath: `${organizationId}/` },
  ]
  const actor = { id: memberId, name: 'Wendy Wu', hats, supervises: [] }
  return { ...(await asActor(store, 'fresh', actor)), organizationId }
}
