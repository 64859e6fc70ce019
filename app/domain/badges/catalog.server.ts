import { and, asc, contains, isNotNull, isNull, withoutCase } from '#db/query.server'
import { achievements } from '#db/schema'
import { pageOf, window } from '../listing'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'

const CHOICES = 500

export type Achievement = Awaited<ReturnType<typeof listAchievements>>[number]

const fields = { id: achievements.id, title: achievements.title, issuer: achievements.issuer }

/** The badges the district knows and has not retired, by title, to choose from; at most 500. */
export async function listAchievements(scope: Scope) {
  return scope.db
    .select(fields)
    .from(achievements)
    .where(isNull(achievements.retiredAt))
    .orderBy(asc(withoutCase(achievements.title)), asc(achievements.id))
    .limit(CHOICES)
}

/** A page of the catalog's badges by title, those in use or those that are retired. */
export async function listCatalogAchievements(
  scope: Scope,
  filter: { text?: string; isRetired: boolean; page: number },
) {
  authorize(scope.actor, 'catalog.edit')
  const condition = and(
    filter.isRetired ? isNotNull(achievements.retiredAt) : isNull(achievements.retiredAt),
    filter.text ? contains(achievements.title, filter.text) : undefined,
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(achievements)
      .where(condition)
      .orderBy(asc(withoutCase(achievements.title)), asc(achievements.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(achievements, condition),
  ])
  return pageOf(rows, total, filter.page)
}
