import type { GradeBand, Role } from '../../words'
import { type Chance, chanceOf } from '../chance'
import { type Rows, noRows } from '../rows'
import { idOfNumber, longIdOf } from '../../id'
import type { DayNumber } from './timeline'

export type School = {
  id: string
  name: string
  gradeBand: GradeBand
  /** Those who led it one after the other, each until the day before the next; the last one is there. */
  principals: { id: string; from: DayNumber; until: DayNumber | null }[]
}

/** A time at one organization; `until` is the last day, open for those who are still there. */
export type Post = { school: School; role: Role; from: DayNumber; until: DayNumber | null }

export type Learner = {
  id: string
  /** How much they log, where 1 is usual. */
  eagerness: number
  /** In the order in which they held them. */
  posts: Post[]
}

/** A generated district while it grows. */
export type Ground = {
  name: string
  slug: string
  /** The top of the organizations. */
  organizationId: string
  schools: School[]
  learners: Learner[]
  coordinatorId: string
  administratorId: string
  /** The first day of the history, and the last one that is over. */
  from: DayNumber
  until: DayNumber
  today: DayNumber
  /** What goals serve, by the keys of their plan. */
  priorities: Map<string, string>
  chance: Chance
  /** For rows that the product names when it writes them: short. */
  newId: () => string
  /** For rows that a form has named: long. */
  newLongId: (at: Date) => string
  /** Gathered, and taken away again whenever they are inserted. */
  rows: Rows
}

/** A district with nothing in it yet. */
export function emptyGround(
  given: Pick<Ground, 'name' | 'slug' | 'from' | 'today'> & { seed: number },
): Ground {
  const { seed, ...place } = given
  const chance = chanceOf(`${place.slug}/${seed}`)
  const ids = identifiers()
  return {
    ...place,
    until: place.today - 1,
    organizationId: ids.newId(),
    schools: [],
    learners: [],
    priorities: new Map(),
    coordinatorId: ids.newId(),
    administratorId: ids.newId(),
    chance,
    ...ids,
    rows: noRows(),
  }
}

/** The post somebody held on a day, the later one where two touch. */
export const postOn = ({ posts }: Learner, day: DayNumber) =>
  posts.findLast(({ from, until }) => from <= day && (until === null || until >= day))

/** Who led a school on a day. */
export const principalOn = ({ principals }: School, day: DayNumber) =>
  (principals.findLast(({ from }) => from <= day) ?? principals[0]!).id

/** Half of what 4 bytes hold is the generator's: the product begins at 1, and is not likely to come so far. */
const FIRST_NUMBER = 2 ** 29

/** Identifiers by two counts, so that the same seed gives the same ones. Moments are of whole seconds. */
function identifiers() {
  let number = FIRST_NUMBER
  let counted = 0
  return {
    newId: () => idOfNumber(number++),
    newLongId: (at: Date) => longIdOf(at.getTime(), ++counted),
  }
}
