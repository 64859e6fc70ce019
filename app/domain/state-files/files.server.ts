import { createHash } from 'node:crypto'
import { asc, desc, eq, sliceOf } from '#db/query.server'
import { stateFileRefusals, stateFileRows, stateFiles } from '#db/schema'
import { dayIn } from '../calendar'
import type { LongCsv } from '../csv.server'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { namesOf } from '../people/named.server'
import { STATES } from '../people/states'
import { authorize, can } from '../policy'
import { noteListed } from '../record/opening.server'
import type { Scope, WriteScope } from '../scope.server'
import { periodInWords } from './period'

const fields = {
  id: stateFiles.id,
  number: stateFiles.number,
  first: stateFiles.firstOn,
  last: stateFiles.lastOn,
  size: stateFiles.size,
  sha256: stateFiles.sha256,
  madeAt: stateFiles.madeAt,
  madeById: stateFiles.madeById,
  refusedAt: stateFileRefusals.refusedAt,
  refusedById: stateFileRefusals.refusedById,
  reason: stateFileRefusals.reason,
}

const selectFiles = (scope: Scope) =>
  scope.db
    .select(fields)
    .from(stateFiles)
    .leftJoin(stateFileRefusals, eq(stateFileRefusals.fileId, stateFiles.id))

type FileRow = Awaited<ReturnType<typeof selectFiles>>[number]

/** A page of the files that were made, the latest first. @throws Forbidden */
export async function listStateFiles(scope: Scope, page: number) {
  authorize(scope.actor, 'state_file.view')
  const { limit, offset } = window(page)
  const [rows, total] = await Promise.all([
    selectFiles(scope)
      .where(undefined)
      .orderBy(desc(stateFiles.number))
      .limit(limit)
      .offset(offset),
    scope.db.count(stateFiles),
  ])
  return pageOf(await shown(scope, rows), total, page)
}

/**
 * A file with a page of its rows: what was told about whom. State numbers are for those who may see them.
 *
 * @throws Forbidden · NotFound
 */
export async function openStateFile(scope: Scope, id: string, page: number) {
  const [file] = await shown(scope, [await requireFile(scope, id)])
  const { limit, offset } = window(page)
  const rows = await scope.db
    .select({
      id: stateFileRows.id,
      kind: stateFileRows.kind,
      memberId: stateFileRows.memberId,
      stateNumber: stateFileRows.stateNumber,
      familyName: stateFileRows.familyName,
      givenName: stateFileRows.givenName,
      schoolNumber: stateFileRows.schoolNumber,
      schoolName: stateFileRows.schoolName,
      activities: stateFileRows.activities,
      minutes: stateFileRows.minutes,
      previousMinutes: stateFileRows.previousMinutes,
    })
    .from(stateFileRows)
    .where(eq(stateFileRows.fileId, id))
    .orderBy(asc(stateFileRows.position))
    .limit(limit)
    .offset(offset)
  return {
    file: file!,
    rows: pageOf(
      rows.map(({ stateNumber, ...row }) => ({
        ...row,
        name: fullName(row),
        stateNumber: can(scope.actor, 'license.number', row) ? stateNumber : null,
      })),
      file!.size,
      page,
    ),
    stateName: STATES[scope.district.state] ?? scope.district.state,
    can: {
      download: can(scope.actor, 'state_file.make'),
      refuse: can(scope.actor, 'state_file.make') && file!.refused === null,
    },
  }
}

/**
 * Takes a file. That somebody did is recorded, for it has the state numbers in it, and whoever is in it reads
 * so in their record.
 *
 * @returns what `readStateFile` reads
 * @throws Forbidden · NotFound
 */
export async function downloadStateFile(scope: WriteScope, id: string) {
  authorize(scope.actor, 'state_file.make')
  const [file] = await scope.db
    .select({
      id: stateFiles.id,
      number: stateFiles.number,
      size: stateFiles.size,
      sha256: stateFiles.sha256,
      first: stateFiles.firstOn,
      last: stateFiles.lastOn,
    })
    .from(stateFiles)
    .where(eq(stateFiles.id, id))
  if (!file) throw new NotFound('No state file.')
  await scope.record('state_file.downloaded', id, { sha256: file.sha256 })
  const told = await scope.db
    .selectDistinct({ memberId: stateFileRows.memberId })
    .from(stateFileRows)
    .where(eq(stateFileRows.fileId, id))
  await noteListed(
    scope,
    told.map(({ memberId }) => memberId),
  )
  return file
}

type Taken = { id: string; size: number; sha256: string }

/** A file that was taken, byte by byte as it was made, and piece by piece. @throws Forbidden */
export async function readStateFile(scope: Scope, file: Taken): Promise<LongCsv> {
  authorize(scope.actor, 'state_file.make')
  return { rows: file.size, pieces: piecesOf(scope, file) }
}

const CHARACTERS_AT_ONCE = 250_000

/** What is not the text that the hash is of has no end, so that nobody takes it for the file. */
async function* piecesOf({ db }: Scope, { id, sha256 }: Taken) {
  const hash = createHash('sha256')
  for (let from = 1; ; from += CHARACTERS_AT_ONCE) {
    const [slice] = await db
      .select({ text: sliceOf(stateFiles.content, from, CHARACTERS_AT_ONCE) })
      .from(stateFiles)
      .where(eq(stateFiles.id, id))
    if (!slice?.text) break
    hash.update(slice.text)
    yield slice.text
  }
  if (hash.digest('hex') !== sha256) throw new Error(`State file ${id} is not as it was made.`)
}

/** A file without its content. @throws Forbidden · NotFound */
export async function requireFile(scope: Scope, id: string) {
  authorize(scope.actor, 'state_file.view')
  const [file] = await selectFiles(scope).where(eq(stateFiles.id, id))
  if (!file) throw new NotFound('No state file.')
  return file
}

async function shown(scope: Scope, rows: FileRow[]) {
  const { timeZone, schoolYearStartsOn } = scope.district
  const ids = rows.flatMap(({ madeById, refusedById }) => [madeById, refusedById ?? madeById])
  const names = await namesOf(scope, ids)
  return rows.map(({ madeById, madeAt, refusedAt, refusedById, reason, ...file }) => ({
    ...file,
    periodName: periodInWords(file, schoolYearStartsOn),
    madeBy: names.get(madeById) ?? '',
    madeOn: dayIn(timeZone, madeAt),
    refused:
      refusedAt && refusedById
        ? { on: dayIn(timeZone, refusedAt), by: names.get(refusedById) ?? '', reason: reason ?? '' }
        : null,
  }))
}

export type ListedStateFile = Awaited<ReturnType<typeof shown>>[number]
