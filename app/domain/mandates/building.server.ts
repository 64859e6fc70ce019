import { newId } from '#db/id'
import { and, asc, eq, isNull, plus } from '#db/query.server'
import { mandates, mandateTopics, obligations } from '#db/schema'
import { resolveAudience } from '../audiences/finding.server'
import type { Day } from '../calendar'
import { Conflict, Invalid, NotFound } from '../errors'
import { readAsk } from '../pathways/step-kinds/registry.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { MandateInput, TopicInput } from './inputs.server'
import { MAX_TOPICS, TOPIC_KINDS } from './mandate'
import { reachAtOnce } from './reaching.server'
import { findTemplate } from './templates'

/** A required training by its id. @throws NotFound when the district has none */
export async function requireMandate(scope: Scope, id: string) {
  const [mandate] = await scope.db
    .select({
      id: mandates.id,
      title: mandates.title,
      proof: mandates.proof,
      startsOn: mandates.startsOn,
      switchedOnAt: mandates.switchedOnAt,
      settledAt: mandates.settledAt,
      endedOn: mandates.endedOn,
    })
    .from(mandates)
    .where(eq(mandates.id, id))
  if (!mandate) throw new NotFound('No required training.')
  return mandate
}

/**
 * Prepares a required training. Nobody is asked for it before it is switched on.
 *
 * @throws Invalid where it names somebody or a template that is not there
 * @throws NotFound where its audience names a place, a pathway or a list that is not of the district
 */
export async function createMandate(scope: WriteScope, input: MandateInput) {
  authorize(scope.actor, 'mandate.edit')
  const { version: _version, audience, ...given } = input
  if (given.templateId !== null && !findTemplate(given.templateId)) {
    throw new Invalid(null, 'That template is not there any more. Begin without one.')
  }
  const id = newId()
  await scope.db.insert(mandates).values({
    id,
    ...given,
    audience: await resolveAudience(scope, audience),
    version: 1,
    createdById: scope.actor.id,
    createdAt: scope.now,
  })
  await scope.record('mandate.created', id)
  return { id }
}

/**
 * Changes a required training. What was met or missed stays; what waits to be met moves to the new dates.
 *
 * @returns what has become of those who are asked, where they are few enough to be reached at once
 * @throws NotFound · Conflict when somebody else changed it, or it has ended · Invalid
 */
export async function editMandate(scope: WriteScope, id: string, input: MandateInput) {
  authorize(scope.actor, 'mandate.edit')
  const before = await requireMandate(scope, id)
  if (before.endedOn !== null) throw ended()
  const { version, audience, templateId: _template, ...given } = input
  const changed = await scope.db
    .update(mandates)
    .set({
      ...given,
      audience: await resolveAudience(scope, audience),
      version: plus(mandates.version, 1),
      settledAt: null,
    })
    .where(and(eq(mandates.id, id), eq(mandates.version, version)))
    .returning({ id: mandates.id })
  if (changed.length === 0) {
    throw new Conflict(
      'Somebody changed this training after you opened it. What you typed is still here: compare it with the training as it is now, then save again.',
    )
  }
  if (input.startsOn < before.startsOn) await keepThere(scope, before, input.startsOn)
  await scope.record('mandate.edited', id)
  return reachAtOnce(scope, id)
}

/** Who was there when a training began was there when it is said to have begun earlier: nobody becomes new. */
const keepThere = (
  scope: WriteScope,
  { id, startsOn }: { id: string; startsOn: Day },
  joinedOn: Day,
) =>
  scope.db
    .update(obligations)
    .set({ joinedOn })
    .where(and(eq(obligations.mandateId, id), eq(obligations.joinedOn, startsOn)))

/** Puts a topic at the end. @throws NotFound · Conflict · Invalid */
export async function addTopic(scope: WriteScope, mandateId: string, input: TopicInput) {
  const { topics } = await openTopics(scope, mandateId)
  if (topics.length >= MAX_TOPICS) {
    throw new Invalid(null, `A training has at most ${MAX_TOPICS} topics. Remove one first.`)
  }
  const id = newId()
  await scope.db.insert(mandateTopics).values({
    ...(await columnsOf(scope, input)),
    id,
    mandateId,
    position: (topics.at(-1)?.position ?? -1) + 1,
  })
  await scope.record('mandate.edited', mandateId, { added: id })
  return { id }
}

