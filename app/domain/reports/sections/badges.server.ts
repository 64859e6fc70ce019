import { dayInWords } from '../../calendar'
import { countAwards } from '../../badges/counting.server'
import { EXPIRING_DAYS } from '../../badges/award'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'
import { toldByPlace } from '../telling'

const COUNTS = ['verified', 'notVerified', 'current', 'expired', 'expiring'] as const

/** Badges as they stood at the end of the day, in all and by school. */
async function countBadges(scope: Scope, frame: ReportFrame) {
  const rows = await countAwards(scope, frame.asOf)
  const none = () => ({ verified: 0, notVerified: 0, current: 0, expired: 0, expiring: 0 })
  const bySchool = byPlace(frame, rows, none, (sum, row) => {
    for (const count of COUNTS) sum[count] += row[count]
  })
  const total = none()
  for (const school of bySchool) for (const count of COUNTS) total[count] += school[count]
  return { ...total, bySchool }
}

export const badges: Section<Awaited<ReturnType<typeof countBadges>>> = {
  key: 'badges',
  title: 'Badges',
  make: countBadges,
  figuresOf: (all) => figuresByPlace(COUNTS, 'badges', all, all.bySchool),
  told: (all, teller) => toldByPlace(COUNTS, all, teller.count, teller),
  rule: ({ asOf }) =>
    `Badges awarded and recorded by ${dayInWords(asOf)}, for the school of the educator when each was recorded. A badge counts as verified once a person has checked it, as it stood at the end of that day.`,
  measures: {
    verified: {
      name: 'Verified',
      rule: ({ asOf }) => `Badges that a person had checked by ${dayInWords(asOf)}.`,
    },
    notVerified: {
      name: 'Not verified',
      rule: ({ asOf }) => `Badges recorded by ${dayInWords(asOf)} on which nobody had decided yet.`,
    },
    current: {
      name: 'Current',
      rule: ({ asOf }) => `Verified badges that had not expired by ${dayInWords(asOf)}.`,
      of: ['verified'],
    },
    expired: {
      name: 'Expired',
      rule: ({ asOf }) => `Verified badges that had expired before ${dayInWords(asOf)}.`,
      of: ['verified'],
    },
    expiring: {
      name: 'Expiring',
      rule: ({ asOf }) =>
        `Current badges that expire within ${EXPIRING_DAYS} days of ${dayInWords(asOf)}.`,
      of: ['current'],
    },
  },
}
