import type { DryRun } from '~/domain/pathways/dry-run.server'
import { counted } from '~/parts/people-words'

type Counts = DryRun['counts']

/** What the three groups of a dry run are called. */
export const groupInWords = (isOffer: boolean) => ({
  added: isOffer ? 'May join' : 'Will be enrolled',
  already: 'Already on it',
  attention: 'Needs attention',
})

/** What would happen, in one sentence. */
export function outcomeInWords({ added, already, attention }: Counts, isOffer: boolean) {
  const people = counted(added, 'person', 'people')
  if (added + already + attention === 0) return 'Nobody fits today'
  return isOffer ? `${people} could join` : `${people} would be enrolled`
}

/** Who would not be enrolled, and why. */
export function attentionInWords({ noHireDate, completed, duePassed }: Counts) {
  const reasons = [
    duePassed > 0 &&
      `The due date has passed: ${counted(duePassed, 'person', 'people')} would be late on the first day. Choose a later one.`,
    noHireDate > 0 && `${counted(noHireDate, 'person has', 'people have')} no hire date.`,
    completed > 0 &&
      `${counted(completed, 'person has', 'people have')} a completion that is still current.`,
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.join(' ') : 'Nobody needs attention.'
}
