import { and, asc, contains, desc, eq, inArray, isNull, orElse } from '#db/query.server'
import { activities, affiliations, courses, enrollments, members, pathways } from '#db/schema'
import { hasWord } from './members/listing.server'
import { holdsOn } from './people/actor.server'
import { fold, fullName } from './people/name'
import { can } from './policy'
import type { Scope } from './scope.server'
import { FOUND_AT_MOST } from './search'

const MAX_WORDS = 5

/**
 * What the actor may find by a few words: people by name or address, their own activities, the catalog
 * and the published pathways by title. Each kind at most `FOUND_AT_MOST` rows.
 */
export async function search(scope: Scope, text: string) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  if (words.length === 0) return { people: [], activities: [], courses: [], pathways: [] }
  const [people, ownActivities, catalog, published] = await Promise.all([
    findPeople(scope, words),
    findActivities(scope, words),
    findCourses(scope, words),
    findPathways(scope, words),
  ])
  return { people, activities: ownActivities, courses: catalog, pathways: published }
}

export type Found = Awaited<ReturnType<typeof search>>

/** Everybody for those who see the whole district, one's own staff for a principal. */
async function findPeople(scope: Scope, words: string[]) {
  const { actor, today } = scope
  const seesAll = can(actor, 'people.list')
  if (!seesAll && actor.supervises.length === 0) return []
  const staff = scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(and(inArray(affiliations.organizationId, actor.supervises), holdsOn(today)))
  const rows = await scope.db
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
    })
    .from(members)
    .where(
      and(
        ...words.map((word) => hasWord(fold(word))),
        seesAll ? undefined : inArray(members.id, staff),
      ),
    )
    .orderBy(asc(members.sortName), asc(members.id))
    .limit(FOUND_AT_MOST)
  return rows.map(({ id, email, ...named }) => ({ id, email, name: fullName(named) }))
}

async function findActivities(scope: Scope, words: string[]) {
  return scope.db
    .select({ id: activities.id, title: activities.title, startedOn: activities.startedOn })
    .from(activities)
    .where(
      and(
        eq(activities.memberId, scope.actor.id),
        ...words.map((word) => contains(activities.title, word)),
      ),
    )
    .orderBy(desc(orElse(activities.startedOn, '9999-12-31')), desc(activities.id))
    .limit(FOUND_AT_MOST)
}

async function findCourses(scope: Scope, words: string[]) {
  return scope.db
    .select({ id: courses.id, title: courses.title, provider: courses.provider })
    .from(courses)
    .where(and(isNull(courses.retiredAt), ...words.map((word) => contains(courses.title, word))))
    .orderBy(asc(courses.title), asc(courses.id))
    .limit(FOUND_AT_MOST)
}

/** The published pathways, with the actor's own enrollment where there is one. */
async function findPathways(scope: Scope, words: string[]) {
  return scope.db
    .select({ id: pathways.id, title: pathways.title, enrollmentId: enrollments.id })
    .from(pathways)
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.pathwayId, pathways.id),
        eq(enrollments.memberId, scope.actor.id),
        isNull(enrollments.endedOn),
      )!,
    )
    .where(
      and(eq(pathways.status, 'published'), ...words.map((word) => contains(pathways.title, word))),
    )
    .orderBy(asc(pathways.title), asc(pathways.id))
    .limit(FOUND_AT_MOST)
}
