import { and, asc, eq, inArray, isNotNull, isNull } from '#db/query.server'
import { mandates, mandateTopics, obligations } from '#db/schema'
import type { Audience } from '../audiences/audience'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { emptyAsk } from '../pathways/step-kinds'
import type { Cadence } from './cadence'
import type { Asking } from './turns'

/** A mandate with all that decides who is asked, for what and when. */
export type MandateInForce = Asking & {
  id: string
  title: string
  audience: Audience
  /** Whether everybody who was there when it was switched on has been reached. */
  isIntroduced: boolean
  /** Whether everybody has been reached since it was switched on or changed. */
  isSettled: boolean
  /** Whether it is switched on, and has not ended. */
  isOn: boolean
}

/** The condition that picks the turns that wait to be met. */
export const stillAsked = and(
  isNull(obligations.metOn),
  isNull(obligations.missedOn),
  isNull(obligations.endedOn),
)!

export const cadenceFields = {
  everyMonths: mandates.everyMonths,
  firstDueOn: mandates.firstDueOn,
  startsOn: mandates.startsOn,
  newHireDays: mandates.newHireDays,
  windowDays: mandates.windowDays,
  graceDays: mandates.graceDays,
} satisfies Record<keyof Cadence, unknown>

/** The mandates that are switched on, oldest first; with an id, that one alone, switched on or not. */
export async function listAsking(scope: Scope, id?: string): Promise<MandateInForce[]> {
  const rows = await scope.db
    .select({
      id: mandates.id,
      title: mandates.title,
      audience: mandates.audience,
      proof: mandates.proof,
      introducedAt: mandates.introducedAt,
      settledAt: mandates.settledAt,
      switchedOnAt: mandates.switchedOnAt,
      endedOn: mandates.endedOn,
      ...cadenceFields,
    })
    .from(mandates)
    .where(
      id ? eq(mandates.id, id) : and(isNotNull(mandates.switchedOnAt), isNull(mandates.endedOn)),
    )
    .orderBy(asc(mandates.createdAt), asc(mandates.id))
  if (rows.length === 0) return []
  const topics = await topicsOf(
    scope,
    rows.map((row) => row.id),
  )
  return rows.flatMap(({ introducedAt, settledAt, switchedOnAt, endedOn, ...row }) => {
    const { id: mandateId, title, audience, proof, ...cadence } = row
    const own = topics.get(mandateId) ?? []
    const isIntroduced = introducedAt !== null
    const isSettled = settledAt !== null
    const isOn = switchedOnAt !== null && endedOn === null
    return own.length > 0
      ? [
          {
            id: mandateId,
            title,
            audience,
            proof,
            isIntroduced,
            isSettled,
            isOn,
            cadence,
            topics: own,
          },
        ]
      : []
  })
}

async function topicsOf(scope: Scope, mandateIds: string[]) {
  const rows = await scope.db
    .select({
      id: mandateTopics.id,
      mandateId: mandateTopics.mandateId,
      kind: mandateTopics.kind,
      courseId: mandateTopics.courseId,
      achievementId: mandateTopics.achievementId,
      pathwayId: mandateTopics.pathwayId,
      competencies: mandateTopics.competencies,
      minutes: mandateTopics.minutes,
    })
    .from(mandateTopics)
    .where(inArray(mandateTopics.mandateId, mandateIds))
    .orderBy(asc(mandateTopics.position), asc(mandateTopics.id))
  const topics = rows.map(({ id, mandateId, ...ask }) => ({
    id,
    mandateId,
    ask: { ...emptyAsk(ask.kind), ...ask },
  }))
  return groupBy(topics, ({ mandateId }) => mandateId)
}
