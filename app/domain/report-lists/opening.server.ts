import type { Page } from '../listing'
import { authorize } from '../policy'
import { noteListed } from '../record/opening.server'
import type { WriteScope } from '../scope.server'
import { ownersOf, type Part } from './part.server'

/** A list behind the report. */
export type ReportList = 'educators' | 'credit' | 'goals' | 'badges' | 'decisions'

/**
 * Notes that the actor has been shown a page of a list: in the audit trail how it was narrowed and how many
 * rows it has, and for each whose row it shows that they were seen.
 *
 * @throws Forbidden
 */
export async function noteListPage(
  scope: WriteScope,
  list: ReportList,
  filter: Part,
  { rows, total, page }: Page<{ memberId: string }>,
) {
  authorize(scope.actor, 'record.list')
  await scope.record('report.list_opened', null, { list, ...filter, rows: total, page })
  await noteListed(scope, ownersOf(rows))
}

/** The same of the whole list as a file. @throws Forbidden */
export async function noteListFile(
  scope: WriteScope,
  list: ReportList,
  filter: Part,
  { rows, memberIds }: { rows: number; memberIds: string[] },
) {
  authorize(scope.actor, 'record.list')
  await scope.record('report.list_downloaded', null, { list, ...filter, rows })
  await noteListed(scope, memberIds)
}
