import { complete, earn, type Moment, setGoal } from './achieving'
import { type Ground, type Learner, postOn } from './ground'
import { learnSomething } from './learning'
import type { Offer } from './offering'
import { type DayNumber, daysIn, type Month, monthsBetween, weekdayOf } from './timeline'
import { type Taken, tellTaken } from './requiring'
import { type Proof, tellProof } from './walking'

/** How often things happen to a usual educator in a school year, beside the steps of pathways. */
const A_YEAR = { activities: 29.5, completions: 1.1, awards: 0.35 }

/** What share of a year's learning each month has, in a hundred, January first. */
const MONTHS = [8.5, 8, 11, 8, 11, 9, 3.5, 9, 8.5, 11, 8.5, 4]
const MONTH_OF_GOALS = 10
const WITH_GOAL = 0.65

type Told = { on: DayNumber; tell: () => void }

/**
 * Tells the history in the order of its days, as a district's database would have grown, and rests
 * after each month.
 */
export function* tellHistory(
  ground: Ground,
  offer: Offer,
  { proofs, taken }: { proofs: Proof[]; taken: Taken[] },
): Generator<Month> {
  const planned: Told[] = [
    ...proofs.map((it) => ({ on: it.on, tell: () => tellProof(ground, it) })),
    ...taken.map((it) => ({ on: it.on, tell: () => tellTaken(ground, it) })),
  ]
  const coming = planned.toSorted((one, other) => other.on - one.on)
  for (const month of monthsBetween(ground.from, ground.until)) {
    const told = ground.learners.flatMap((learner) => monthOf(ground, offer, learner, month))
    while (coming.length > 0 && coming.at(-1)!.on <= month.last) {
      told.push(coming.pop()!)
    }
    for (const { tell } of told.toSorted((one, other) => one.on - other.on)) tell()
    yield month
  }
}

function monthOf(ground: Ground, offer: Offer, learner: Learner, month: Month): Told[] {
  const { chance } = ground
  const { activities, completions, awards } = A_YEAR
  const share =
    (learner.eagerness * MONTHS[month.number - 1]! * (month.last - month.first + 1)) /
    (100 * daysIn(month))

  const times = (rate: number) => Math.floor(rate) + (chance.happens(rate % 1) ? 1 : 0)
  const told: Told[] = []
  const happen = (often: number, what: (moment: Moment) => void) => {
    for (let time = 0; time < often; time++) {
      const on = Math.max(month.first, weekdayOf(chance.between(month.first, month.last)))
      const post = postOn(learner, on)
      if (post) told.push({ on, tell: () => what({ learner, school: post.school, on }) })
    }
  }
  happen(times(activities * share), (moment) => learnSomething(ground, moment))
  happen(times(completions * share), (moment) =>
    complete(ground, moment, chance.pick(offer.courses)),
  )
  happen(times(awards * share), (moment) => earn(ground, moment, chance.pick(offer.badges)))
  const setsGoal = month.number === MONTH_OF_GOALS && chance.happens(WITH_GOAL)
  happen(setsGoal ? 1 : 0, (moment) => setGoal(ground, moment))
  return told
}
