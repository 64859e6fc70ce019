import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDistrict } from '~/domain/people/actor.server'
import { findOnceMember } from '~/domain/people/former.server'
import { requireUser } from './auth.server'
import { memberOf } from './member.server'
import { notFound } from './respond.server'

/**
 * Somebody signed in who is or was with the district of the address, without a role there: who has
 * left takes their record with them.
 *
 * @throws Response to sign in when nobody is signed in; 404 to who was never with the district
 */
export async function requireOnceMember(args: LoaderFunctionArgs) {
  const user = await requireUser(args)
  const { store, now = new Date() } = args.context
  const district = await findDistrict(store.read, args.params.slug ?? '')
  const actor = district && (await findOnceMember(store.read, district, user.id))
  if (!actor) throw notFound()
  return memberOf(args.context, district, actor, now)
}
