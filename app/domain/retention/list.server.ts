import {
  and,
  asc,
  between,
  count,
  countDistinct,
  desc,
  inArray,
  sumOf,
  isNotNull,
  orElse,
} from '#db/query.server'
import { evidence } from '#db/schema'
import { addMonths } from '../calendar'
import { isHeld } from '../holds/holds.server'
import { pageOf, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
import { namesOf } from '../people/named.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { isDue, isPast } from './destroying.server'
import { type EvidenceFile, isKeptFile, keepingsOf, selectFiles, titleOf } from './files.server'
import { FILE_STANDINGS, type FileStanding } from './retention'

const MONTHS_AHEAD = 12

/**
 * A page of the evidence files that are due, that a legal hold keeps, that come due within a year, or that
 * were destroyed: the first due first, the last destroyed first.
 *
 * @throws Forbidden
 */
export async function listFiles(
  scope: Scope,
  { standing, page }: { standing: FileStanding; page: number },
) {
  authorize(scope.actor, 'retention.view')
  const { offset, limit } = window(page)
  const [rows, counts] = await Promise.all([
    selectFiles(scope)
      .where(conditionOf(scope, standing))
      .orderBy(...orderOf(standing))
      .limit(limit)
      .offset(offset),
    countFiles(scope),
  ])
  return {
    ...pageOf(await shown(scope, rows), counts[standing], page),
    counts,
    can: { destroy: can(scope.actor, 'retention.edit') && counts.due > 0 },
  }
}

/** All files of one standing, in the order of the page, for a table to save. @throws Forbidden */
export async function listAllFiles(scope: Scope, standing: FileStanding) {
  authorize(scope.actor, 'retention.view')
  const all = await scope.db
    .select({ id: evidence.id, memberId: evidence.memberId })
    .from(evidence)
    .where(conditionOf(scope, standing))
    .orderBy(...orderOf(standing))
  const list = longListById(all, async (ids) =>
    shown(scope, await selectFiles(scope).where(inArray(evidence.id, ids))),
  )
  return { ...list, memberIds: ownersOf(all) }
}

export type ListedFile = Awaited<ReturnType<typeof shown>>[number]

/** What would be destroyed: how many files of how many people, and their bytes. @throws Forbidden */
export async function openDestruction(scope: Scope) {
  authorize(scope.actor, 'retention.edit')
  const [sums] = await scope.db
    .select({
      files: count(),
      people: countDistinct(evidence.memberId),
      bytes: sumOf(evidence.bytes),
    })
    .from(evidence)
    .where(isDue(scope))
  return sums!
}

/** How many files there are of each standing. The caller has authorized. */
export async function countFiles(scope: Scope): Promise<Record<FileStanding, number>> {
  const [due, held, coming, destroyed] = await Promise.all(
    FILE_STANDINGS.map((standing) => scope.db.count(evidence, conditionOf(scope, standing))),
  )
  return { due: due!, held: held!, coming: coming!, destroyed: destroyed! }
}

function conditionOf(scope: Scope, standing: FileStanding) {
  const { today } = scope
  switch (standing) {
    case 'due':
      return isDue(scope)
    case 'held':
      return and(isPast(scope), isHeld(scope, evidence))
    case 'coming':
      return and(isKeptFile, between(evidence.keptUntil, today, addMonths(today, MONTHS_AHEAD)))
    case 'destroyed':
      return isNotNull(evidence.destroyedOn)
  }
}

const orderOf = (standing: FileStanding) =>
  standing === 'destroyed'
    ? [desc(orElse(evidence.destroyedOn, '0001-01-01')), desc(evidence.id)]
    : [asc(orElse(evidence.keptUntil, '0001-01-01')), asc(evidence.id)]

async function shown(scope: Scope, files: EvidenceFile[]) {
  if (files.length === 0) return []
  const [keepings, names] = await Promise.all([
    keepingsOf(scope, files),
    namesOf(
      scope,
      files.map(({ memberId }) => memberId),
    ),
  ])
  return files.map((file) => {
    const { id, memberId, name, bytes, sha256, keptUntil, destroyedOn } = file
    const { because } = keepings.get(id)!
    return {
      id,
      memberId,
      person: names.get(memberId) ?? '',
      title: titleOf(file),
      name,
      bytes: bytes ?? 0,
      sha256: sha256 ?? '',
      keptUntil,
      destroyedOn,
      because,
    }
  })
}
