import type { Strength } from '#db/words'
import { dayInWords, schoolYearName } from '../../calendar'
import { byStrength, STRENGTHS } from '../../evidence/evidence'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Measure, type Section } from '../section'
import { toldByPlace } from '../telling'
import { countedIn } from './hours.server'

const ORDER = Object.keys(STRENGTHS) as Strength[]

const none = () => byStrength(() => 0)

/** The minutes of the school year by how strong their proof is, as of the day. */
async function sumByStrength(scope: Scope, frame: ReportFrame) {
  const rows = await countedIn(scope, frame)
  const total = none()
  for (const { strength, minutes } of rows) total[strength] += minutes
  const bySchool = byPlace(frame, rows, none, (sum, { strength, minutes }) => {
    sum[strength] += minutes
  })
  return { ...total, bySchool }
}

export const evidence: Section<Awaited<ReturnType<typeof sumByStrength>>> = {
  key: 'evidence',
  title: 'Evidence',
  make: sumByStrength,
  figuresOf: (all) => figuresByPlace(ORDER, 'minutes', all, all.bySchool),
  told: (all, teller) => toldByPlace(ORDER, all, teller.minutes, teller),
  rule: () =>
    'Each booking of hours carries the strongest proof it was approved on: the educator’s own word, a document, a code given out in the room, a confirmed roster, or a record signed by the provider.',
  measures: Object.fromEntries(
    ORDER.map((strength): [string, Measure] => [
      strength,
      {
        name: STRENGTHS[strength],
        rule: ({ asOf, schoolYear }) =>
          `Hours of ${schoolYearName(schoolYear)} booked by ${dayInWords(asOf)} whose strongest proof is: ${STRENGTHS[strength].toLowerCase()}.`,
        of: ORDER,
      },
    ]),
  ),
}
