import type { Strength } from '#db/words'
import { dayInWords } from '../calendar'
import { STRENGTHS } from '../evidence/evidence'
import type { Short } from './turns'

/** Each strength of proof where it is asked for: as a form explains it, and as what is missing. */
const PROOFS: Record<Strength, { hint: string; thing: string }> = {
  self_reported: {
    hint: 'The word of whoever took it is enough, once it is approved.',
    thing: 'an approval',
  },
  document: {
    hint: 'A certificate, or another file or link, that the reviewer has seen.',
    thing: 'a certificate or another document',
  },
  attendance_code: {
    hint: 'A code that was given out in the room.',
    thing: 'a code that was given out in the room',
  },
  roster_confirmed: {
    hint: 'A list of those who were there, from whoever held it.',
    thing: 'a roster that confirms it',
  },
  signed_by_provider: {
    hint: 'A record that the provider has signed.',
    thing: 'a record signed by the provider',
  },
}

export const PROOF_STRENGTHS = Object.keys(PROOFS) as Strength[]

/** What a training can ask for, from the weakest to the strongest. */
export const PROOF_CHOICES = PROOF_STRENGTHS.map((value) => ({
  value,
  label: STRENGTHS[value],
  hint: PROOFS[value].hint,
}))

/** What has to stand behind it: `Document, or stronger`. */
export function proofInWords(proof: Strength) {
  const isStrongest = proof === PROOF_STRENGTHS.at(-1)
  return isStrongest ? STRENGTHS[proof] : `${STRENGTHS[proof]}, or stronger`
}

/** The same to whom it is asked of; null where their word is enough. */
export const needInWords = (proof: Strength) =>
  proof === 'self_reported'
    ? null
    : `Needs ${PROOFS[proof].thing}, checked by your reviewer; your word alone does not meet it.`

/** Why what was done does not count: `Done on 3 September 2026, but without a roster that confirms it (document)`. */
export const shortInWords = ({ on, strength }: Short, proof: Strength) =>
  `Done on ${dayInWords(on)}, but without ${PROOFS[proof].thing} (${STRENGTHS[strength].toLowerCase()})`

/** What somebody can do about it. */
export const remedyInWords = (proof: Strength) =>
  proof === 'document'
    ? 'Ask whoever approved it to take the approval back and return it to you; attach the document and send it again. It counts as soon as that is approved.'
    : 'It counts as soon as the proof is there; ask whoever gave the training for it.'
