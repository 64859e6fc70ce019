import { newId } from '#db/id'
import { and, desc, eq, isNull } from '#db/query.server'
import { members, recordImports } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { fold, fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { bringLicenses, bringRows } from './bringing.server'
import { comingLicenses, newRows } from './here.server'
import { HOURS_TO_APPLY } from './limits'
import type { ReadPackage } from './reading.server'

/** What came of a package. */
export type ImportOutcome = {
  from: string
  rows: number
  files: number
  licenses: number
  cycles: number
}

export type ImportChoices = {
  /** Whether licenses and cycles come along. */
  licenses: boolean
  /** The educator says that the package is about them, where the names differ. */
  isMine: boolean
}

/** Whether the actor may bring a record. @throws Forbidden */
export async function openImport(scope: Scope) {
  authorize(scope.actor, 'record.import')
  const rows = await scope.db
    .select({
      id: recordImports.id,
      fileName: recordImports.fileName,
      outcome: recordImports.outcome,
      appliedAt: recordImports.appliedAt,
    })
    .from(recordImports)
    .where(eq(recordImports.memberId, scope.actor.id))
    .orderBy(desc(recordImports.createdAt), desc(recordImports.id))
    .limit(50)
  return rows.flatMap(({ outcome, appliedAt, ...row }) =>
    appliedAt ? [{ ...row, appliedAt, outcome: outcome as ImportOutcome }] : [],
  )
}

/**
 * Keeps what was read of a package until its owner has looked at it, instead of an earlier one that was
 * not brought.
 *
 * @returns the id of the import
 * @throws Forbidden
 */
export async function keepRead(scope: WriteScope, fileName: string, read: ReadPackage) {
  authorize(scope.actor, 'record.import')
  await scope.db
    .delete(recordImports)
    .where(and(eq(recordImports.memberId, scope.actor.id), isNull(recordImports.appliedAt)))
  const id = newId()
  await scope.db.insert(recordImports).values({
    id,
    memberId: scope.actor.id,
    fileName,
    content: read,
    createdAt: scope.now,
  })
  await scope.record('record.package_uploaded', id, { from: read.from.slug })
  return id
}

export type ImportPreview = Awaited<ReturnType<typeof previewImport>>

/**
 * What a package would bring, and what not and why.
 *
 * @throws Forbidden
 * @throws NotFound when the actor has handed in no such package
 */
export async function previewImport(scope: Scope, id: string) {
  authorize(scope.actor, 'record.import')
  const row = await findImport(scope, id)
  const shown = { id, fileName: row.fileName, outcome: row.outcome as ImportOutcome | null }
  if (row.appliedAt || isTooOld(row, scope.now)) {
    return {
      ...shown,
      state: row.appliedAt ? ('applied' as const) : ('expired' as const),
      read: null,
    }
  }
  const read = row.content as ReadPackage
  const { rows, already, faults: wrongRows } = await newRows(scope, read.rows)
  const { licenses, cycles, faults } = await comingLicenses(scope, read)
  return {
    ...shown,
    state: 'previewed' as const,
    read: {
      from: read.from,
      owner: fullName(read.member),
      isMine: await isOfActor(scope, read),
      rows: rows.map(({ claim: _, evidence: proofs, reflection: __, ...shownRow }) => ({
        ...shownRow,
        files: proofs.filter((it) => it.id in read.files).length,
      })),
      already,
      leftOut: read.leftOut,
      licenses: licenses.map(({ id: license, area, kind, jurisdiction }) => ({
        id: license,
        area: area ?? kind,
        jurisdiction,
      })),
      cycles: cycles.map(({ id: cycle, startsOn, endsOn }) => ({ id: cycle, startsOn, endsOn })),
      faults: [...read.faults, ...wrongRows, ...faults],
    },
  }
}

/**
 * Brings what a package holds and the district does not have. Doing it again changes nothing.
 *
 * @throws Forbidden
 * @throws NotFound when the actor has handed in no such package
 * @throws Conflict when it has waited too long
 * @throws Invalid when it is about somebody of another name, and the actor has not said that it is theirs
 */
export async function applyImport(scope: WriteScope, id: string, choices: ImportChoices) {
  authorize(scope.actor, 'record.import')
  const row = await findImport(scope, id)
  if (row.appliedAt) return row.outcome as ImportOutcome
  if (isTooOld(row, scope.now)) {
    throw new Conflict('The package has waited too long. Nothing was changed. Hand it in again.')
  }
  const read = row.content as ReadPackage
  if (!choices.isMine && !(await isOfActor(scope, read))) {
    throw new Invalid('isMine', `Say that you are the ${fullName(read.member)} of this package.`)
  }
  const { rows } = await newRows(scope, read.rows)
  const files = await bringRows(scope, rows, read.files)
  const coming = choices.licenses ? await comingLicenses(scope, read) : null
  if (coming) await bringLicenses(scope, coming)
  const outcome: ImportOutcome = {
    from: read.from.name,
    rows: rows.length,
    files,
    licenses: coming?.licenses.length ?? 0,
    cycles: coming?.cycles.length ?? 0,
  }
  await scope.db
    .update(recordImports)
    .set({ content: null, outcome, appliedAt: scope.now })
    .where(eq(recordImports.id, id))
  await scope.record('record.brought', id, { ...outcome, from: read.from, of: read.member })
  return outcome
}

async function findImport(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      fileName: recordImports.fileName,
      content: recordImports.content,
      outcome: recordImports.outcome,
      createdAt: recordImports.createdAt,
      appliedAt: recordImports.appliedAt,
    })
    .from(recordImports)
    .where(and(eq(recordImports.id, id), eq(recordImports.memberId, scope.actor.id)))
  if (!row) throw new NotFound('No import.')
  return row
}

const HOUR = 60 * 60 * 1000

const isTooOld = ({ createdAt }: { createdAt: Date }, now: Date) =>
  now.getTime() - createdAt.getTime() > HOURS_TO_APPLY * HOUR

/** Whether a package names the actor: by the address, or by the whole name. */
async function isOfActor(scope: Scope, { member }: Pick<ReadPackage, 'member'>) {
  const [actor] = await scope.db
    .select({ givenName: members.givenName, familyName: members.familyName, email: members.email })
    .from(members)
    .where(eq(members.id, scope.actor.id))
  if (!actor) return false
  const sameAddress = !!member.email && member.email.toLowerCase() === actor.email?.toLowerCase()
  return sameAddress || fold(fullName(member)) === fold(fullName(actor))
}
