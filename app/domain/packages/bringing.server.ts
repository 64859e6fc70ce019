import { newId } from '#db/id'
import {
  broughtRows,
  cycleFacts,
  cycles,
  evidence,
  licenseEndorsements,
  licenses,
} from '#db/schema'
import type { StoredFile } from '../evidence/file-storage'
import { keepRuleSet, ruleSetOf } from '../licenses/pinning.server'
import type { WriteScope } from '../scope.server'
import type { ComingCycle, ComingLicense, ComingRow } from './coming'
import type { PackagedEvidence } from './format.server'

/**
 * Writes rows that were earned elsewhere under the ids they had there, with what backs them. They book
 * nothing: the hours count where they were earned. The caller has authorized it.
 *
 * @returns how many files came along
 */
export async function bringRows(
  scope: WriteScope,
  rows: ComingRow[],
  files: Record<string, StoredFile>,
) {
  const memberId = scope.actor.id
  await scope.db.insertMany(
    broughtRows,
    rows.map(({ from, organization, evidence: _, ...row }) => ({
      ...row,
      memberId,
      fromSlug: from.slug,
      fromDistrict: from.name,
      fromOrganization: organization,
      broughtOn: scope.today,
    })),
  )
  const kept = rows.flatMap((row) =>
    row.evidence
      .map((proof) => evidenceOf(scope, row.id, proof, files[proof.id]))
      .filter((proof) => proof !== null),
  )
  await scope.db.insertMany(evidence, kept)
  return kept.filter(({ kind }) => kind === 'file').length
}

/** A piece of evidence as it is kept; null for a file that did not come along, and a link that is none. */
function evidenceOf(
  scope: WriteScope,
  broughtId: string,
  { kind, name, content, strength, mayShowStudents }: PackagedEvidence,
  file: StoredFile | undefined,
): Omit<typeof evidence.$inferInsert, 'districtId'> | null {
  const memberId = scope.actor.id
  const kept = { memberId, broughtId, kind, strength, mayShowStudents, createdAt: scope.now }
  if (kind === 'file') return file ? { ...kept, ...file } : null
  if (kind === 'link' && !/^https?:\/\//.test(content ?? '')) return null
  return { ...kept, id: newId(), name, content }
}

/** Writes licenses and cycles under the ids they had. The caller has authorized it. */
export async function bringLicenses(
  scope: WriteScope,
  coming: { licenses: ComingLicense[]; cycles: ComingCycle[] },
) {
  const common = { version: 1, createdAt: scope.now, updatedAt: scope.now }
  for (const { endorsements, ...license } of coming.licenses) {
    const { id, jurisdiction, isPrimary } = license
    await scope.db
      .insert(licenses)
      .values({ ...license, ...common, memberId: scope.actor.id, source: 'educator' })
    const codes = [...new Set(endorsements)].map((code) => ({ licenseId: id, code }))
    if (codes.length > 0) await scope.db.insert(licenseEndorsements).values(codes)
    await scope.record('license.added', id, { jurisdiction, isPrimary, isBrought: true })
  }
  for (const { ruleSet, facts, ...cycle } of coming.cycles) {
    await keepRuleSet(scope, await ruleSetOf(scope, ruleSet))
    const pinned = { ruleSetId: ruleSet.id, ruleSetRevision: ruleSet.revision }
    await scope.db
      .insert(cycles)
      .values({ ...cycle, ...pinned, ...common, memberId: scope.actor.id })
    const held = facts.map((fact) => ({
      ...fact,
      id: newId(),
      cycleId: cycle.id,
      recordedById: scope.actor.id,
      createdAt: scope.now,
    }))
    if (held.length > 0) await scope.db.insert(cycleFacts).values(held)
    await scope.record('cycle.opened', cycle.id, {
      licenseId: cycle.licenseId,
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      ...pinned,
      isBrought: true,
    })
  }
}
