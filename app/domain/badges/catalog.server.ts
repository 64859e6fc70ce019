import { asc, isNull } from '#db/query.server'
import { achievements } from '#db/schema'
import type { Scope } from '../scope.server'

const CHOICES = 500

export type Achievement = Awaited<ReturnType<typeof listAchievements>>[number]

/** The badges the district knows and has not retired, by title; at most 500. */
export async function listAchievements(scope: Scope) {
  return scope.db
    .select({ id: achievements.id, title: achievements.title, issuer: achievements.issuer })
    .from(achievements)
    .where(isNull(achievements.retiredAt))
    .orderBy(asc(achievements.title), asc(achievements.id))
    .limit(CHOICES)
}
