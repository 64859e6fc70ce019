import { and, eq, ne } from '#db/query.server'
import { completions, courses } from '#db/schema'
import { addMonths } from '../calendar'
import { Invalid } from '../errors'
import { requireOrganizationOn } from '../people/affiliations.server'
import { fold } from '../people/name'
import type { Scope } from '../scope.server'
import { MAX_COURSE_MINUTES, MAX_YEARS_AGO } from './completion'
import type { CompletionInput } from './inputs.server'

/**
 * What is to be stored of a finished course: what was typed, filled from the catalog where it was
 * left empty, with the organization it was earned under.
 *
 * @throws Invalid when it is still to come, cannot be that long, is in the record already, or the
 * course chosen is not the one typed
 */
export async function resolveCompletion(scope: Scope, input: CompletionInput) {
  const course = input.courseId ? await findCourse(scope, input.courseId) : null
  if (course && input.title && fold(input.title) !== fold(course.title)) {
    throw new Invalid(
      'title',
      `You chose “${course.title}” from the catalog and typed another title. Empty one of the two.`,
    )
  }
  const values = {
    courseId: course?.id ?? null,
    title: course?.title ?? input.title ?? '',
    provider: input.provider ?? course?.provider ?? null,
    completedOn: input.completedOn,
    minutes: hoursOf(input.hours ?? course?.minutes ?? null),
    kind: input.kind ?? null,
  }
  checkDay(scope, values.completedOn)
  await refuseTwice(scope, input.id, values)
  const organizationId = await requireOrganizationOn(
    scope,
    scope.actor.id,
    values.completedOn,
    'completedOn',
  )
  return { ...values, organizationId }
}

async function findCourse(scope: Scope, id: string) {
  const [course] = await scope.db
    .select({
      id: courses.id,
      title: courses.title,
      provider: courses.provider,
      minutes: courses.minutes,
    })
    .from(courses)
    .where(eq(courses.id, id))
  if (!course) {
    throw new Invalid('courseId', 'That course is not in the catalog. Type its title instead.')
  }
  return course
}

function hoursOf(minutes: number | null) {
  if (minutes === null) {
    throw new Invalid('hours', 'The catalog does not say how long it takes. Type the hours.')
  }
  if (minutes > MAX_COURSE_MINUTES) {
    throw new Invalid(
      'hours',
      `A course can have at most ${(MAX_COURSE_MINUTES / 60).toLocaleString('en-US')} hours. Check the number.`,
    )
  }
  return minutes
}

function checkDay(scope: Scope, day: string) {
  if (day > scope.today) {
    throw new Invalid('completedOn', 'That day is still to come. Record it once you have finished.')
  }
  if (day < addMonths(scope.today, -12 * MAX_YEARS_AGO)) {
    throw new Invalid('completedOn', 'That is very long ago. Check the year.')
  }
}

async function refuseTwice(
  scope: Scope,
  id: string,
  given: { title: string; courseId: string | null; completedOn: string },
) {
  const sameDay = await scope.db
    .select({ id: completions.id, title: completions.title, courseId: completions.courseId })
    .from(completions)
    .where(
      and(
        eq(completions.memberId, scope.actor.id),
        eq(completions.completedOn, given.completedOn),
        ne(completions.id, id),
        ne(completions.status, 'denied'),
      ),
    )
  const same = sameDay.find(
    ({ title, courseId }) =>
      fold(title) === fold(given.title) || (courseId !== null && courseId === given.courseId),
  )
  if (!same) return
  throw new Invalid(
    'title',
    `“${same.title}” of that day is in your record already. Open that one, or change the day.`,
    same.id,
  )
}
