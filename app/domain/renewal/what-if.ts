import { parseMinutes } from '../duration'
import type { Day } from '../calendar'
import { MAX_AMOUNT } from '../claims/claim'
import { unitsOf } from '../evaluation/amount'
import type { Evaluation } from '../evaluation/evaluation'
import type { CreditRow } from '../evaluation/input'
import { changesOf } from './changes'

/** A course that somebody thinks about. */
export type Planned = {
  title?: string
  minutes?: number
  credit?: string
  amount?: number
  level?: string
  topic?: string
  categories: string[]
}

const PLANNED = 'planned'

/**
 * The planned course as a row that is done, approved and proved on a day, and in line with the plan where
 * other rows say whether they are.
 */
export const plannedRow = (planned: Planned, on: Day, others: readonly CreditRow[]): CreditRow => ({
  ...planned,
  id: PLANNED,
  title: planned.title || 'What you plan',
  startsOn: on,
  endsOn: on,
  proofs: ['certificate'],
  aligned: others.some(({ aligned }) => aligned !== undefined) || undefined,
})

/** What a planned course would change: the sentence with it, its own verdict, and each gap before and after. */
export function whatIfOf(before: Evaluation, after: Evaluation) {
  const verdict = after.rows.find(({ row }) => row.id === PLANNED)!
  return {
    sentence: after.course.sentence,
    verdict: verdict.verdict,
    verdictSentence: verdict.sentence,
    counted: { before: unitsOf(before.counted), after: unitsOf(after.counted) },
    changes: changesOf(before, after),
  }
}

/** What is asked in words: the hours, or an amount of another credit, as people type them. */
type Asked = {
  title?: string
  hours?: string
  topic?: string
  credit?: string
  level?: string
  categories: string[]
}

/**
 * A planned course from what was typed; null when nothing was. The hours are an amount where another
 * credit is given.
 */
export function readPlanned({ hours, credit, ...asked }: Asked): Planned | 'unreadable' | null {
  if (!hours) return null
  if (credit && credit !== 'clock_hour') {
    const amount = Math.round(Number(hours.replace(',', '.')) * 1000) / 1000
    return amount > 0 && amount <= MAX_AMOUNT ? { ...asked, credit, amount } : 'unreadable'
  }
  const minutes = parseMinutes(hours)
  return minutes !== null && minutes > 0 ? { ...asked, minutes } : 'unreadable'
}
