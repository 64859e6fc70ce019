import {
  and,
  asc,
  contains,
  countWhere,
  eq,
  inArray,
  isNotNull,
  isNull,
  withoutCase,
} from '#db/query.server'
import { enrollments, pathways, pathwayVersions } from '#db/schema'
import type { PathwayStatus } from '#db/words'
import { pageOf, window } from '../listing'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { listAssignments } from './assignments.server'
import { requirePathway } from './building.server'
import { stepsOf } from './path'
import { findWaitingRequests } from './requests.server'
import { countBehind } from './following.server'
import { findDraft, findPublished, pathOf } from './versions.server'
import { getEnrolled, type EnrolledFilter } from './enrolled.server'

export type PathwayFilter = { status?: PathwayStatus; text?: string; page: number }

/**
 * A page of the district's pathways by title, with how many people are on each; and how many requests wait
 * for the actor.
 */
export async function listPathways(scope: Scope, filter: PathwayFilter) {
  authorize(scope.actor, 'pathway.view')
  const condition = and(
    filter.status && eq(pathways.status, filter.status),
    filter.text ? contains(pathways.title, filter.text) : undefined,
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select({ id: pathways.id, title: pathways.title, status: pathways.status })
      .from(pathways)
      .where(condition)
      .orderBy(asc(withoutCase(pathways.title)), asc(pathways.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(pathways, condition),
  ])
  const ids = rows.map(({ id }) => id)
  const mayAssign = can(scope.actor, 'pathway.assign')
  const [people, drafts] = await Promise.all([countPeople(scope, ids), withDraft(scope, ids)])
  return {
    pathways: pageOf(
      rows.map((row) => ({ ...row, ...people(row.id), hasDraft: drafts.has(row.id) })),
      total,
      filter.page,
    ),
    requestsWaiting: mayAssign ? (await findWaitingRequests(scope)).count : 0,
    can: { build: can(scope.actor, 'pathway.build'), assign: mayAssign },
  }
}

/**
 * A pathway as the builder shows it: the version that is being built, or else the one that holds, and
 * to whom it is assigned.
 *
 * @throws NotFound
 */
export async function getPathway(scope: Scope, id: string) {
  authorize(scope.actor, 'pathway.view')
  const pathway = await requirePathway(scope, id)
  const [draft, published] = await Promise.all([findDraft(scope, id), findPublished(scope, id)])
  const version = draft ?? published
  const isOpen = pathway.status !== 'retired' && can(scope.actor, 'pathway.build')
  const builds = isOpen && draft !== null
  const [path, people, assignments] = await Promise.all([
    version ? pathOf(scope, version.id) : null,
    countPeople(scope, [id]),
    listAssignments(scope, id),
  ])
  return {
    pathway: { ...pathway, ...people(id) },
    version: version && {
      number: version.number,
      requiredSteps: version.requiredSteps,
      ordered: version.ordered,
      changeNote: version.changeNote,
      isDraft: version.publishedAt === null,
    },
    publishedNumber: published?.number ?? null,
    /** How many have still to be taken to the published version; null when nobody is being taken. */
    following: pathway.followingStartedAt ? await countBehind(scope, id) : null,
    parts: path?.parts ?? [],
    steps: stepsOf(path?.parts ?? []),
    assignments,
    can: {
      edit: isOpen,
      build: builds,
      startDraft: isOpen && draft === null,
      discardDraft: builds && published !== null,
      assign: pathway.status === 'published' && can(scope.actor, 'pathway.assign'),
    },
  }
}

/** How far everybody on a pathway is. @throws NotFound */
export async function getPathwayProgress(scope: Scope, id: string, filter: EnrolledFilter) {
  authorize(scope.actor, 'pathway.view')
  const { title } = await requirePathway(scope, id)
  return { pathway: { id, title }, ...(await getEnrolled(scope, { pathwayId: id }, filter)) }
}

/** The pathways that are published, by title: what a step can ask for. */
export async function listPublished(scope: Scope) {
  authorize(scope.actor, 'pathway.view')
  return scope.db
    .select({ id: pathways.id, title: pathways.title })
    .from(pathways)
    .where(eq(pathways.status, 'published'))
    .orderBy(asc(withoutCase(pathways.title)), asc(pathways.id))
}

/** How many people are on each pathway: under way, and with a completion. */
async function countPeople(scope: Scope, pathwayIds: string[]) {
  const rows =
    pathwayIds.length === 0
      ? []
      : await scope.db
          .select({
            pathwayId: enrollments.pathwayId,
            open: countWhere(isNull(enrollments.completedOn)),
            completed: countWhere(isNotNull(enrollments.completedOn)),
          })
          .from(enrollments)
          .where(and(inArray(enrollments.pathwayId, pathwayIds), isNull(enrollments.endedOn)))
          .groupBy(enrollments.pathwayId)
  const byId = new Map(rows.map(({ pathwayId, ...counts }) => [pathwayId, counts]))
  return (id: string) => byId.get(id) ?? { open: 0, completed: 0 }
}

async function withDraft(scope: Scope, pathwayIds: string[]) {
  if (pathwayIds.length === 0) return new Set<string>()
  const rows = await scope.db
    .select({ pathwayId: pathwayVersions.pathwayId })
    .from(pathwayVersions)
    .where(and(inArray(pathwayVersions.pathwayId, pathwayIds), isNull(pathwayVersions.publishedAt)))
  return new Set(rows.map(({ pathwayId }) => pathwayId))
}
