import { csvOf } from '../csv.server'
import type { Scope } from '../scope.server'
import { eachFile, type ListedFile } from './list.server'
import type { FileStanding } from './retention'

const COLUMNS = [
  'id',
  'educator',
  'what_it_backs',
  'file',
  'bytes',
  'sha256',
  'kept_until',
  'destroyed_on',
  'why',
] as const

/** The evidence files of one standing, one a row, in the order of the page. @throws Forbidden */
export async function filesCsv(scope: Scope, standing: FileStanding) {
  const rows: Record<(typeof COLUMNS)[number], string | number | null>[] = []
  for await (const file of eachFile(scope, standing)) rows.push(lineOf(file))
  return csvOf(COLUMNS, rows)
}

const lineOf = (file: ListedFile) => ({
  id: file.id,
  educator: file.person,
  what_it_backs: file.title,
  file: file.name,
  bytes: file.bytes,
  sha256: file.sha256,
  kept_until: file.keptUntil,
  destroyed_on: file.destroyedOn,
  why: file.because,
})
