import type { Strength } from '#db/words'
import { STRENGTHS } from '../../evidence/evidence'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'
import { countedIn } from './hours.server'

const ORDER = Object.keys(STRENGTHS) as Strength[]

const none = () => Object.fromEntries(ORDER.map((it) => [it, 0])) as Record<Strength, number>

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
}
