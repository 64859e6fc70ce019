import type { openEvidenceForm } from '~/domain/pathways/step-evidence.server'
import { EvidenceList, EvidenceRemovalForms } from '~/parts/evidence-list'
import { PendingRow } from './pending-row'

type Shown = Pick<
  Awaited<ReturnType<typeof openEvidenceForm>>,
  'evidence' | 'removable' | 'pending' | 'reviewers'
>

/** What was shown for a step before, and what became of it. */
export function ShownAlready({ evidence, removable, pending, reviewers }: Shown) {
  if (evidence.length === 0) return null
  return (
    <div className="mb-8 max-w-form">
      <p className="mb-2 text-sm text-ink-quiet">Shown already</p>
      <EvidenceList evidence={evidence} removable={removable} />
      <EvidenceRemovalForms evidence={evidence} />
      <div className="mt-3 space-y-3">
        {pending.map((row) => (
          <PendingRow
            key={row.id}
            pending={row}
            reviewers={reviewers}
            isNamed={evidence.length !== 1}
          />
        ))}
      </div>
    </div>
  )
}
