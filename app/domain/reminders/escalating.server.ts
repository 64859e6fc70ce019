import { newId } from '#db/id'
import { and, gt, inArray } from '#db/query.server'
import { affiliations, escalations } from '#db/schema'
import { addDays } from '../calendar'
import { batchesOf, groupBy } from '../grouping'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import { LEARNING_ROLES } from '../audiences/roles'
import { isOverdueToday } from '../pathways/enrolled-where.server'
import { holdsOn } from '../people/actor.server'
import { type Principal, principalsOf } from '../people/reviewers.server'
import type { Scope, WriteScope } from '../scope.server'
import { type Listed, listCandidates } from './candidates.server'
import { isMandatedNow } from './due.server'
import { ESCALATION_DAYS, escalationLetter } from './escalation'

const AT_ONCE = 400

/**
 * Writes to each principal which of their staff have something overdue, by name: one letter for all of
 * it, at most once a week. What waits for a decision is counted in it and names nobody.
 *
 * @param origin the address of this server, as people type it
 * @returns how many letters were written
 */
export async function escalate(scope: WriteScope, origin: string) {
  if (!scope.district.sendsNotices) return 0
  const late = await listCandidates(scope, and(isMandatedNow(scope), isOverdueToday(scope)))
  const told = await toldLately(scope)
  const letters = [...(await byPrincipal(scope, late))].flatMap(([id, { principal, rows }]) => {
    const recipient = normalizeEmail(principal.email ?? '')
    const overdue = rows.filter(({ isWaiting }) => !isWaiting)
    if (told.has(id) || overdue.length === 0 || !isEmail(recipient)) return []
    const letter = escalationLetter({
      givenName: principal.givenName,
      district: scope.district.name,
      overdue: overdue.flatMap(({ name, pathway, dueOn }) =>
        dueOn === null ? [] : [{ name, pathway, dueOn }],
      ),
      waiting: rows.length - overdue.length,
      link: `${origin}/d/${scope.district.slug}/readiness/support`,
    })
    return [{ id, named: overdue.length, mail: { recipient, ...letter } }]
  })
  await queueMails(
    scope,
    letters.map(({ mail }) => mail),
  )
  await scope.db.insertMany(
    escalations,
    letters.map(({ id, named }) => ({
      id: newId(),
      principalId: id,
      named,
      sentOn: scope.today,
    })),
  )
  for (const { id, named } of letters) await scope.record('escalation.sent', id, { named })
  return letters.length
}

async function toldLately(scope: Scope) {
  const rows = await scope.db
    .select({ id: escalations.principalId })
    .from(escalations)
    .where(gt(escalations.sentOn, addDays(scope.today, -ESCALATION_DAYS)))
  return new Set(rows.map(({ id }) => id))
}

/** What is late, by the principal of a place where its member works; nobody is told of themselves. */
async function byPrincipal(scope: Scope, late: Listed[]) {
  const places = groupBy(await workplaces(scope, late), ({ memberId }) => memberId)
  const ids = [...places.values()].flat().map(({ organizationId }) => organizationId)
  const principals = await principalsOf(scope, [...new Set(ids)])
  const found = new Map<string, { principal: Principal; rows: Listed[] }>()
  for (const row of late) {
    const above = (places.get(row.memberId) ?? []).flatMap(
      ({ organizationId }) => principals.get(organizationId) ?? [],
    )
    for (const principal of new Map(above.map((each) => [each.id, each])).values()) {
      if (principal.id === row.memberId) continue
      const known = found.get(principal.id)
      if (known) known.rows.push(row)
      else found.set(principal.id, { principal, rows: [row] })
    }
  }
  return found
}

async function workplaces(scope: Scope, late: Listed[]) {
  const memberIds = [...new Set(late.map(({ memberId }) => memberId))]
  const found = await Promise.all(
    batchesOf(memberIds, AT_ONCE).map((some) =>
      scope.db
        .select({
          memberId: affiliations.memberId,
          organizationId: affiliations.organizationId,
        })
        .from(affiliations)
        .where(
          and(
            inArray(affiliations.memberId, some),
            inArray(affiliations.role, LEARNING_ROLES),
            holdsOn(scope.today),
          ),
        ),
    ),
  )
  return found.flat()
}
