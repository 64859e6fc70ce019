import type { GradeBand, Role } from '../../words'
import { type Chance, chanceOf } from '../chance'
import { type Rows, noRows } from '../rows'
import { idOfBytes } from '../../id'
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
  newId: (at: Date) => string
  /** Gathered, and taken away again whenever they are inserted. */
  rows: Rows
}

/** A district with nothing in it yet. */
export function emptyGround(
  given: Pick<Ground, 'name' | 'slug' | 'from' | 'today'> & { seed: number },
): Ground {
  const { seed, ...place } = given
  const chance = chanceOf(`${place.slug}/${seed}`)
  const newId = identifiers(chanceOf(`${place.slug}/${seed}/identifiers`))
  const start = new Date('2020-01-01T00:00:00Z')
  return {
    ...place,
    until: place.today - 1,
    organizationId: newId(start),
    schools: [],
    learners: [],
    priorities: new Map(),
    coordinatorId: newId(start),
    administratorId: newId(start),
    chance,
    newId,
    rows: noRows(),
  }
}

/** The post somebody held on a day, the later one where two touch. */
export const postOn = ({ posts }: Learner, day: DayNumber) =>
  posts.findLast(({ from, until }) => from <= day && (until === null || until >= day))

/** Who led a school on a day. */
export const principalOn = ({ principals }: School, day: DayNumber) =>
  (principals.findLast(({ from }) => from <= day) ?? principals[0]!).id

/** UUIDv7s that follow from the seed. */
function identifiers(chance: Chance) {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  return (at: Date) => {
    const milliseconds = at.getTime()
    view.setUint32(0, Math.floor(milliseconds / 0x10000))
    view.setUint16(4, milliseconds % 0x10000)
    for (const position of [6, 8, 12]) view.setUint32(position, chance.between(0, 0xffffffff))
    bytes[6] = 0x70 | (bytes[6]! & 0x0f)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    return idOfBytes(bytes)
  }
}
