import type { Store } from '../client.server'
import { districts, userEmails, users } from '../schema'
import { forDistrict } from '../tenant.server'
import type { GradeBand } from '../words'
import { SCHOOL_YEAR_STARTS_ON, TIME_ZONE } from './day'
import { type DistrictWorld, nameWorld, type World } from './names'
import { offer } from './offer'
import { REVIEW_DAYS } from './reviewing'
import { insertRows } from './rows'
import { emptyStage, type Stage } from './stage'
import { build, hireNamed } from './staffing'
import { tellStory } from './story'

export type { World } from './names'
export { DEMO_PASSWORD } from './names'

export type SeedOptions = {
  /** The moment at which the world is to look alive. */
  now: Date
  /** `demo` has a district of 120 educators with years of history; `tests` only those with a name. */
  size: 'demo' | 'tests'
  /** Argon2id's hash of the password of everybody who can sign in. */
  passwordHash: string
}

/** Fills a migrated, empty database with the world. */
export async function seedWorld(store: Store, options: SeedOptions): Promise<World> {
  const world = nameWorld()
  const northside = stageOf(world.northside, options, [
    school(world.northside.schools.elementary, 'Birchwood Elementary School', 'elementary'),
    school(world.northside.schools.middle, 'Riverbend Middle School', 'middle'),
    school(world.northside.schools.high, 'Northside High School', 'high'),
  ])
  const southside = stageOf(world.southside, options, [
    school(world.southside.schools.elementary, 'Harbor Elementary School', 'elementary'),
    school(world.southside.schools.middle, 'Tidewater Middle School', 'middle'),
  ])
  await insert(store, northside, options)
  await insert(store, southside, options)
  return world
}

function stageOf(names: DistrictWorld, { now }: SeedOptions, schools: Parameters<typeof build>[1]) {
  const stage = emptyStage(names, now)
  build(stage, schools)
  hireNamed(stage)
  offer(stage)
  tellStory(stage, null)
  return stage
}

const school = (id: string, name: string, gradeBand: GradeBand) => ({ id, name, gradeBand })

async function insert(store: Store, { names, staff, rows, now }: Stage, options: SeedOptions) {
  const accounts = [...staff.values()].flatMap(({ userId, email }) =>
    userId ? [{ id: userId, email }] : [],
  )
  await store.write(async (tx) => {
    await tx.insert(districts).values({
      id: names.id,
      slug: names.slug,
      name: names.name,
      state: 'MA',
      timeZone: TIME_ZONE,
      schoolYearStartsOn: SCHOOL_YEAR_STARTS_ON,
      reviewDays: REVIEW_DAYS,
      createdAt: now,
    })
    const { passwordHash } = options
    await tx.insert(users).values(accounts.map(({ id }) => ({ id, passwordHash, createdAt: now })))
    await tx
      .insert(userEmails)
      .values(accounts.map(({ id, email }) => ({ userId: id, email, verifiedAt: now })))
    await insertRows(forDistrict(tx, names.id), rows)
  })
}
