import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Bulk, bulkInto } from '../bulk.server'
import type { Store } from '../client.server'
import { maxOf } from '../query.server'
import { districts, userEmails, users } from '../schema'
import { addDays, dayOf, SCHOOL_YEAR_STARTS_ON, TIME_ZONE } from './day'
import { emptyGround, type Ground } from './generated/ground'
import { tellHistory } from './generated/history'
import { offer } from './generated/offering'
import { type Account, staffDistrict } from './generated/staff'
import { numberOf } from './generated/timeline'
import { walkPathways } from './generated/walking'
import { REVIEW_DAYS } from './reviewing'
import { TABLES } from './rows'

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
const ROWS_A_TRANSACTION = 1_000_000

/**
 * Adds a believable district of any size to a migrated database: about 30 activities for each
 * educator and year with what came of them, courses, badges, goals and a dozen pathways. Where it
 * fails halfway, what was written by then stays.
 */
export async function generateDistrict(
  store: Store,
  options: GenerateOptions,
): Promise<GeneratedDistrict> {
  const { slug = 'harborview', name = 'Harborview Public Schools', seed, now } = options
  const today = dayOf(now)
  const ground = emptyGround({
    name,
    slug,
    seed,
    from: numberOf(addDays(today, -Math.round(options.years * 365.25))),
    today: numberOf(today),
  })
  const accounts = staffDistrict(ground, options)
  const signedIn = chooseAccounts(ground, accounts)
  const districtId = await begin(store, options, { slug, name }, accounts, signedIn)

  const counts: Record<string, number> = {}
  const { add, flush } = writerOf(store, districtId, counts)
  const proofs = walkPathways(ground, offer(ground).pathways)
  return null as never
}
