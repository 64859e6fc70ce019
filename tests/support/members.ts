import type { Store } from '#db/client.server'
import { findActorOfMember, findDistrict } from '~/domain/people/actor.server'
import type { Actor } from '~/domain/policy'
import { type Scope, scopeOf, type WriteScope, writeScopeOf } from '~/domain/scope.server'
import { type Person, WORLD_NOW } from './world'

/** Somebody in the world with the two doors of a route; errors of the domain come out as they are. */
export type TestMember = Awaited<ReturnType<typeof asMember>>

/**
 * A member of the world, ready to ask and to act.
 *
 * @throws Error when the person has no affiliation at that moment
 */
export async function asMember(store: Store, person: Person, now = WORLD_NOW) {
  const district = await districtOf(store, person.district)
  const actor = await findActorOfMember(store.read, district, person.id, now)
  if (!actor)
    throw new Error(`${person.name} is not with ${person.district} at ${now.toISOString()}.`)
  return doorsOf(store, district, actor, now)
}

/** Somebody who is in no database: an actor with any hats, to ask and to act as. */
export async function asActor(store: Store, slug: string, actor: Actor, now = WORLD_NOW) {
  return doorsOf(store, await districtOf(store, slug), actor, now)
}

function doorsOf(store: Store, district: Scope['district'], actor: Actor, now: Date) {
  return {
    district,
    actor,
    /** What a query of this member begins with. */
    scope: scopeOf(store.read, district, actor, now),
    read: <A extends unknown[], R>(query: (scope: Scope, ...given: A) => Promise<R>, ...given: A) =>
      query(scopeOf(store.read, district, actor, now), ...given),
    write: <A extends unknown[], R>(
      command: (scope: WriteScope, ...given: A) => Promise<R>,
      ...given: A
    ) => store.write((tx) => command(writeScopeOf(tx, district, actor, now), ...given)),
  }
}

async function districtOf(store: Store, slug: string) {
  const district = await findDistrict(store.read, slug)
  if (!district) throw new Error(`There is no district ${slug}.`)
  return district
}
