import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findActor, findDistrict } from '~/domain/people/actor.server'
import type { Actor } from '~/domain/policy'
import {
  type District,
  type Scope,
  scopeOf,
  type WriteScope,
  writeScopeOf,
} from '~/domain/scope.server'
import { requireUser } from './auth.server'
import type { Context } from './context.server'
import { answer, notFound } from './respond.server'

type Arguments = LoaderFunctionArgs | ActionFunctionArgs

/** What a route holds: who is asking, where, and two doors to the domain. */
export type Member = ReturnType<typeof memberOf>

/**
 * The signed-in member of the district in the URL. Every loader and action below `/d/:district`
 * begins with it.
 *
 * @throws Response to sign in when nobody is signed in; 404 to strangers of the district
 */
export async function requireMember(args: Arguments): Promise<Member> {
  const found = asking.get(args.context) ?? findMember(args)
  asking.set(args.context, found)
  try {
    return await found
  } catch (refusal) {
    /* The body of a response can be read once, and each of the loaders has its own read. */
    throw refusal instanceof Response ? refusal.clone() : refusal
  }
}

/** The loaders of one request ask at the same time; each request has its own context. */
const asking = new WeakMap<object, Promise<Member>>()

async function findMember(args: Arguments) {
  const user = await requireUser(args)
  const { store, now = new Date() } = args.context
  const district = await findDistrict(store.read, args.params.district ?? '')
  const actor = district && (await findActor(store.read, district, user.id, now))
  if (!actor) throw notFound()
  return memberOf(args.context, district, actor, now)
}

/** A member with the doors `read` and `write`. */
export function memberOf(context: Context, district: District, actor: Actor, now: Date) {
  const { store } = context
  return {
    district,
    actor,
    now,
    /** Runs a query. Throws a Response where the domain throws NotFound or Forbidden. */
    read: <A extends unknown[], R>(query: (scope: Scope, ...given: A) => Promise<R>, ...given: A) =>
      answer(() => query(scopeOf(store.read, district, actor, now), ...given)),
    /** Runs a command in a transaction. Throws like `read`. */
    write: <A extends unknown[], R>(
      command: (scope: WriteScope, ...given: A) => Promise<R>,
      ...given: A
    ) =>
      answer(() => store.write((tx) => command(writeScopeOf(tx, district, actor, now), ...given))),
  }
}
