import { FEW, isFew } from '~/domain/reports/rounding'
import type { Unit } from '~/domain/reports/section'
import { counted } from '~/parts/people-words'
import { formatHours } from '~/ui/hours'
import { share } from './share'

const COUNTED: Record<Exclude<Unit, 'minutes'>, [one: string, many: string]> = {
  people: ['person', 'people'],
  goals: ['goal', 'goals'],
  badges: ['badge', 'badges'],
  submissions: ['submission', 'submissions'],
  rows: ['row', 'rows'],
  days: ['day', 'days'],
}

const MINUS = '−'

/** A figure with its unit: `41 people`, `12.5 h`; a dash where there is none. */
export function inUnit(unit: Unit, value: number | null, isRounded?: true) {
  if (value === null) return '–'
  if (isFew({ unit, value, isRounded })) return FEW
  return unit === 'minutes' ? formatHours(value) : counted(value, ...COUNTED[unit])
}

/** How a figure changed: `+5 people`, `−3 h`, `the same`; a dash where that says nothing. */
export function changeInUnit(unit: Unit, change: number | null) {
  if (change === null) return '–'
  if (change === 0) return 'the same'
  return `${change > 0 ? '+' : MINUS}${inUnit(unit, Math.abs(change))}`
}

/** How many of those a pathway is for are current, who is not on it yet among them: `62% of those “Privacy” is for are current`. */
export const currentInWords = (pathway: { title: string; current: number; audience: number }) =>
  `${share(pathway.current, pathway.audience)} of those “${pathway.title}” is for are current`

/** A share as a whole percentage. */
export const inPercent = (share: number) => `${Math.round(100 * share)}%`

/** How a share changed, in points of a percentage as both are shown; null where one of them is not known. */
export function pointsBetween(share: number | null, compared: number | null) {
  if (share === null || compared === null) return null
  const points = Math.round(100 * share) - Math.round(100 * compared)
  const sign = points > 0 ? '+' : points < 0 ? MINUS : ''
  return `${sign}${counted(Math.abs(points), 'point', 'points')}`
}
