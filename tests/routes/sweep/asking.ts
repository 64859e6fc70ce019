import { rmSync } from 'node:fs'
import { events } from '#db/schema'
import type { RosterReader } from '~/domain/roster/import'
import { openTestStore } from '../../support/database'
import type { Form } from '../../support/requests'
import { type Person, world, WORLD_NOW } from '../../support/world'
import { actorOf, EVERYBODY, type Who } from './actors'
import type { Access, Expectation, OpenExpectation } from './expectation'
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

/** Asks a loader as everybody. */
export async function readAsEverybody(route: Route, module: RouteModule, expected: Expectation) {
  const desk = await openDesk(expected)
  const verdicts: Verdicts = {}
  for (const [who, given] of attemptsAt(route, expected, expected.loader!)) {
    verdicts[who] = await attempt(desk, route, module, given)
  }
  return verdicts
}

/**
 * Asks an action as everybody: first, on one database, as those who are to be refused, and then as each
 * of the others, on a database of their own.
 *
 * @returns also how many events those left behind who were refused
 */
export async function actAsEverybody(route: Route, module: RouteModule, expected: Expectation) {
  const { open, form } = expected.action!
  const all = attemptsAt(route, expected, expected.action!)
  const allowed = all.filter(([who]) => open.includes(who as Who))
  const refused = all.filter((each) => !allowed.includes(each))
  const verdicts: Verdicts = {}

  const desk = await openDesk(expected)
  const before = await desk.store.read.$count(events)
  for (const [who, given] of refused) {
    verdicts[who] = await attempt(desk, route, module, { ...given, form: form() })
  }
  const eventsOfRefused = (await desk.store.read.$count(events)) - before

  for (const [who, given] of allowed) {
    const own = await openDesk(expected)
    verdicts[who] = await attempt(own, route, module, { ...given, form: form() })
  }
  return { verdicts, eventsOfRefused }
}

/** Asks a route outside of the districts as a stranger and as everybody who is signed in. */
export async function askAsAnybody(
  route: Route,
  module: RouteModule,
  { parameters = {} }: OpenExpectation,
  form?: () => Form,
) {
  const ask = async (as: Person | null) =>
    attempt(await openDesk(), route, module, { as, parameters, form: form?.() })
  const all = await Promise.all(EVERYBODY.map((who) => ask(actorOf(northside, who))))
  return { stranger: await ask(null), signedIn: [...new Set(all)] }
}

/** What the table says that everybody gets. */
export function verdictsBy(route: Route, access: Access, foreign?: Verdict) {
  const { open, forbidden = [] } = access
  const verdicts: Verdicts = { [NOBODY]: 'to sign in', [ABROAD]: 'not found' }
  for (const who of EVERYBODY) {
    const refusal = forbidden.includes(who) ? 'forbidden' : 'not found'
    verdicts[who] = open.includes(who) ? 'allowed' : refusal
  }
  if (route.parameters.length > 0) Object.assign(verdicts, { [AT_HOME]: 'not found' })
  if (route.parameters.length > 0) Object.assign(verdicts, { [UNKNOWN]: 'not found' })
  if (foreign) verdicts[NAMING] = foreign
  return verdicts
}

function attemptsAt(route: Route, expected: Expectation, access: Access) {
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
  if (access === expected.action && expected.action?.foreign) {
    attempts.push([NAMING, { as: STRANGER, parameters: there, query }])
  }
  return attempts
}

async function openDesk({ arrange }: Expectation = {}): Promise<Desk> {
  const store = await openTestStore()
  return { store, context: { rosters, ...(await arrange?.(store, WORLD_NOW)) } }
}
