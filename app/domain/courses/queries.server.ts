import { asc, isNull } from '#db/query.server'
import { courses } from '#db/schema'
import type { Scope } from '../scope.server'

const CHOICES = 500

export type Course = Awaited<ReturnType<typeof listCourses>>[number]

/** The courses of the district's catalog that are not retired, by title; at most 500. */
export async function listCourses(scope: Scope) {
  return scope.db
    .select({
      id: courses.id,
      title: courses.title,
      provider: courses.provider,
      minutes: courses.minutes,
    })
    .from(courses)
    .where(isNull(courses.retiredAt))
    .orderBy(asc(courses.title), asc(courses.id))
    .limit(CHOICES)
}
