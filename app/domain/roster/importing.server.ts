import { newId } from '#db/id'
import { and, eq, isNotNull, lt } from '#db/query.server'
import { rosterImports } from '#db/schema'
import { addDays, endOfDay } from '../calendar'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import type { CheckResult } from './check.server'
import { DAYS_TO_APPLY } from './import'
import type { RosterPlan } from './plan.server'
import { checkOf, previewOf } from './preview'
import type { Roster } from './roster'

/**
 * Notes that a roster file is going to be read. Staff of earlier imports that were not applied within a
 * week is forgotten.
 *
 * @returns the id of the import
 * @throws Forbidden
 */
export async function startImport(scope: WriteScope, fileName: string) {
  authorize(scope.actor, 'roster.import')
  const oldest = endOfDay(addDays(scope.today, -DAYS_TO_APPLY - 1), scope.district.timeZone)
  await scope.db
    .update(rosterImports)
    .set({ roster: null })
    .where(and(isNotNull(rosterImports.roster), lt(rosterImports.createdAt, oldest)))
  const id = newId()
  await scope.db.insert(rosterImports).values({
    id,
    uploadedById: scope.actor.id || null,
    fileName,
    status: 'reading',
    done: 0,
    total: 0,
    createdAt: scope.now,
  })
  await scope.record('roster.uploaded', id, { fileName })
  return id
}

/** Keeps how many rows are read. */
export async function keepProgress(scope: WriteScope, id: string, done: number, total: number) {
  await scope.db
    .update(rosterImports)
    .set({ done, total })
    .where(and(eq(rosterImports.id, id), eq(rosterImports.status, 'reading')))
}

/** Keeps the staff that was read, and what applying it would change. */
export async function keepPreview(
  scope: WriteScope,
  id: string,
  { roster, check, plan }: { roster: Roster; check: CheckResult; plan: RosterPlan },
) {
  await scope.db
    .update(rosterImports)
    .set({
      status: 'previewed',
      roster,
      outcome: previewOf(roster, plan, checkOf(check)),
      rejected: [...roster.rejected, ...plan.rejected],
    })
    .where(and(eq(rosterImports.id, id), eq(rosterImports.status, 'reading')))
}

/** Notes why a file could not be read, in a sentence for the person who handed it in. */
export async function failImport(scope: WriteScope, id: string, failure: string) {
  await scope.db
    .update(rosterImports)
    .set({ status: 'failed', failure })
    .where(and(eq(rosterImports.id, id), eq(rosterImports.status, 'reading')))
}
