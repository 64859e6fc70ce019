import type { Change } from '~/domain/renewal/changes'

/** `15 PDPs in pedagogy: 3 → 15 of 15, reached`. */
export function changeInWords({ label, before, after }: Change) {
  if (!after) return `${label}: asked no longer`
  const standing = `${before ? `${before.have} → ` : ''}${after.have} of ${after.need}`
  if (!before) return `${label}: asked in addition, ${standing}`
  return `${label}: ${standing}${after.met && !before.met ? ', reached' : ''}`
}
