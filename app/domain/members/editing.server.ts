import { newId, newLongId } from '#db/id'
import { and, eq, ne } from '#db/query.server'
import { members } from '#db/schema'
import { Invalid } from '../errors'
import { followUpMoves } from '../follow-up/moved.server'
import { inviteMember } from '../people/invitations.server'
import { fullName, sortNameOf } from '../people/name'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { insertAffiliation } from './affiliating.server'
import type { MemberInput, NewMemberInput } from './inputs.server'
import { getMember } from './showing.server'
import { enterSubjects, subjectsOf } from './subjects.server'
import { listWorkplaces } from './workplaces.server'

/** What the form for somebody new begins with. @throws Forbidden */
export async function openNewMember(scope: Scope) {
  authorize(scope.actor, 'affiliation.edit')
  return { id: newLongId(), organizations: await listWorkplaces(scope) }
}

/**
 * Adds somebody with the first place they work at, and invites them if that is asked for. The id is made
 * when the form is opened: sending the same form twice adds one person. Who fits an assignment is
 * enrolled at once.
 *
 * @param origin the address of this server, as people type it
 * @throws Forbidden · NotFound
 * @throws Invalid when somebody has the address already, or the role does not fit the organization
 */
export async function addMember(scope: WriteScope, input: NewMemberInput, origin: string) {
  authorize(scope.actor, 'affiliation.edit')
  const { id, organizationId, role, startedOn, invite, ...given } = input
  if (await exists(scope, id)) return { id }
  await refuseTakenEmail(scope, id, given.email)
  if (invite && !given.email) throw new Invalid('email', 'An invitation needs an email address.')

  await scope.db.insert(members).values({ id, ...rowOf(given), createdAt: scope.now })
  await scope.record('member.added', id)
  await insertAffiliation(scope, id, { id: newId(), organizationId, role, startedOn })
  await followUpMoves(scope, [id])
  if (invite) await inviteMember(scope, id, origin)
  return { id }
}

/** What the form about somebody begins with, and what they teach. @throws Forbidden · NotFound */
export async function openMemberForm(scope: Scope, id: string) {
  authorize(scope.actor, 'affiliation.edit')
  return { ...(await getMember(scope, id)), subjects: await subjectsOf(scope, id) }
}

/**
 * Changes what is known about somebody. Who comes to fit an assignment by the day of hire, or by what
 * they teach, is enrolled.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when somebody else has the address already
 */
export async function editMember(scope: WriteScope, id: string, input: MemberInput) {
  authorize(scope.actor, 'affiliation.edit')
  const before = await getMember(scope, id)
  await refuseTakenEmail(scope, id, input.email)
  const { subjects, ...given } = input
  const row = rowOf(given)
  await scope.db.update(members).set(row).where(eq(members.id, id))
  const teachesElse = await enterSubjects(scope, id, subjects)
  await scope.record('member.edited', id, {
    before: { name: before.name, email: before.email, hiredOn: before.hiredOn },
    after: { name: fullName(row), email: row.email, hiredOn: row.hiredOn, subjects },
  })
  if (before.hiredOn === row.hiredOn && !teachesElse) return
  await followUpMoves(scope, [id])
}

function rowOf({ givenName, familyName, email = null, hiredOn = null }: Person) {
  return {
    givenName,
    familyName,
    sortName: sortNameOf({ givenName, familyName }),
    email: email ?? null,
    hiredOn: hiredOn ?? null,
  }
}

type Person = Pick<MemberInput, 'givenName' | 'familyName'> & {
  email?: string | null
  hiredOn?: string | null
}

async function exists(scope: Scope, id: string) {
  return (await scope.db.count(members, eq(members.id, id))) > 0
}

async function refuseTakenEmail(scope: Scope, id: string, email: string | undefined) {
  if (!email) return
  const [other] = await scope.db
    .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(and(eq(members.email, email), ne(members.id, id)))
    .limit(1)
  if (!other) return
  throw new Invalid('email', `${fullName(other)} has this address already.`, other.id)
}
