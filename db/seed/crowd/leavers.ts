import { addDays, addMonths, at, type Day, dayOf } from '../day'
import { recordEvent } from '../event'
import type { PlacedFile } from '../evidence'
import { idOf } from '../id'
import { log } from '../learning'
import { employ, type Stage } from '../stage'

/** How long ago people left, in months, and what they had handed in with a certificate each. */
const LEAVERS = [
  { givenName: 'Ruth', familyName: 'Hale', left: 80, titles: ['Smart boards', 'Safe searching'] },
  { givenName: 'Sam', familyName: 'Okafor', left: 75, titles: ['Flipped classroom', 'Padlet'] },
  { givenName: 'Lena', familyName: 'Fischer', left: 66, titles: ['Recording lessons'] },
]

/** How many certificates those who left have handed in. */
export const CERTIFICATES_OF_LEAVERS = LEAVERS.flatMap(({ titles }) => titles).length

/**
 * People who left years ago: some of their files are due by the retention schedule, one was destroyed
 * already, one comes due soon, and a legal hold keeps two.
 *
 * @param certificates a file for each, in the storage already; without them there is nothing to keep
 */
export function letLeave(stage: Stage, certificates: PlacedFile[]) {
  const { names, today } = stage
  const left = [...certificates]
  for (const { givenName, familyName, left: months, titles } of LEAVERS) {
    const email = `${givenName}.${familyName}@${names.slug}.example`.toLowerCase()
    const id = idOf(`${email}/member`)
    const endedOn = addMonths(today, -months)
    const hat = { organizationId: names.schools.middle, role: 'educator' as const }
    employ(stage, { id, givenName, familyName, email, userId: null }, [
      { ...hat, startedOn: addMonths(endedOn, -40), endedOn },
    ])
    for (const [position, title] of titles.entries()) {
      const file = left.shift()
      if (file) certify(stage, id, { title, file, on: addDays(endedOn, -90 - 30 * position) })
    }
    if (familyName === 'Hale') destroyFirst(stage, id)
    if (familyName === 'Okafor') hold(stage, id)
  }
}

function certify(
  stage: Stage,
  memberId: string,
  { title, file, on }: { title: string; file: PlacedFile; on: Day },
) {
  const day = (days: number) => at(addDays(on, days), '16:40')
  log(
    stage,
    {
      id: idOf(`${memberId}/${title}`),
      memberId,
      title,
      kind: 'workshop',
      startedOn: on,
      minutes: 180,
      proof: { kind: 'file', ...file },
    },
    [
      { what: 'sent', at: day(1) },
      { what: 'approved', at: day(6), by: stage.names.rosa.id },
    ],
  )
}

function destroyFirst(stage: Stage, memberId: string) {
  const file = stage.rows.evidence.find((row) => row.memberId === memberId)
  if (!file) return
  const moment = at(addMonths(stage.today, -5), '09:30')
  file.destroyedOn = dayOf(moment)
  recordEvent(stage, 'evidence.destroyed', file.id, stage.names.rosa.id, moment, { memberId })
}

function hold(stage: Stage, memberId: string) {
  const { names, rows, today } = stage
  const id = idOf(`${memberId}/hold`)
  const placedOn = addMonths(today, -9)
  const matter = 'Grievance of the association, 2026-03'
  rows.legalHolds.push({ id, memberId, matter, placedById: names.rosa.id, placedOn })
  const moment = at(placedOn, '14:15')
  recordEvent(stage, 'hold.placed', id, names.rosa.id, moment, { memberId, matter })
}
