import { seedWorld } from '#db/seed/world'
import { asc, eq, isNull } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import { describe, expect, test } from 'vitest'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { applyRoster } from '~/domain/roster/apply.server'
import type { Scope } from '~/domain/scope.server'
import { emptyStore, openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { rosterOf } from '../../support/rosters'
import { DEMO_PASSWORD_HASH, WORLD_NOW, world } from '../../support/world'

const NOTHING = { created: 0, changed: 0, ended: 0 }

describe('a full export of the demonstration', () => {
  test('changes nothing', async () => {
    const { rosa, south } = await demonstration()

    const northern = await rosa.write(applyRoster, await exportOf(rosa.scope))
    const southern = await south.write(applyRoster, await exportOf(south.scope))

    for (const applied of [northern, southern]) {
      expect(applied.organizations).toMatchObject(NOTHING)
      expect(applied.members).toMatchObject(NOTHING)
      expect(applied.affiliations).toMatchObject(NOTHING)
      expect(applied).toMatchObject({ changes: [], rejected: [], stop: null, enrolled: 0 })
    }
    expect(northern.members.unchanged).toBeGreaterThan(100)
    expect(southern.members.unchanged).toBeGreaterThan(6)
  })

  test('without somebody ends what they had, and nothing else', async () => {
    const { rosa, south } = await demonstration()
    const before = await openOf(south.scope)
    const { ben } = world.northside

    const applied = await rosa.write(applyRoster, await exportOf(rosa.scope, [ben.email]))

    expect(applied.members).toMatchObject({ ...NOTHING, ended: 1 })
    expect(applied.affiliations).toMatchObject({ ...NOTHING, ended: 1 })
    expect(applied.changes.map(({ kind, named }) => [kind, named])).toEqual([
      [
        'ends',
        [expect.objectContaining({ name: ben.name, organization: 'Riverbend Middle School' })],
      ],
    ])
    expect(await openOf(south.scope)).toEqual(before)
  })

  test('leaves the roles that a person has given, whoever is missing', async () => {
    const rosa = await asMember(await openTestStore(), world.northside.rosa)
    const { omar } = world.northside

    await rosa.write(applyRoster, await exportOf(rosa.scope, [omar.email]))

    const open = (await openOf(rosa.scope)).filter(({ source }) => source === 'person')
    expect(open.map(({ email, role }) => [email, role])).toEqual([
      ['ida.ibarra@northside.example', 'auditor'],
      ['ming.li@northside.example', 'coordinator'],
      ['omar.osei@northside.example', 'coach'],
      ['rosa.reyes@northside.example', 'administrator'],
    ])
  })
})

/** The demonstration, and the administrators of its two districts. */
async function demonstration() {
  const store = await emptyStore()
  await seedWorld(store, {
    now: WORLD_NOW,
    size: 'demo',
    passwordHash: DEMO_PASSWORD_HASH,
    ruleSets: shippedRuleSets(),
  })
  return {
    rosa: await asMember(store, world.northside.rosa),
    south: await asMember(store, world.southside.rosa),
  }
}

/** All staff as the student information system of the district would export them. */
async function exportOf(scope: Scope, without: string[] = []) {
  const orgs = await scope.db
    .select({
      id: organizations.id,
      parentId: organizations.parentId,
      sourcedId: organizations.sourceId,
      name: organizations.name,
      type: organizations.kind,
      identifier: organizations.identifier,
    })
    .from(organizations)
    .orderBy(asc(organizations.path))
  const sourcedIds = new Map(orgs.map(({ id, sourcedId }) => [id, sourcedId!]))
  const staff = (await openOf(scope)).filter(
    ({ source, email }) => source === 'roster' && !without.includes(email!),
  )
  return rosterOf(
    {
      orgs: orgs.map(({ parentId, sourcedId, name, type, identifier }) => ({
        sourcedId: sourcedId!,
        name,
        type,
        identifier: identifier ?? '',
        parentSourcedId: (parentId && sourcedIds.get(parentId)) || '',
      })),
      users: staff.map(({ sourceId, givenName, familyName, email, organizationId, role }) => ({
        sourcedId: sourceId!,
        enabledUser: 'true',
        orgSourcedIds: sourcedIds.get(organizationId)!,
        role: role === 'principal' ? 'administrator' : 'teacher',
        username: email!,
        givenName,
        familyName,
        email: email!,
      })),
    },
    { administratorRole: 'principal' },
  )
}

/** The affiliations that have no last day, with whose they are. */
const openOf = (scope: Scope) =>
  scope.db
    .select({
      sourceId: members.sourceId,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      organizationId: affiliations.organizationId,
      role: affiliations.role,
      source: affiliations.source,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .where(isNull(affiliations.endedOn))
    .orderBy(asc(members.sortName), asc(affiliations.id))
