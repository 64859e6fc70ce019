import { type Columns, peopleCsvOf } from '../csv.server'
import type { Scope } from '../scope.server'
import { listAllFiles, type ListedFile } from './list.server'
import type { FileStanding } from './retention'

/** The evidence files of one standing, one a row, in the order of the page. @throws Forbidden */
export const filesCsv = async (scope: Scope, standing: FileStanding) =>
  peopleCsvOf(COLUMNS, await listAllFiles(scope, standing))

const COLUMNS: Columns<ListedFile> = {
  id: ({ id }) => id,
  educator: ({ person }) => person,
  what_it_backs: ({ title }) => title,
  file: ({ name }) => name,
  bytes: ({ bytes }) => bytes,
  sha256: ({ sha256 }) => sha256,
  kept_until: ({ keptUntil }) => keptUntil,
  destroyed_on: ({ destroyedOn }) => destroyedOn,
  why: ({ because }) => because,
}
