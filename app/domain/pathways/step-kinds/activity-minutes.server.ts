import { and, asc, eq, inArray } from '#db/query.server'
import { activities, activityCompetencies, submissions } from '#db/schema'
import { z } from 'zod'
import { strengthsAttached } from '../../evidence/queries.server'
import { parseMinutes } from '../../duration'
import { competencyName } from '../../frameworks/competency'
import { MAX_STEP_MINUTES } from './activity-minutes'
import { competenciesField } from './fields.server'
import { emptyAsk } from './index'
import {
  type Asked,
  heldBy,
  type KindOnServer,
  type MemberFact,
  plain,
  sent,
  toSteps,
  undecided,
  waitingOf,
} from './kind.server'

const minutes = z
  .string({ error: 'Say how many hours are asked for, such as 6.' })
  .transform((typed, context) => {
    const read = parseMinutes(typed)
    if (read !== null && read > 0 && read <= MAX_STEP_MINUTES) return read
    context.addIssue({ code: 'custom', message: 'Write hours like 6 or 1.5, at most 500.' })
    return z.NEVER
  })

const fields = z.object({
  kind: z.literal('activity_minutes'),
  competencies: competenciesField.min(1, 'Choose at least one competency.'),
  hours: minutes,
})

/** Hours: approved activities that name one of the competencies. */
export const activityMinutes: KindOnServer<typeof fields> = {
  fields,
  async read(_, { competencies, hours }) {
    return {
      ask: { ...emptyAsk('activity_minutes'), competencies, minutes: hours },
      title: competencyName(competencies[0]!),
    }
  },
  async facts(scope, memberIds, asked) {
    const rows = await scope.db
      .select({
        memberId: activities.memberId,
        id: activities.id,
        minutes: activities.minutes,
        startedOn: activities.startedOn,
        endedOn: activities.endedOn,
        competency: activityCompetencies.competency,
      })
      .from(activities)
      .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, activities.id))
      .where(and(isHeld(memberIds, asked), eq(activities.status, 'approved')))
    const byId = new Map<string, MemberFact>()
    for (const { id, memberId, minutes, startedOn, endedOn, competency } of rows) {
      const known = byId.get(id)
      if (known) known.competencies.push(competency)
      else {
        const on = endedOn ?? startedOn ?? scope.today
        const fact = { ...plain, id, memberId, on, kind: 'activity' as const }
        byId.set(id, { ...fact, minutes: minutes ?? 0, competencies: [competency] })
      }
    }
    return [...byId.values()]
  },
  holders: (scope, asked, memberIds) =>
    scope.db
      .selectDistinct({ memberId: activities.memberId })
      .from(activityCompetencies)
      .innerJoin(activities, eq(activities.id, activityCompetencies.activityId))
      .where(and(isHeld(memberIds, asked), eq(activities.status, 'approved'))),
  async pending(scope, asked) {
    const rows = await scope.db
      .select({
        ...sent,
        id: activities.id,
        title: activities.title,
        competency: activityCompetencies.competency,
      })
      .from(submissions)
      .innerJoin(activities, eq(activities.id, submissions.activityId))
      .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, activities.id))
      .where(and(waitingOf(scope), inArray(activityCompetencies.competency, competenciesOf(asked))))
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
    const waiting = rows.map((row) => ({ ...row, ...undecided, kind: 'activity' as const }))
    const pairs = toSteps(asked, waiting, (ask, row) => ask.competencies.includes(row.competency))
    return [...new Map(pairs.map((pair) => [`${pair[0]}/${pair[1].id}`, pair])).values()]
  },
  counting: (scope, ids) =>
    scope.db
      .select({ id: activities.id })
      .from(activities)
      .where(and(inArray(activities.id, ids), eq(activities.status, 'approved'))),
  proofs: (scope, ids) => strengthsAttached(scope, 'activityId', ids),
  titles: (scope, ids) =>
    scope.db
      .select({ id: activities.id, title: activities.title })
      .from(activities)
      .where(inArray(activities.id, ids)),
}

const isHeld = (memberIds: string[] | null, asked: Asked[]) =>
  heldBy(memberIds, activities.memberId, activityCompetencies.competency, competenciesOf(asked))

const competenciesOf = (asked: Asked[]) => [
  ...new Set(asked.flatMap(({ ask }) => ask.competencies)),
]
