import type { Day } from '../calendar'
import { type Cadence, type Newcomer, nextTurn, type NextTurn, type Turn } from './cadence'

const SHOWN = 3
/* Enough for a training every year since the first school had electricity. */
const MOST = 200

/** When somebody would be due, the next few times: who is there, and who is hired today. */
export function exampleDates(cadence: Cadence, today: Day) {
  const { startsOn } = cadence
  const isBegun = startsOn <= today
  return {
    there: nextDates(cadence, { joinedOn: startsOn, hiredOn: null }, today),
    hired: nextDates(cadence, { joinedOn: isBegun ? today : startsOn, hiredOn: today }, today),
  }
}

/** The next due dates of somebody who takes it each time on the day it is due. */
function nextDates(cadence: Cadence, newcomer: Newcomer, today: Day) {
  const dates: NextTurn[] = []
  let last: Turn | null = null
  for (let round = 0; round < MOST && dates.length < SHOWN; round++) {
    const turn: NextTurn | null = nextTurn(cadence, newcomer, last)
    if (!turn) break
    if (turn.dueOn >= today || cadence.everyMonths === null) dates.push(turn)
    last = { ...turn, metOn: turn.dueOn }
  }
  return dates.map(({ dueOn, opensOn, because }) => ({ dueOn, opensOn, because }))
}
