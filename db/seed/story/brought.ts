import { weekday } from '../day'
import type { Stage } from '../stage'
import type { Teller } from './teller'

const FROM = {
  fromSlug: 'westside',
  fromDistrict: 'Westside County Schools',
  fromOrganization: 'Westside Middle School',
}

/** What Omar has brought along from the district where he taught before. */
export function bringAlong(stage: Stage, { ago, unnamed }: Teller) {
  const { names, rows, schoolYear } = stage
  const summer = weekday(`${schoolYear - 1}-07-22`)
  const autumn = weekday(`${schoolYear - 1}-10-14`)
  const common = {
    ...FROM,
    memberId: names.omar.id,
    standing: 'approved' as const,
    decidedBy: 'Wilma West',
    broughtOn: ago(118),
  }
  rows.broughtRows.push(
    {
      ...common,
      id: unnamed('brought-1'),
      kind: 'activity',
      title: 'Digital maps in the history classroom',
      activityKind: 'workshop',
      startedOn: summer,
      endedOn: summer,
      minutes: 360,
      countedMinutes: 360,
      provider: 'Westside County Schools',
      strength: 'roster_confirmed',
      hasEvidence: false,
      decidedOn: autumn,
    },
    {
      ...common,
      id: unnamed('brought-2'),
      kind: 'completion',
      title: 'Reading digital sources with students',
      activityKind: 'online_course',
      startedOn: autumn,
      endedOn: autumn,
      minutes: 600,
      countedMinutes: 600,
      provider: 'Piedmont Learning Exchange',
      strength: 'self_reported',
      hasEvidence: false,
      decidedOn: autumn,
    },
  )
}
