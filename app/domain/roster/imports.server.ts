import { and, desc, eq, isNotNull } from '#db/query.server'
import { members, rosterImports } from '#db/schema'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { asksForFile } from './answering'
import { INTERRUPTED, standingOf } from './import'
import type { RosterPreview } from './preview'
import { rejectionsCsv } from './rejections-csv.server'
import type { RejectedRow, Roster } from './roster'

const fields = {
  id: rosterImports.id,
  fileName: rosterImports.fileName,
  status: rosterImports.status,
  done: rosterImports.done,
  total: rosterImports.total,
  outcome: rosterImports.outcome,
  failure: rosterImports.failure,
  createdAt: rosterImports.createdAt,
  appliedAt: rosterImports.appliedAt,
  givenName: members.givenName,
  familyName: members.familyName,
}

/** The imports of the district, newest first. @throws Forbidden */
export async function listImports(scope: Scope, page = 1) {
  authorize(scope.actor, 'roster.import')
  const rows = await scope.db
    .select(fields)
    .from(rosterImports)
    .leftJoin(members, eq(members.id, rosterImports.uploadedById))
    .orderBy(desc(rosterImports.createdAt), desc(rosterImports.id))
    .limit(window(page).limit)
    .offset(window(page).offset)
  const kept = await listKept(scope)
  const imports = rows.map((row) => {
    const { outcome, ...shown } = shownOf(row, kept.has(row.id), scope.now)
    return { ...shown, counts: outcome && countsOf(outcome) }
  })
  return pageOf(imports, await scope.db.count(rosterImports), page)
}

/**
 * One import, with what it would change or has changed.
 *
 * @throws Forbidden · NotFound
 */
export async function getImport(scope: Scope, id: string) {
  authorize(scope.actor, 'roster.import')
  const [row] = await scope.db
    .select(fields)
    .from(rosterImports)
    .leftJoin(members, eq(members.id, rosterImports.uploadedById))
    .where(eq(rosterImports.id, id))
  if (!row) throw new NotFound('No import.')
  const kept = await listKept(scope, id)
  return {
    ...shownOf(row, kept.has(id), scope.now),
    rejectedFiles: await filesWithRejections(scope, id),
  }
}

/** The staff that an import has read and what it would change, or null when it is not kept any more. */
export async function findRead(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({ roster: rosterImports.roster, outcome: rosterImports.outcome })
    .from(rosterImports)
    .where(eq(rosterImports.id, id))
  if (!row?.roster || !row.outcome) return null
  return { roster: row.roster as Roster, outcome: row.outcome as RosterPreview }
}

/**
 * The rejected rows of one file of an import, with the reasons, as CSV.
 *
 * @throws Forbidden
 * @throws NotFound when the import has no such file, or none of its rows was rejected
 */
export async function getRejections(scope: Scope, id: string, file: string | undefined) {
  authorize(scope.actor, 'roster.import')
  const files = rejectionsCsv(await rejectedOf(scope, id))
  const found = file === undefined ? files[0] : files.find((rejections) => rejections.file === file)
  if (!found) throw new NotFound('No rejected rows.')
  return found
}

/**
 * What is asked when a file is handed in: the questions of an earlier reading that can only be answered
 * together with the file.
 *
 * @throws Forbidden
 */
export async function openUpload(scope: Scope, afterId: string | undefined) {
  authorize(scope.actor, 'roster.import')
  const before = afterId ? await getImport(scope, afterId) : null
  return {
    fileName: before?.fileName ?? null,
    questions: before?.outcome?.questions.filter(asksForFile) ?? [],
  }
}

type Row = {
  status: Parameters<typeof standingOf>[0]['status']
  outcome: unknown
  failure: string | null
  createdAt: Date
  appliedAt: Date | null
  givenName: string | null
  familyName: string | null
}

function shownOf<R extends Row>(row: R, hasRoster: boolean, now: Date) {
  const { givenName, familyName, status: _status, outcome, failure, ...rest } = row
  const standing = standingOf(row, hasRoster, now)
  return {
    ...rest,
    standing,
    outcome: outcome as RosterPreview | null,
    failure: standing === 'failed' ? (failure ?? INTERRUPTED) : failure,
    by: familyName === null ? null : fullName({ givenName: givenName ?? '', familyName }),
  }
}

/** The imports whose staff is kept, without reading it. */
async function listKept(scope: Scope, id?: string) {
  const rows = await scope.db
    .select({ id: rosterImports.id })
    .from(rosterImports)
    .where(and(isNotNull(rosterImports.roster), id ? eq(rosterImports.id, id) : undefined))
  return new Set(rows.map((row) => row.id))
}

function countsOf({ organizations, members: people, affiliations, rejectedCount }: RosterPreview) {
  return { organizations, members: people, affiliations, rejected: rejectedCount }
}

async function rejectedOf(scope: Scope, id: string): Promise<RejectedRow[]> {
  const [row] = await scope.db
    .select({ rejected: rosterImports.rejected })
    .from(rosterImports)
    .where(eq(rosterImports.id, id))
  return (row?.rejected as RejectedRow[] | null | undefined) ?? []
}

async function filesWithRejections(scope: Scope, id: string) {
  const rejected = await rejectedOf(scope, id)
  const files = new Set(rejected.map(({ file }) => file))
  return [...files].map((file) => ({
    file,
    rows: new Set(rejected.flatMap((row) => (row.file === file ? [row.row] : []))).size,
  }))
}
