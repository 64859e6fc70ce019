import { eq } from '#db/query.server'
import { obligations } from '#db/schema'
import { audienceChoices } from '../audiences/choices.server'
import { textsOf } from '../audiences/texts.server'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { TOPIC_KINDS } from './mandate'
import { getMandate } from './queries.server'

/** What the form of a new training begins with. @throws Forbidden */
export async function openNewMandate(scope: Scope) {
  authorize(scope.actor, 'mandate.edit')
  return { choices: await audienceChoices(scope), today: scope.today }
}

/** The same for a training that is there, with what it says. @throws NotFound · Forbidden · Conflict */
export async function openMandate(scope: Scope, id: string) {
  authorize(scope.actor, 'mandate.edit')
  const { mandate, counts } = await getMandate(scope, id)
  if (mandate.status === 'ended') throw new Conflict('This training has ended.')
  return {
    mandate,
    counts,
    choices: await audienceChoices(scope),
    /** How the people whom the audience names are written in the form, by their ids. */
    people: await textsOf(scope, mandate.audience),
  }
}

/** A topic with how many were ever asked for it. @throws NotFound · Forbidden · Conflict */
export async function openTopic(scope: Scope, mandateId: string, topicId: string) {
  authorize(scope.actor, 'mandate.edit')
  const { mandate, topics } = await getMandate(scope, mandateId)
  if (mandate.status === 'ended') throw new Conflict('This training has ended.')
  const topic = topics.find(({ id }) => id === topicId)
  const kind = TOPIC_KINDS.find((each) => each === topic?.ask.kind)
  if (!topic || !kind) throw new NotFound('No topic.')
  const asked = await scope.db.count(obligations, eq(obligations.topicId, topicId))
  return { mandate, topic, kind, asked }
}
