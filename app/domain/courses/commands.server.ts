import { newId } from '#db/id'
import { and, eq, isNull, ne } from '#db/query.server'
import { courses } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { findPathwayAsking } from '../pathways/asking.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { CourseInput } from './inputs.server'

/**
 * Adds a course to the catalog, or changes one. What was completed before keeps the title it had.
 *
 * @throws NotFound when the course to change is not there
 * @throws Invalid when the catalog has a course of that title and provider
 */
export async function saveCourse(scope: WriteScope, input: CourseInput) {
  authorize(scope.actor, 'catalog.edit')
  const { id, title, provider, hours } = input
  const values = { title, provider: provider ?? null, minutes: hours ?? null }
  await refuseDouble(scope, values, id)
  if (!id) return addCourse(scope, values)
  const changed = await scope.db
    .update(courses)
    .set(values)
    .where(eq(courses.id, id))
    .returning({ id: courses.id })
  if (changed.length === 0) throw new NotFound('No course.')
  await scope.record('course.edited', id)
  return { id }
}

/**
 * Takes a course out of the catalog. What was completed stays.
 *
 * @throws NotFound
 * @throws Conflict when a pathway in use asks for it
 */
export async function retireCourse(scope: WriteScope, id: string) {
  authorize(scope.actor, 'catalog.edit')
  const [course] = await scope.db
    .select({ title: courses.title })
    .from(courses)
    .where(and(eq(courses.id, id), isNull(courses.retiredAt)))
  if (!course) throw new NotFound('No course.')
  const pathway = await findPathwayAsking(scope, { courseId: id })
  if (pathway) {
    throw new Conflict(
      `“${course.title}” is a step of the pathway “${pathway}”. Take it out of the pathway first.`,
    )
  }
  await scope.db.update(courses).set({ retiredAt: scope.now }).where(eq(courses.id, id))
  await scope.record('course.retired', id)
  return course
}

async function addCourse(
  scope: WriteScope,
  values: { title: string; provider: string | null; minutes: number | null },
) {
  const id = newId()
  await scope.db.insert(courses).values({ id, ...values, createdAt: scope.now })
  await scope.record('course.added', id)
  return { id }
}

async function refuseDouble(
  scope: Scope,
  { title, provider }: { title: string; provider: string | null },
  id: string | undefined,
) {
  const same = await scope.db.count(
    courses,
    and(
      eq(courses.title, title),
      provider === null ? isNull(courses.provider) : eq(courses.provider, provider),
      isNull(courses.retiredAt),
      id ? ne(courses.id, id) : undefined,
    ),
  )
  if (same > 0) throw new Invalid('title', 'The catalog has a course of this title already.')
}
