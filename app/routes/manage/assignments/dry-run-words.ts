import type { Counts, Group } from '~/domain/pathways/dry-run.server'
import { counted } from '~/parts/people-words'

/** What the groups of a dry run are called. */
export const groupInWords = (isOffer: boolean): Record<Group, string> => ({
  added: isOffer ? 'May join' : 'Will be enrolled',
  kept: 'Stay as they are',
  changed: 'Change',
  removed: 'Taken off',
  attention: 'Needs attention',
})

/** What would happen, in one sentence. */
export function outcomeInWords(
  { added, kept, changed, removed, attention }: Counts,
  isOffer: boolean,
) {
  if (added + kept + changed + removed + attention === 0) return 'Nobody fits today'
  const people = added === 0 ? 'Nobody new' : counted(added, 'person', 'people')
  const parts = [
    isOffer ? `${people} could join` : `${people} would be enrolled`,
    changed > 0 && `${changed.toLocaleString('en-US')} changed`,
    removed > 0 && `${removed.toLocaleString('en-US')} taken off`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** Who needs a decision, and why. */
export function attentionInWords(counts: Counts) {
  const { noHireDate, completed, duePassed, otherMandate, notEnoughTime } = counts
  const reasons = [
    duePassed > 0 &&
      `The due date would have passed for ${counted(duePassed, 'person', 'people')} on the first day.`,
    noHireDate > 0 && `${counted(noHireDate, 'person has', 'people have')} no hire date.`,
    completed > 0 &&
      `${counted(completed, 'person has', 'people have')} a completion that is still current.`,
    otherMandate > 0 &&
      `${counted(otherMandate, 'person has', 'people have')} it by another mandate that is due earlier.`,
    notEnoughTime > 0 &&
      `${counted(notEnoughTime, 'person has', 'people have')} fewer days than the steps allow.`,
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.join(' ') : 'Nobody needs attention.'
}
