import {
  and,
  asc,
  count,
  countWhere,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
} from '#db/query.server'
import {
  achievements,
  courses,
  mandates,
  mandateTopics,
  members,
  obligations,
  pathways,
} from '#db/schema'
import { namesIn } from '../audiences/names.server'
import { dayIn } from '../calendar'
import { NotFound } from '../errors'
import { groupBy } from '../grouping'
import { emptyAsk } from '../pathways/step-kinds'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { cadenceFields, stillAsked } from './asking.server'
import { findShort } from './short.server'
import { findTemplate } from './templates'

const fields = {
  id: mandates.id,
  title: mandates.title,
  description: mandates.description,
  jurisdiction: mandates.jurisdiction,
  law: mandates.law,
  templateId: mandates.templateId,
  audience: mandates.audience,
  ...cadenceFields,
  proof: mandates.proof,
  retentionYears: mandates.retentionYears,
  switchedOnAt: mandates.switchedOnAt,
  settledAt: mandates.settledAt,
  endedOn: mandates.endedOn,
  version: mandates.version,
  createdAt: mandates.createdAt,
  givenName: members.givenName,
  familyName: members.familyName,
}

const rowsOf = (scope: Scope) =>
  scope.db.select(fields).from(mandates).innerJoin(members, eq(members.id, mandates.createdById))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['where']>>[number]

export type MandateStatus = 'prepared' | 'on' | 'ended'
export type Mandate = ReturnType<typeof readable>
export type Topic = Awaited<ReturnType<typeof listTopics>>[number]

/**
 * The required trainings of the district by title, those in force first, with how many are asked and
 * how many of them are overdue; at most 200.
 */
export async function listMandates(scope: Scope) {
  authorize(scope.actor, 'mandate.view')
  const rows = await rowsOf(scope)
    .where(undefined)
    .orderBy(desc(isNull(mandates.endedOn)), asc(mandates.title), asc(mandates.id))
    .limit(200)
  const ids = rows.map(({ id }) => id)
  const [counts, names, topics] = await Promise.all([
    countStanding(scope, ids),
    namesIn(
      scope,
      rows.map(({ audience }) => audience),
    ),
    countTopics(scope, ids),
  ])
  return {
    mandates: rows.map((row) => ({
      ...readable(scope, row),
      counts: counts(row.id),
      topics: topics.get(row.id) ?? 0,
    })),
    names,
    can: { edit: can(scope.actor, 'mandate.edit') },
  }
}

/** One required training with its topics and where its audience stands. @throws NotFound */
export async function getMandate(scope: Scope, id: string) {
  authorize(scope.actor, 'mandate.view')
  const [row] = await rowsOf(scope).where(eq(mandates.id, id))
  if (!row) throw new NotFound('No required training.')
  const mandate = readable(scope, row)
  const [topics, counts, names] = await Promise.all([
    listTopics(scope, [id]),
    countStanding(scope, [id]),
    namesIn(scope, [row.audience]),
  ])
  const mayEdit = can(scope.actor, 'mandate.edit') && mandate.status !== 'ended'
  return {
    mandate,
    template: row.templateId === null ? null : (findTemplate(row.templateId) ?? null),
    topics,
    counts: counts(id),
    names,
    can: {
      edit: mayEdit,
      switchOn: mayEdit && mandate.status === 'prepared' && topics.length > 0,
      end: mayEdit && mandate.status === 'on',
    },
  }
}

/** The topics of some trainings in the order in which they take turns, with what they name. */
export async function listTopics(scope: Scope, mandateIds: string[]) {
  const rows = await scope.db
    .select({
      id: mandateTopics.id,
      mandateId: mandateTopics.mandateId,
      title: mandateTopics.title,
      kind: mandateTopics.kind,
      courseId: mandateTopics.courseId,
      achievementId: mandateTopics.achievementId,
      pathwayId: mandateTopics.pathwayId,
      competencies: mandateTopics.competencies,
      minutes: mandateTopics.minutes,
      course: courses.title,
      achievement: achievements.title,
      pathway: pathways.title,
    })
    .from(mandateTopics)
    .leftJoin(courses, eq(courses.id, mandateTopics.courseId))
    .leftJoin(achievements, eq(achievements.id, mandateTopics.achievementId))
    .leftJoin(pathways, eq(pathways.id, mandateTopics.pathwayId))
    .where(inArray(mandateTopics.mandateId, mandateIds))
    .orderBy(asc(mandateTopics.position), asc(mandateTopics.id))
  return rows.map(({ id, mandateId, title, ...ask }) => ({
    id,
    mandateId,
    title,
    ask: { ...emptyAsk(ask.kind), ...ask },
  }))
}