/** Changes a topic. Who has been asked for it as it was is asked for it as it is now. */
export async function editTopic(
  scope: WriteScope,
  mandateId: string,
  topicId: string,
  input: TopicInput,
) {
  await requireTopic(scope, mandateId, topicId)
  await scope.db
    .update(mandateTopics)
    .set(await columnsOf(scope, input))
    .where(eq(mandateTopics.id, topicId))
  await scope.db.update(mandates).set({ settledAt: null }).where(eq(mandates.id, mandateId))
  await scope.record('mandate.edited', mandateId, { changed: topicId })
  await reachAtOnce(scope, mandateId)
}

/**
 * Takes a topic out.
 *
 * @throws Conflict when somebody was asked for it already, or it is the only one of a training in force
 */
export async function removeTopic(scope: WriteScope, mandateId: string, topicId: string) {
  const { mandate, topics } = await requireTopic(scope, mandateId, topicId)
  if (mandate.switchedOnAt !== null && topics.length === 1) {
    throw new Conflict('A training that is in force asks for something. Change its topic instead.')
  }
  const asked = await scope.db.count(obligations, eq(obligations.topicId, topicId))
  if (asked > 0) {
    throw new Conflict('People were asked for this topic already; change it instead.')
  }
  await scope.db.delete(mandateTopics).where(eq(mandateTopics.id, topicId))
  await scope.record('mandate.edited', mandateId, { removed: topicId })
}

async function requireTopic(scope: WriteScope, mandateId: string, topicId: string) {
  const open = await openTopics(scope, mandateId)
  if (!open.topics.some(({ id }) => id === topicId)) throw new NotFound('No topic.')
  return open
}

async function openTopics(scope: WriteScope, mandateId: string) {
  authorize(scope.actor, 'mandate.edit')
  const mandate = await requireMandate(scope, mandateId)
  if (mandate.endedOn !== null) throw ended()
  const topics = await scope.db
    .select({ id: mandateTopics.id, position: mandateTopics.position })
    .from(mandateTopics)
    .where(eq(mandateTopics.mandateId, mandateId))
    .orderBy(asc(mandateTopics.position))
  return { mandate, topics }
}

async function columnsOf(scope: Scope, input: TopicInput) {
  if (!TOPIC_KINDS.some((kind) => kind === input.kind)) {
    throw new Invalid(null, 'A required training is a course, a badge, hours, or a pathway.')
  }
  const { ask, title } = await readAsk(scope, input)
  const { kind, courseId, achievementId, pathwayId, competencies, minutes } = ask
  return {
    kind,
    courseId,
    achievementId,
    pathwayId,
    competencies,
    minutes,
    title: input.title ?? title,
  }
}

/**
 * Switches a training on: from now on it is asked of its audience. Whoever has taken it already within
 * the time that counts has met it at once.
 *
 * @returns what has become of its audience; null where it is so large that it is reached in turns
 * @throws NotFound · Conflict when it is on or has ended · Invalid when it asks for nothing yet
 */
export async function switchOnMandate(scope: WriteScope, id: string) {
  const { mandate, topics } = await openTopics(scope, id)
  if (mandate.switchedOnAt !== null) throw new Conflict('This training is switched on already.')
  if (topics.length === 0) {
    throw new Invalid(null, 'Say first what is to be taken: add a topic.')
  }
  await scope.db
    .update(mandates)
    .set({ switchedOnAt: scope.now, version: plus(mandates.version, 1) })
    .where(eq(mandates.id, id))
  await scope.record('mandate.switched_on', id)
  return { title: mandate.title, reached: await reachAtOnce(scope, id) }
}

/**
 * Ends a training: nobody is asked any more. What was met or missed stays in everybody's record.
 *
 * @returns how many were still asked
 * @throws NotFound · Conflict when it has ended already
 */
export async function endMandate(scope: WriteScope, id: string) {
  authorize(scope.actor, 'mandate.edit')
  const mandate = await requireMandate(scope, id)
  if (mandate.endedOn !== null) throw ended()
  await scope.db
    .update(mandates)
    .set({ endedOn: scope.today, version: plus(mandates.version, 1) })
    .where(eq(mandates.id, id))
  const asked = await scope.db
    .update(obligations)
    .set({ endedOn: scope.today })
    .where(
      and(
        eq(obligations.mandateId, id),
        isNull(obligations.metOn),
        isNull(obligations.missedOn),
        isNull(obligations.endedOn),
      ),
    )
    .returning({ id: obligations.id })
  await scope.record('mandate.ended', id, { asked: asked.length })
  return { title: mandate.title, asked: asked.length }
}

const ended = () => new Conflict('This training has ended. It can no longer be changed.')
