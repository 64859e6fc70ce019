import { setImmediate as breathe } from 'node:timers/promises'
import { bulkInto } from '../bulk.server'
import type { Store } from '../client.server'
import { maxOf } from '../query.server'
import { districts, userEmails, users } from '../schema'
import type { Role } from '../words'
import { addDays, dayOf, SCHOOL_YEAR_STARTS_ON, STATE, TIME_ZONE } from './day'
import { emptyGround, type Ground, postOn, principalOn } from './generated/ground'
import { tellHistory } from './generated/history'
import { offer } from './generated/offering'
import { requireTrainings } from './generated/requiring'
import { type Account, staffDistrict } from './generated/staff'
import { instantOf, numberOf } from './generated/timeline'
import { walkPathways } from './generated/walking'
import { REVIEW_DAYS } from './reviewing'
import { type Rows, TABLES } from './rows'

export type GenerateOptions = {
  educators: number
  schools: number
  /** How many years of history there are, up to yesterday. */
  years: number
  /** The same seed and moment make the same district, row by row. */
  seed: number
  /** The moment at which the district is to look alive. */
  now: Date
  /** Argon2id's hash of the password of those who are returned; the others cannot sign in yet. */
  passwordHash: string
  slug?: string
  name?: string
  /** The number of the district; the next one when absent. */
  id?: number
  /** Told how many rows there are, whenever some were written. */
  tell?: (rows: number) => void
}

/** A generated district, and the addresses of people who can sign in there. */
export type GeneratedDistrict = {
  slug: string
  name: string
  educators: string[]
  principals: string[]
  coordinator: string
  administrator: string
  /** How many rows each table got. */
  rows: Record<string, number>
}

const EDUCATORS_WITH_PASSWORD = 60
const PRINCIPALS_WITH_PASSWORD = 20
const DAYS_IN_A_YEAR = 365.25
const ROWS_A_TRANSACTION = 400_000

/**
 * Adds a believable district of any size to a migrated database: about 30 activities for each
 * educator and year with what came of them, courses, badges, goals and a dozen pathways. Where it
 * fails halfway, what was written by then stays.
 */
export async function generateDistrict(
  store: Store,
  options: GenerateOptions,
): Promise<GeneratedDistrict> {
  const { ground, accounts, history } = grow(options)
  const known = chooseKnown(ground, accounts)
  const districtId = await found(store, ground, options, accounts, known)
  const write = writerOf(store, districtId, ground, options.tell)
  await write.now()
  while (!history.next().done) await write.soon()
  await write.now()

  const emails = (role: Role) =>
    known.filter((account) => account.role === role).map(({ email }) => email)
  const { slug, name } = ground
  return {
    slug,
    name,
    educators: emails('educator'),
    principals: emails('principal'),
    coordinator: emails('coordinator')[0]!,
    administrator: emails('administrator')[0]!,
    rows: write.counts,
  }
}

/** Plans a district; telling its history gathers its rows, month by month. */
export function grow(options: Omit<GenerateOptions, 'passwordHash'>) {
  const { slug = 'harborview', name = 'Harborview Public Schools', years, seed, now } = options
  const today = dayOf(now)
  const from = numberOf(addDays(today, -Math.round(years * DAYS_IN_A_YEAR)))
  const ground = emptyGround({ name, slug, seed, from, today: numberOf(today) })
  const accounts = staffDistrict(ground, options)
  const offered = offer(ground)
  const proofs = walkPathways(ground, offered.pathways)
  const taken = requireTrainings(ground)
  return { ground, accounts, history: tellHistory(ground, offered, { proofs, taken }) }
}

/** Those who can sign in: the two of the office, and principals and educators from all schools. */
function chooseKnown({ learners, schools, until }: Ground, accounts: Account[]): Account[] {
  const present = new Set(learners.filter((learner) => postOn(learner, until)).map(({ id }) => id))
  const of = (role: Role) => accounts.filter((account) => account.role === role)
  const leading = new Set(schools.map((school) => principalOn(school, until)))
  const principals = of('principal').filter(({ memberId }) => leading.has(memberId))
  const educators = of('educator').filter(({ memberId }) => present.has(memberId))
  return [
    ...of('administrator'),
    ...of('coordinator'),
    ...spread(principals, PRINCIPALS_WITH_PASSWORD),
    ...spread(educators, EDUCATORS_WITH_PASSWORD),
  ]
}

/** So many of a list, evenly from its beginning to its end. */
function spread<T>(list: T[], size: number): T[] {
  const step = Math.max(1, list.length / size)
  return Array.from(
    { length: Math.min(size, list.length) },
    (_, at) => list[Math.floor(at * step)]!,
  )
}

/** Adds the district and everybody's account, and says which number it has. */
async function found(
  store: Store,
  { name, slug, from }: Ground,
  { passwordHash, id: given }: GenerateOptions,
  accounts: Account[],
  known: Account[],
): Promise<number> {
  const createdAt = instantOf(from, 12 * 60)
  const id = given ?? (await nextId(store))
  const withPassword = new Set(known.map(({ userId }) => userId))
  await store.write(async (tx) => {
    const bulk = bulkInto(tx)
    await tx.insert(districts).values({
      id,
      slug,
      name,
      state: STATE,
      timeZone: TIME_ZONE,
      schoolYearStartsOn: SCHOOL_YEAR_STARTS_ON,
      reviewDays: REVIEW_DAYS,
      createdAt,
    })
    const people = accounts.map(({ userId }) => ({
      id: userId,
      passwordHash: withPassword.has(userId) ? passwordHash : null,
      createdAt,
    }))
    await bulk(users, people)
    const emails = accounts.map(({ userId, email }) => ({ userId, email, verifiedAt: createdAt }))
    await bulk(userEmails, emails)
  })
  return id
}

async function nextId(store: Store) {
  const [last] = await store.read.select({ id: maxOf(districts.id) }).from(districts)
  return (last?.id ?? 0) + 1
}

/** Takes what was gathered, in transactions of a good size. */
function writerOf(
  store: Store,
  districtId: number,
  { rows }: Ground,
  tell: GenerateOptions['tell'] = () => {},
) {
  const counts: Record<string, number> = {}
  const gathered = () => Object.values(rows).reduce((sum, list) => sum + list.length, 0)

  async function now() {
    await store.write(async (tx) => {
      const bulk = bulkInto(tx)
      for (const [name, table] of Object.entries(TABLES)) {
        await bulk(table, rows[name as keyof Rows], { districtId })
      }
    })
    for (const [name, list] of Object.entries(rows)) {
      counts[name] = (counts[name] ?? 0) + list.length
      list.length = 0
    }
    tell(Object.values(counts).reduce((sum, count) => sum + count, 0))
    // SQLite answers at once: without this no signal and no other process would ever be heard.
    await breathe()
  }
  return { counts, now, soon: async () => gathered() >= ROWS_A_TRANSACTION && now() }
}