function readable(scope: Scope, { givenName, familyName, ...row }: Row) {
  const { switchedOnAt, settledAt, createdAt, ...mandate } = row
  const day = (instant: Date | null) => instant && dayIn(scope.district.timeZone, instant)
  const status: MandateStatus =
    row.endedOn !== null ? 'ended' : switchedOnAt === null ? 'prepared' : 'on'
  return {
    ...mandate,
    status,
    switchedOn: day(switchedOnAt),
    /** Everybody whom it is for is being reached still. */
    isReaching: status === 'on' && settledAt === null,
    by: fullName({ givenName, familyName }),
    createdOn: day(createdAt),
  }
}

async function countTopics(scope: Scope, ids: string[]) {
  if (ids.length === 0) return new Map<string, number>()
  const rows = await scope.db
    .select({ mandateId: mandateTopics.mandateId, topics: count() })
    .from(mandateTopics)
    .where(inArray(mandateTopics.mandateId, ids))
    .groupBy(mandateTopics.mandateId)
  return new Map(rows.map(({ mandateId, topics }) => [mandateId, topics]))
}

const NOBODY = { asked: 0, overdue: 0, due: 0, ahead: 0 }

/** How many are asked now, and where they stand: overdue, due, or ahead of the next time. */
async function countStanding(scope: Scope, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await scope.db
          .select({
            mandateId: obligations.mandateId,
            asked: count(),
            overdue: countWhere(lte(obligations.lateOn, scope.today)),
            due: countWhere(
              and(lte(obligations.opensOn, scope.today), gt(obligations.lateOn, scope.today)),
            ),
            ahead: countWhere(gt(obligations.opensOn, scope.today)),
          })
          .from(obligations)
          .where(and(inArray(obligations.mandateId, ids), stillAsked))
          .groupBy(obligations.mandateId)
  const byId = new Map(rows.map(({ mandateId, ...counts }) => [mandateId, counts]))
  return (id: string) => byId.get(id) ?? NOBODY
}

/** The actor's own required trainings: what is asked now, the nearest due date first, and the past. */
export async function listOwnTrainings(scope: Scope) {
  const own = await ownTurns(scope)
  const mandateIds = [...new Set(own.map(({ mandateId }) => mandateId))]
  const [topics, rules] = await Promise.all([
    mandateIds.length === 0 ? [] : listTopics(scope, mandateIds),
    mandateIds.length === 0
      ? []
      : scope.db
          .select({ id: mandates.id, audience: mandates.audience })
          .from(mandates)
          .where(inArray(mandates.id, mandateIds)),
  ])
  const shortOf = await findShort(scope, own.filter(isOpen))
  const topicOf = new Map(topics.map((topic) => [topic.id, topic]))
  const turns = own.map((turn) => ({ ...turn, topic: topicOf.get(turn.topicId)! }))
  const audiences = new Map(rules.map(({ id, audience }) => [id, audience]))
  return {
    open: turns
      .filter(isOpen)
      .map((turn) => ({
        ...turn,
        audience: audiences.get(turn.mandateId)!,
        /** What was done and does not count, for want of a stronger proof. */
        short: shortOf.get(turn.id) ?? null,
      }))
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    past: [
      ...groupBy(
        turns.filter((turn) => !isOpen(turn)),
        ({ mandateId }) => mandateId,
      ).values(),
    ].map((those) => ({ mandateId: those[0]!.mandateId, title: those[0]!.title, turns: those })),
    names: await namesIn(
      scope,
      rules.map(({ audience }) => audience),
    ),
  }
}

const isOpen = ({ metOn, missedOn }: { metOn: string | null; missedOn: string | null }) =>
  metOn === null && missedOn === null

export type OwnTraining = Awaited<ReturnType<typeof listOwnTrainings>>['open'][number]

/** Newest first; what ended because one left the audience is left aside. */
const ownTurns = (scope: Scope) =>
  scope.db
    .select({
      id: obligations.id,
      mandateId: obligations.mandateId,
      memberId: obligations.memberId,
      topicId: obligations.topicId,
      title: mandates.title,
      proof: mandates.proof,
      description: mandates.description,
      law: mandates.law,
      number: obligations.number,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
      because: obligations.because,
      metOn: obligations.metOn,
      missedOn: obligations.missedOn,
      endedOn: obligations.endedOn,
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .where(and(eq(obligations.memberId, scope.actor.id), isNull(obligations.endedOn)))
    .orderBy(desc(obligations.dueOn), desc(obligations.id))

/** The actor's trainings that are due by a day and open by today, the nearest first; at most 5. */
export async function listDueTrainings(scope: Scope, by: string) {
  return scope.db
    .select({
      id: obligations.id,
      title: mandates.title,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .where(
      and(
        eq(obligations.memberId, scope.actor.id),
        stillAsked,
        lte(obligations.opensOn, scope.today),
        lte(obligations.dueOn, by),
        isNotNull(mandates.switchedOnAt),
      ),
    )
    .orderBy(asc(obligations.dueOn), asc(obligations.id))
    .limit(5)
}
