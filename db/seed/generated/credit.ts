import type { ActivityKind, Strength } from '../../words'
import { schoolYearOf } from '../day'
import type { Ground } from './ground'
import { type DayNumber, textOf } from './timeline'

type Earned = {
  memberId: string
  organizationId: string
  kind: ActivityKind
  minutes: number
  earnedOn: DayNumber
  bookedOn: DayNumber
  strength: Strength
} & ({ activityId: string } | { completionId: string })

/** Books minutes that were approved. */
export function book({ rows, newId }: Ground, { earnedOn, bookedOn, ...entry }: Earned) {
  const earned = textOf(earnedOn)
  rows.ledgerEntries.push({
    id: newId(),
    ...entry,
    earnedOn: earned,
    bookedOn: textOf(bookedOn),
    schoolYear: schoolYearOf(earned),
  })
}
