import type { Page } from '../listing'
import { ownersOf } from '../long-list'
import { authorize } from '../policy'
import { noteListed, noteView } from '../record/opening.server'
import type { WriteScope } from '../scope.server'
import type { Part } from './part.server'

/** A list behind the report. */
export type ReportList = 'educators' | 'credit' | 'goals' | 'badges' | 'decisions'

/** How a list was narrowed; one of a single person's credit is a part of their record. */
type Narrowed = Part & { memberId?: string }

/**
 * Notes that the actor has been shown a page of a list: in the audit trail how it was narrowed and how many
 * rows it has, and for each whose row it shows that they were seen.
 *
 * @throws Forbidden
 */
export async function noteListPage(
  scope: WriteScope,
  list: ReportList,
  filter: Narrowed,
  { rows, total, page }: Page<{ memberId: string }>,
) {
  authorize(scope.actor, 'record.list')
  await scope.record('report.list_opened', null, { list, ...filter, rows: total, page })
  await noteShown(scope, filter, ownersOf(rows))
}

/** The same of the whole list as a file. @throws Forbidden */
export async function noteListFile(
  scope: WriteScope,
  list: ReportList,
  filter: Narrowed,
  { rows, memberIds }: { rows: number; memberIds: string[] },
) {
  authorize(scope.actor, 'record.list')
  await scope.record('report.list_downloaded', null, { list, ...filter, rows })
  await noteShown(scope, filter, memberIds)
}

const noteShown = (scope: WriteScope, { memberId }: Narrowed, memberIds: string[]) =>
  memberId === undefined ? noteListed(scope, memberIds) : noteView(scope, memberId, 'record')
