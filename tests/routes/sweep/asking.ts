import { rmSync } from 'node:fs'
import {
  activities,
  completions,
  events,
  evidence,
  recordViews,
  reviews,
  submissions,
} from '#db/schema'
import type { RosterReader } from '~/domain/roster/import'
import { openTestStore, type TestStore } from '../../support/database'
import type { Form } from '../../support/requests'
import { type Person, world, WORLD_NOW } from '../../support/world'
import { actorOf, EVERYBODY, type Who } from './actors'
import type { Access, Action, Expectation, OpenExpectation } from './expectation'
import { expectationsFor } from './expectations/table'
import type { Route, RouteModule } from './routes'
import { type Attempt, attempt, type Desk, type Verdict } from './verdict'

/** What everybody got, by who asked. */
export type Verdicts = Record<string, Verdict>

const { northside, southside } = world
const theirs = expectationsFor(southside)
const STRANGER = southside.rosa

/** Roster files are read after the answer, which is no matter here. */
const rosters: RosterReader = {
  read: ({ path }) => rmSync(path, { force: true }),
  apply: () => {},
  idle: async () => {},
}

const NOBODY = 'nobody'
const ABROAD = 'the other district, at our address'
const AT_HOME = 'the other district, with our rows at an address of theirs'
const NAMING = 'the other district, naming our rows in a form of theirs'
const UNKNOWN = 'somebody who may, for what is no identifier'

/** Asks a loader as everybody. @param store what none of them changes */
export async function readAsEverybody(
  route: Route,
  module: RouteModule,
  expected: Expectation,
  store: TestStore,
) {
  const desk = await deskFor(expected, store)
  const verdicts: Verdicts = {}
  for (const [who, given] of attemptsAt(route, expected, expected.loader!)) {
    verdicts[who] = await attempt(desk, route, module, given)
  }
  return verdicts
}

/**
 * Asks an action as everybody: first, on the database of the file, as those who are to be refused, and then as each
 * of the others, on a database of their own unless it is repeatable.
 *
 * @param store what nobody changes who is refused
 * @returns also how much those left behind in the audit trail who were refused
 */
export async function actAsEverybody(
  route: Route,
  module: RouteModule,
  expected: Expectation,
  action: Action,
  store: TestStore,
) {
  const { open, form, isRepeatable } = action
  const all = attemptsAt(route, expected, action)
  const allowed = all.filter(([who]) => open.includes(who as Who))
  const refused = all.filter((each) => !allowed.includes(each))
  const verdicts: Verdicts = {}

  const desk = await deskFor(expected, store)
  const before = await countTrail(desk)
  for (const [who, given] of refused) {
    verdicts[who] = await attempt(desk, route, module, { ...given, form: form() })
  }
  const trailOfRefused = (await countTrail(desk)) - before

  let own: Desk | undefined
  for (const [who, given] of allowed) {
    if (!own || !isRepeatable) own = await openDesk(expected)
    verdicts[who] = await attempt(own, route, module, { ...given, form: form() })
  }
  return { verdicts, trailOfRefused }
}

/** Events, and the rows that are their own. */
const TRAIL = [events, activities, completions, evidence, submissions, reviews, recordViews]

async function countTrail({ store }: Desk) {
  const counts = await Promise.all(TRAIL.map((table) => store.read.$count(table)))
  return counts.reduce((sum, each) => sum + each, 0)
}

/** Asks a route outside of the districts as a stranger and as everybody who is signed in. */
export async function askAsAnybody(
  route: Route,
  module: RouteModule,
  { parameters = {} }: OpenExpectation,
  form?: () => Form,
) {
  const desk = await openDesk()
  const ask = (as: Person | null) =>
    attempt(desk, route, module, { as, parameters, form: form?.() })
  const signedIn = new Set<Verdict>()
  for (const who of EVERYBODY) signedIn.add(await ask(actorOf(northside, who)))
  return { stranger: await ask(null), signedIn: [...signedIn] }
}

/** What the table says that everybody gets. */
export function verdictsBy(
  route: Route,
  { open, forbidden = [], foreign, isOfNobody }: Access & Partial<Action>,
) {
  const verdicts: Verdicts = { [NOBODY]: 'to sign in', [ABROAD]: 'not found' }
  for (const who of EVERYBODY) {
    const refusal = forbidden.includes(who) ? 'forbidden' : 'not found'
    verdicts[who] = open.includes(who) ? 'allowed' : refusal
  }
  const atHome = isOfNobody ? 'allowed' : 'not found'
  if (route.parameters.length > 0) Object.assign(verdicts, { [AT_HOME]: atHome })
  if (route.parameters.length > 0) Object.assign(verdicts, { [UNKNOWN]: 'not found' })
  if (foreign) verdicts[NAMING] = foreign
  return verdicts
}

function attemptsAt(route: Route, expected: Expectation, access: Access & Partial<Action>) {
  const query = expected.query?.()
  const here = { district: northside.slug, ...expected.parameters }
  const there = { district: southside.slug, ...theirs[route.file]?.parameters }
  const unknown = Object.fromEntries(route.parameters.map((name) => [name, 'not-an-id']))
  const [somebody] = access.open

  const attempts: [who: string, given: Attempt][] = [
    [NOBODY, { as: null, parameters: here, query }],
    [ABROAD, { as: STRANGER, parameters: here, query }],
  ]
  for (const who of EVERYBODY) {
    const as = actorOf(northside, who, expected.owner)
    attempts.push([who, { as, parameters: here, query }])
  }
  if (route.parameters.length > 0) {
    const as = actorOf(northside, somebody!, expected.owner)
    attempts.push([
      AT_HOME,
      { as: STRANGER, parameters: { ...here, district: southside.slug }, query },
    ])
    attempts.push([UNKNOWN, { as, parameters: { ...here, ...unknown }, query }])
  }
  if (access.foreign) {
    attempts.push([NAMING, { as: STRANGER, parameters: there, query }])
  }
  return attempts
}

/** The database of the file, unless it lacks something that has to be added. */
const deskFor = async (expected: Expectation, store: TestStore): Promise<Desk> =>
  expected.arrange ? openDesk(expected) : { store, context: { rosters } }

async function openDesk({ arrange }: Expectation = {}): Promise<Desk> {
  const store = await openTestStore()
  return { store, context: { rosters, ...(await arrange?.(store, WORLD_NOW)) } }
}
