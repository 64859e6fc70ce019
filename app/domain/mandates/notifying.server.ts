import { and, asc, eq, gt, inArray, isNull, lte, or } from '#db/query.server'
import { affiliations, mandates, members, obligations } from '#db/schema'
import { LEARNING_ROLES } from '../audiences/roles'
import { addDays, type Day } from '../calendar'
import { recordMany } from '../events/recording.server'
import { batchesOf, groupBy } from '../grouping'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import { askInWords } from '../pathways/step-kinds'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { type Principal, principalsOf } from '../people/reviewers.server'
import type { Scope, WriteScope } from '../scope.server'
import { stillAsked } from './asking.server'
import { noticeFor, overdueLetter, trainingLetter } from './notice'
import { listTopics } from './queries.server'

const BATCH = 400

/** The turns about which somebody may have to hear today; none where the district sends no notices. */
export async function listDueForTrainingNotice(scope: Scope) {
  if (!scope.district.sendsNotices) return []
  const rows = await scope.db
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(stillAsked, mayBeDue(scope), isWaitingForNotice()))
    .orderBy(asc(obligations.id))
  return rows.map(({ id }) => id)
}

const mayBeDue = ({ today }: Scope) =>
  and(lte(obligations.opensOn, today), lte(obligations.dueOn, addDays(today, 90)))

const isWaitingForNotice = () => or(isNull(obligations.noticed), gt(obligations.noticed, 0))

const turnsWith = (scope: Scope, ids: string[]) =>
  scope.db
    .select({
      id: obligations.id,
      mandateId: obligations.mandateId,
      topicId: obligations.topicId,
      memberId: obligations.memberId,
      training: mandates.title,
      proof: mandates.proof,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
      noticed: obligations.noticed,
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .innerJoin(members, eq(members.id, obligations.memberId))
    .where(and(inArray(obligations.id, ids), stillAsked))
    .orderBy(asc(members.sortName), asc(obligations.id))

/**
 * Writes to those who are required to take a training the notice whose time it is: 90, 30 and 7 days
 * before it is due, and when it is overdue; each once. Who has no address gets none.
 *
 * @param ids at most a few hundred turns
 * @param origin the address of this server, as people type it
 * @returns how many letters were written
 */
export async function sendTrainingNotices(scope: WriteScope, ids: string[], origin: string) {
  const turns = await turnsWith(scope, ids)
  const topics = await listTopics(scope, [...new Set(turns.map(({ mandateId }) => mandateId))])
  const topicOf = new Map(topics.map((topic) => [topic.id, topic]))
  const notices = turns.flatMap((turn) => {
    const notice = noticeFor(turn, scope.today)
    const recipient = normalizeEmail(turn.email ?? '')
    const topic = topicOf.get(turn.topicId)
    if (notice === null || !isEmail(recipient) || !topic) return []
    const { slug, name: district } = scope.district
    const link = `${origin}/d/${slug}/training`
    const letter = trainingLetter({ ...turn, district, ask: askInWords(topic.ask), link }, notice)
    return [{ id: turn.id, notice, dueOn: turn.dueOn, mail: { recipient, ...letter } }]
  })
  await queueMails(
    scope,
    notices.map(({ mail }) => mail),
  )
  await markNoticed(scope, notices)
  return notices.length
}

async function markNoticed(
  scope: WriteScope,
  notices: { id: string; notice: number; dueOn: Day }[],
) {
  for (const [noticed, those] of groupBy(notices, ({ notice }) => notice)) {
    for (const batch of batchesOf(those, BATCH)) {
      await scope.db
        .update(obligations)
        .set({ noticed })
        .where(
          inArray(
            obligations.id,
            batch.map(({ id }) => id),
          ),
        )
    }
  }
  await recordMany(
    scope,
    'notice.sent',
    notices.map(({ id, notice, dueOn }) => ({ subjectId: id, details: { notice, dueOn } })),
  )
}

/**
 * Writes to each principal who of their staff is overdue with a required training, by name: one letter for
 * all of them, and once about each.
 *
 * @param origin the address of this server, as people type it
 * @returns how many letters were written
 */
export async function tellPrincipals(scope: WriteScope, origin: string) {
  if (!scope.district.sendsNotices) return 0
  const { slug, name: district } = scope.district
  const rows = await scope.db
    .select({ id: obligations.id })
    .from(obligations)
    .where(
      and(
        stillAsked,
        lte(obligations.lateOn, scope.today),
        or(isNull(obligations.noticed), gt(obligations.noticed, -1)),
      ),
    )
  let letters = 0
  const told = new Map<string, { principal: Principal; rows: Turn[] }>()
  const late: Turn[] = []
  for (const batch of batchesOf(rows, BATCH)) {
    const turns = await turnsWith(
      scope,
      batch.map(({ id }) => id),
    )
    late.push(...turns)
    await sortByPrincipal(scope, turns, told)
  }
  for (const { principal, rows: overdue } of told.values()) {
    const recipient = normalizeEmail(principal.email ?? '')
    if (!isEmail(recipient)) continue
    const letter = overdueLetter({
      givenName: principal.givenName,
      district,
      overdue: overdue.map((turn) => ({ ...turn, name: fullName(turn) })),
      link: `${origin}/d/${slug}/readiness`,
    })
    await queueMails(scope, [{ recipient, ...letter }])
    letters++
  }
  await markNoticed(
    scope,
    late.map(({ id, dueOn }) => ({ id, dueOn, notice: -1 })),
  )
  return letters
}

type Turn = Awaited<ReturnType<typeof turnsWith>>[number]

/** What is late, by the principal of a place where its member works; nobody is told of themselves. */
async function sortByPrincipal(
  scope: Scope,
  late: Turn[],
  told: Map<string, { principal: Principal; rows: Turn[] }>,
) {
  const places = await scope.db
    .select({
      memberId: affiliations.memberId,
      organizationId: affiliations.organizationId,
    })
    .from(affiliations)
    .where(
      and(
        inArray(affiliations.memberId, [...new Set(late.map(({ memberId }) => memberId))]),
        inArray(affiliations.role, LEARNING_ROLES),
        holdsOn(scope.today),
      ),
    )
  const placesOf = groupBy(places, ({ memberId }) => memberId)
  const principals = await principalsOf(scope, [
    ...new Set(places.map(({ organizationId }) => organizationId)),
  ])
  for (const turn of late) {
    const above = (placesOf.get(turn.memberId) ?? []).flatMap(
      ({ organizationId }) => principals.get(organizationId) ?? [],
    )
    for (const principal of new Map(above.map((each) => [each.id, each])).values()) {
      if (principal.id === turn.memberId) continue
      const known = told.get(principal.id)
      if (known) known.rows.push(turn)
      else told.set(principal.id, { principal, rows: [turn] })
    }
  }
}
