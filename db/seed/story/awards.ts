import { earn } from '../badges'
import { ACHIEVEMENTS } from '../catalog'
import { addDays, addMonths, firstDayOf, weekday } from '../day'
import type { Stage } from '../stage'
import type { Teller } from './teller'

/** Ana's badges, in each state of verification and currency. */
export function earnBadges(stage: Stage, { ago, sent, approved, denied }: Teller) {
  const { names, today, schoolYear } = stage
  const { awards, submissions, evidence } = names
  const badge = (key: keyof typeof ACHIEVEMENTS, url = 'https://example.org/badges/ana') => {
    const { title, issuer } = ACHIEVEMENTS[key]
    return { achievementId: names.achievements[key], memberId: names.ana.id, title, issuer, url }
  }
  const soon = addDays(today, 45)
  const lastYear = firstDayOf(schoolYear)

  earn(
    stage,
    {
      id: awards.notVerified,
      ...badge('googleOne'),
      awardedOn: ago(12),
      expiresOn: addMonths(ago(12), 36),
      proof: { kind: 'link', id: evidence.award, url: 'https://example.org/badges/ana' },
    },
    [sent(ago(11), submissions.award)],
  )
  earn(stage, { id: awards.verified, ...badge('apple'), awardedOn: ago(200) }, [
    sent(ago(199)),
    approved(ago(197)),
  ])
  earn(
    stage,
    {
      id: awards.expiring,
      ...badge('googleTwo'),
      awardedOn: addMonths(soon, -36),
      expiresOn: soon,
    },
    [sent(ago(700)), approved(ago(698))],
  )
  earn(
    stage,
    {
      id: awards.expired,
      ...badge('commonSense'),
      awardedOn: addDays(lastYear, -280),
      expiresOn: addDays(lastYear, -1),
    },
    [sent(weekday(addDays(lastYear, -270))), approved(weekday(addDays(lastYear, -268)))],
  )
  earn(stage, { id: awards.refused, ...badge('microsoft'), awardedOn: ago(90) }, [
    sent(ago(88)),
    denied(ago(85), 'The address leads to a page of somebody else.'),
  ])
}
