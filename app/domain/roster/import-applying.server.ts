import { eq } from '#db/query.server'
import { rosterImports } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { withAdministratorRole } from './answering'
import { type AppliedRoster, applyRoster, tooManyEnd } from './apply.server'
import type { CheckResult } from './check.server'
import type { RosterDecisions } from './import'
import { startImport } from './importing.server'
import { findRead, getImport } from './imports.server'
import { planRoster } from './plan.server'
import { checkOf, previewOf, type RosterPreview } from './preview'
import type { Roster, RosterRole } from './roster'

/**
 * Remembers what an `administrator` of OneRoster 1.1 is in this district, and reads the import so.
 *
 * @throws Forbidden · NotFound
 * @throws Conflict when the import does not wait to be applied
 */
export async function decideAdministratorRole(scope: WriteScope, id: string, role: RosterRole) {
  authorize(scope.actor, 'roster.import')
  const before = await requirePreviewed(scope, id)
  await scope.db.updateDistrict({ administratorRole: role })
  await scope.record('settings.edited', null, { administratorRole: role })
  await planAnew(scope, id, { ...before, roster: withAdministratorRole(before.roster, role) })
}

/**
 * Notes that an import is going to be applied, so that it is applied once.
 *
 * @throws Forbidden · NotFound
 * @throws Conflict when the import does not wait to be applied
 * @throws Invalid `acceptEndings` when it would end too many affiliations
 */
export async function beginApplying(scope: WriteScope, id: string, decisions: RosterDecisions) {
  authorize(scope.actor, 'roster.import')
  const { outcome } = await requirePreviewed(scope, id)
  if (outcome.stop && !decisions.acceptEndings) throw tooManyEnd(outcome.stop)
  await scope.db
    .update(rosterImports)
    .set({ status: 'applying', failure: null, appliedAt: scope.now })
    .where(eq(rosterImports.id, id))
}

/**
 * Applies a roster that was just read, and notes it among the imports.
 *
 * @throws Forbidden
 * @throws Invalid `acceptEndings` when it would end too many affiliations
 */
export async function importAtOnce(
  scope: WriteScope,
  fileName: string,
  { roster, check }: { roster: Roster; check: CheckResult },
  decisions: RosterDecisions,
) {
  const id = await startImport(scope, fileName)
  const applied = await applyRoster(scope, roster, { ...decisions, importId: id })
  await keepApplied(scope, id, { roster, applied, check: checkOf(check) })
  return applied
}

/**
 * Applies an import, whole or not at all, and forgets the staff that was read.
 *
 * @throws NotFound
 * @throws Invalid `acceptEndings` when it would end too many affiliations
 */
export async function applyImport(scope: WriteScope, id: string, decisions: RosterDecisions) {
  const { outcome, roster } = await requireRoster(scope, id)
  const applied = await applyRoster(scope, roster, { ...decisions, importId: id })
  await keepApplied(scope, id, { roster, applied, check: outcome.check })
}

/** Compares anew an import that could not be applied, and says why it was not. */
export async function returnToPreview(scope: WriteScope, id: string, failure: string) {
  await planAnew(scope, id, await requireRoster(scope, id))
  await scope.db
    .update(rosterImports)
    .set({ status: 'previewed', failure, appliedAt: null })
    .where(eq(rosterImports.id, id))
}

async function keepApplied(
  scope: WriteScope,
  id: string,
  done: { roster: Roster; applied: AppliedRoster; check: RosterPreview['check'] },
) {
  const { roster, applied, check } = done
  await scope.db
    .update(rosterImports)
    .set({
      status: 'applied',
      roster: null,
      outcome: { ...previewOf(roster, applied, check), enrolled: applied.enrolled },
      rejected: [...roster.rejected, ...applied.rejected],
      appliedAt: scope.now,
    })
    .where(eq(rosterImports.id, id))
}

async function planAnew(
  scope: WriteScope,
  id: string,
  { roster, outcome }: { roster: Roster; outcome: RosterPreview },
) {
  const plan = await planRoster(scope, roster)
  await scope.db
    .update(rosterImports)
    .set({
      roster,
      outcome: previewOf(roster, plan, outcome.check),
      rejected: [...roster.rejected, ...plan.rejected],
    })
    .where(eq(rosterImports.id, id))
}

async function requirePreviewed(scope: Scope, id: string) {
  const { standing } = await getImport(scope, id)
  if (standing !== 'previewed') {
    throw new Conflict('This import does not wait to be applied any more. Look at where it stands.')
  }
  return requireRoster(scope, id)
}

async function requireRoster(scope: Scope, id: string) {
  const read = await findRead(scope, id)
  if (!read) throw new NotFound('No roster.')
  return read
}
