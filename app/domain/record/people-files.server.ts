import type { PeopleCsv } from '../csv.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { noteListed } from './opening.server'

/** Files that say of many people what their records say, and who may take them. */
const FILES = {
  pathway: 'pathway.view',
  assignment: 'pathway.view',
  required_training: 'mandate.view',
  not_on_target: 'renewal.list',
  expiring_licenses: 'renewal.list',
  not_counted: 'renewal.list',
  audit_sample: 'renewal.list',
  evidence_files: 'retention.view',
} as const

/** A list of many people that is taken away as a file. */
export type PeopleFile = keyof typeof FILES

/**
 * Notes that the actor takes such a file away: in the audit trail how it was narrowed and how many rows
 * it has, and for each whose row is in it that they were seen.
 *
 * @throws Forbidden
 */
export async function notePeopleFile(
  scope: WriteScope,
  file: PeopleFile,
  filter: Record<string, unknown>,
  { rows, memberIds }: Pick<PeopleCsv, 'rows' | 'memberIds'>,
) {
  authorize(scope.actor, FILES[file])
  await scope.record('people.downloaded', null, { file, ...filter, rows })
  await noteListed(scope, memberIds)
}
