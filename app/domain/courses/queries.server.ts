import { and, asc, contains, isNotNull, isNull, withoutCase } from '#db/query.server'
import { courses } from '#db/schema'
import { pageOf, window } from '../listing'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'

const CHOICES = 500

export type Course = Awaited<ReturnType<typeof listCourses>>[number]

const fields = {
  id: courses.id,
  title: courses.title,
  provider: courses.provider,
  minutes: courses.minutes,
}

/** The courses of the catalog that are not retired, by title, to choose from; at most 500. */
export async function listCourses(scope: Scope) {
  return scope.db
    .select(fields)
    .from(courses)
    .where(isNull(courses.retiredAt))
    .orderBy(asc(withoutCase(courses.title)), asc(courses.id))
    .limit(CHOICES)
}

/** A page of the catalog's courses by title, those in use or those that are retired. */
export async function listCatalogCourses(
  scope: Scope,
  filter: { text?: string; isRetired: boolean; page: number },
) {
  authorize(scope.actor, 'catalog.edit')
  const condition = and(
    filter.isRetired ? isNotNull(courses.retiredAt) : isNull(courses.retiredAt),
    filter.text ? contains(courses.title, filter.text) : undefined,
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(courses)
      .where(condition)
      .orderBy(asc(withoutCase(courses.title)), asc(courses.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(courses, condition),
  ])
  return pageOf(rows, total, filter.page)
}
