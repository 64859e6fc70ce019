import type { Db, Store } from '../client.server'
import { districts, stateViewers, userEmails, users } from '../schema'
import { forDistrict } from '../tenant.server'
import { askForTime } from './crowd/asking'
import { discussDraft } from './crowd/commenting'
import { hireCrowd } from './crowd/hiring'
import { learn } from './crowd/learning'
import { walkTogether } from './crowd/pathways'
import { CERTIFICATES_OF_LEAVERS, letLeave } from './crowd/leavers'
import { licenseCrowd } from './crowd/licenses'
import { leaveWaiting, takeOneBack } from './crowd/queue'
import { requireTrainings } from './crowd/trainings'
import { remindSome } from './crowd/reminding'
import { SCHOOL_YEAR_STARTS_ON, STATE, TIME_ZONE } from './day'
import type { PlacedFile } from './evidence'
import { certificate, poster } from './files'
import { type DistrictWorld, nameWorld, STATE_VIEWER, type World } from './names'
import type { SeedRuleSet } from './licenses'
import { offer } from './offer'
import { REVIEW_DAYS } from './reviewing'
import { insertRows } from './rows'
import { emptyStage, type Stage } from './stage'
import { build, hireNamed, type School } from './staffing'
import type { StoryFiles } from './story/activities'
import { failImport, tellStory } from './story/story'

export type { World } from './names'
export { DEMO_PASSWORD } from './names'

export type SeedOptions = {
  /** The moment at which the world is to look alive. */
  now: Date
  /** `demo` has a district of 120 educators with years of history; `tests` only those with a name. */
  size: 'demo' | 'tests'
  /** Argon2id's hash of the password of everybody who can sign in. */
  passwordHash: string
  /** The rules of license renewal that come with the product. */
  ruleSets: readonly SeedRuleSet[]
  /** Places a file of the demonstration in the storage; without it there are links and texts only. */
  storeFile?: (districtId: number, content: Buffer) => Promise<Omit<PlacedFile, 'name'>>
  /** Freezes the report of a district that is there; without it there are no snapshots. */
  freeze?: (store: Store, names: DistrictWorld) => Promise<void>
}

/** Fills a migrated, empty database with the world. */
export async function seedWorld(store: Store, options: SeedOptions): Promise<World> {
  for (const stage of await stageWorld(options)) {
    await insert(store, options, stage)
    await options.freeze?.(store, stage.names)
  }
  await store.write((tx) => appointViewer(tx, options))
  return nameWorld()
}

async function appointViewer(tx: Db, { passwordHash, now }: SeedOptions) {
  const { userId, email } = STATE_VIEWER
  await tx.insert(users).values({ id: userId, passwordHash, createdAt: now })
  await tx.insert(userEmails).values({ userId, email, verifiedAt: now })
  await tx.insert(stateViewers).values({ userId, state: STATE, appointedAt: now })
}

/** The rows of the world, by district, before they are in a database. */
export async function stageWorld(options: SeedOptions): Promise<Stage[]> {
  const { northside, southside } = nameWorld()
  return [await stageNorthside(northside, options), await stageSouthside(southside, options)]
}

async function stageNorthside(names: World['northside'], options: SeedOptions) {
  const { elementary, middle, high } = names.schools
  const stage = await stageOf(names, options, [
    { id: elementary, name: 'Birchwood Elementary School', gradeBand: 'elementary' },
    { id: middle, name: 'Riverbend Middle School', gradeBand: 'middle' },
    { id: high, name: 'Northside High School', gradeBand: 'high', principal: names.paul },
  ])
  if (options.size === 'demo') {
    gather(stage, names.schools, options.ruleSets)
    letLeave(stage, await placeCertificates(names, options))
  }
  return stage
}

/** Adds everybody else, and what they have done over the years. */
function gather(
  stage: Stage,
  schools: World['northside']['schools'],
  ruleSets: readonly SeedRuleSet[],
) {
  const learners = hireCrowd(stage, schools)
  learn(stage, learners)
  walkTogether(stage, learners)
  remindSome(stage)
  askForTime(stage)
  discussDraft(stage)
  leaveWaiting(stage, learners, Object.values(schools))
  takeOneBack(stage)
  requireTrainings(stage)
  licenseCrowd(stage, learners, ruleSets)
}

async function stageSouthside(names: World['southside'], options: SeedOptions) {
  const { elementary, middle } = names.schools
  return stageOf(names, options, [
    { id: elementary, name: 'Harbor Elementary School', gradeBand: 'elementary' },
    { id: middle, name: 'Tidewater Middle School', gradeBand: 'middle' },
  ])
}

async function stageOf(names: DistrictWorld, options: SeedOptions, schools: School[]) {
  const { now, size } = options
  const stage = emptyStage(names, now)
  build(stage, schools)
  hireNamed(stage)
  offer(stage)
  tellStory(stage, await placeFiles(names, options), options.ruleSets)
  if (size === 'tests') failImport(stage)
  return stage
}

async function placeFiles(names: DistrictWorld, { storeFile }: SeedOptions): Promise<StoryFiles> {
  if (!storeFile) return null
  const attended = certificate(names.ana.name, 'Going through our classroom apps')
  return {
    certificate: { name: 'certificate.pdf', ...(await storeFile(names.id, attended)) },
    program: { name: 'poster.png', ...(await storeFile(names.id, poster())) },
  }
}

async function placeCertificates(names: DistrictWorld, { storeFile }: SeedOptions) {
  const placed: PlacedFile[] = []
  for (let count = 1; storeFile && count <= CERTIFICATES_OF_LEAVERS; count++) {
    const stored = await storeFile(names.id, certificate('Certificate', `No. ${count}`))
    placed.push({ name: `certificate-${count}.pdf`, ...stored })
  }
  return placed
}

async function insert(store: Store, options: SeedOptions, { names, staff, rows, now }: Stage) {
  const accounts = [...staff.values()].flatMap(({ userId, email }) =>
    userId ? [{ id: userId, email }] : [],
  )
  await store.write(async (tx) => {
    await tx.insert(districts).values({
      id: names.id,
      slug: names.slug,
      name: names.name,
      state: STATE,
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
