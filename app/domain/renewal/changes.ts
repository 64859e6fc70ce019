import { unitsOf } from '../evaluation/amount'
import type { Evaluation } from '../evaluation/evaluation'
import type { Requirement } from '../evaluation/requirements'

/** Where a requirement stands, in units or in times. */
type Standing = { have: number; need: number; met: boolean }

/** A requirement that differs; null where it was not asked before, or is asked no longer. */
export type Change = { label: string; before: Standing | null; after: Standing | null }

/** The requirements that differ between two evaluations, in the order of the second. */
export function changesOf(before: Evaluation, after: Evaluation): Change[] {
  const earlier = new Map(before.requirements.map((it) => [keyOf(it), it]))
  const later = new Set(after.requirements.map(keyOf))
  const changed = after.requirements.map((it) => {
    const was = earlier.get(keyOf(it))
    return { label: it.label, before: was ? standingOf(was) : null, after: standingOf(it) }
  })
  const gone = before.requirements
    .filter((it) => !later.has(keyOf(it)))
    .map((it) => ({ label: it.label, before: standingOf(it), after: null }))
  return [...changed.filter(isDifferent), ...gone]
}

const keyOf = ({ rule, category }: Requirement) => `${rule.id} ${category ?? ''}`

function standingOf({ measure, have, need, met }: Requirement): Standing {
  const shown = (amount: number) => (measure === 'credit' ? unitsOf(amount) : amount)
  return { have: shown(have), need: shown(need), met }
}

const isDifferent = ({ before, after }: Change) =>
  before?.have !== after?.have || before?.need !== after?.need || before?.met !== after?.met
