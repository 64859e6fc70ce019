import { and, asc, desc, eq, inArray, isNotNull } from '#db/query.server'
import { members, pathwayComments, pathwaySteps, pathwayVersions } from '#db/schema'
import { groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { requirePathway } from '../pathways/building.server'
import { fullName } from '../people/name'
import { namesOf } from '../people/named.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import type { Comment } from './comment'

/** What was said about some versions, by the version, oldest first. The caller has decided who may see it. */
export async function commentsOf(scope: Scope, versionIds: string[]) {
  const rows = await scope.db
    .select({
      id: pathwayComments.id,
      versionId: pathwayComments.versionId,
      memberId: pathwayComments.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      text: pathwayComments.text,
      at: pathwayComments.writtenAt,
      stepKey: pathwayComments.stepKey,
      stepTitle: pathwayComments.stepTitle,
      takenBackAt: pathwayComments.takenBackAt,
      settledAt: pathwayComments.settledAt,
      settledById: pathwayComments.settledById,
    })
    .from(pathwayComments)
    .innerJoin(members, eq(members.id, pathwayComments.memberId))
    .where(inArray(pathwayComments.versionId, versionIds))
    .orderBy(asc(pathwayComments.writtenAt), asc(pathwayComments.id))
  const [titleOf, names] = await Promise.all([
    titlesIn(scope, rows.length > 0 ? versionIds : []),
    namesOf(
      scope,
      rows.flatMap(({ settledById }) => settledById ?? []),
    ),
  ])
  const comments = rows.map((row) => {
    const title = row.stepKey && titleOf(row.versionId, row.stepKey)
    const comment: Comment = {
      id: row.id,
      memberId: row.memberId,
      by: fullName(row),
      at: row.at,
      text: row.takenBackAt ? '' : row.text,
      step: row.stepKey
        ? { key: row.stepKey, title: title || (row.stepTitle ?? ''), isThere: Boolean(title) }
        : null,
      isTakenBack: row.takenBackAt !== null,
      settled:
        row.settledAt && row.settledById
          ? { by: names.get(row.settledById) ?? '', at: row.settledAt }
          : null,
      isOwn: row.takenBackAt === null && can(scope.actor, 'comment.take_back', row),
    }
    return { versionId: row.versionId, comment }
  })
  const byVersion = groupBy(comments, ({ versionId }) => versionId)
  return (versionId: string) => (byVersion.get(versionId) ?? []).map(({ comment }) => comment)
}

/**
 * A page of the published versions of a pathway, the newest first: when and by whom each was published, what was
 * different, and what was said about it before.
 *
 * @throws NotFound · Forbidden
 */
export async function listVersions(scope: Scope, pathwayId: string, page: number) {
  authorize(scope.actor, 'pathway.view')
  const { id, title } = await requirePathway(scope, pathwayId)
  const rows = await scope.db
    .select({
      id: pathwayVersions.id,
      number: pathwayVersions.number,
      changeNote: pathwayVersions.changeNote,
      publishedAt: pathwayVersions.publishedAt,
      publishedById: pathwayVersions.publishedById,
    })
    .from(pathwayVersions)
    .where(and(eq(pathwayVersions.pathwayId, id), isNotNull(pathwayVersions.publishedAt)))
    .orderBy(desc(pathwayVersions.number))
    .limit(window(page).limit)
    .offset(window(page).offset)
  const [comments, names, total] = await Promise.all([
    commentsOf(
      scope,
      rows.map((row) => row.id),
    ),
    namesOf(
      scope,
      rows.flatMap(({ publishedById }) => publishedById ?? []),
    ),
    scope.db.count(
      pathwayVersions,
      and(eq(pathwayVersions.pathwayId, id), isNotNull(pathwayVersions.publishedAt)),
    ),
  ])
  const versions = rows.map(({ publishedById, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt!,
    publishedBy: names.get(publishedById ?? '') ?? null,
    comments: comments(row.id),
  }))
  return { pathway: { id, title }, versions: pageOf(versions, total, page) }
}

async function titlesIn(scope: Scope, versionIds: string[]) {
  const rows =
    versionIds.length === 0
      ? []
      : await scope.db
          .select({
            versionId: pathwaySteps.versionId,
            stepKey: pathwaySteps.stepKey,
            title: pathwaySteps.title,
          })
          .from(pathwaySteps)
          .where(inArray(pathwaySteps.versionId, versionIds))
  const titles = new Map(rows.map((row) => [`${row.versionId} ${row.stepKey}`, row.title]))
  return (versionId: string, stepKey: string) => titles.get(`${versionId} ${stepKey}`)
}
