import { events } from '#db/schema'
import { openTestStore } from '../../support/database'
import { world } from '../../support/world'
import { ACTORS, EVERYBODY, STRANGER } from './actors'
import type { Access, Expectation } from './expectation'
import type { Route, RouteModule } from './routes'
import { type Attempt, attempt, type Desk, type Verdict } from './verdict'

/** What everybody got, by who asked. */
export type Verdicts = Record<string, Verdict>

const { northside, southside } = world
const AT_HOME = 'the other district, with our rows at their own address'
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
 * Asks an action as everybody, on one database until it has done something, which only those who are
 * allowed to should bring about.
 *
 * @returns also how many events those left behind who were refused
 */
export async function actAsEverybody(route: Route, module: RouteModule, expected: Expectation) {
  const verdicts: Verdicts = {}
  const { form, open } = expected.action!
  const isRefused = ([who]: [string, Attempt]) => !open.some((it) => it === who)
  const attempts = attemptsAt(route, expected, expected.action!)

  const desk = await openDesk(expected)
  const before = await desk.store.read.$count(events)
  for (const [who, given] of attempts.filter(isRefused)) {
    verdicts[who] = await attempt(desk, route, module, { ...given, form: form() })
  }
  const eventsOfRefused = (await desk.store.read.$count(events)) - before

  for (const [who, given] of attempts.filter((each) => !isRefused(each))) {
    verdicts[who] = await attempt(await openDesk(expected), route, module, {
      ...given,
      form: form(),
    })
  }
  return { verdicts, eventsOfRefused }
}

/** What the table says that everybody gets. */
export function verdictsBy(route: Route, { open, forbidden = [] }: Access, namesRows = false) {
  const verdicts: Verdicts = { nobody: 'to sign in', 'the other district': 'not found' }
  for (const who of EVERYBODY) {
    verdicts[who] = open.includes(who)
      ? 'allowed'
      : forbidden.includes(who)
        ? 'forbidden'
        : 'not found'
  }
  if (route.parameters.length > 0 || namesRows) verdicts[AT_HOME] = 'not found'
  if (route.parameters.length > 0) verdicts[UNKNOWN] = 'not found'
  return verdicts
}

function attemptsAt(route: Route, expected: Expectation, access: Access): [string, Attempt][] {
  const { query, action } = expected
  const here = { district: northside.slug, ...expected.parameters }
  const there = { ...here, district: southside.slug }
  const unknown = Object.fromEntries(route.parameters.map((name) => [name, 'not-an-id']))
  const namesRows = access === action && action.namesRows
  const given = (as: Attempt['as'], parameters: Attempt['parameters']) => ({
    as,
    parameters,
    query: query?.(),
  })
  const attempts: [string, Attempt][] = [
    ['nobody', given(null, here)],
    ['the other district', given(STRANGER, here)],
    ...EVERYBODY.map((who): [string, Attempt] => [who, given(ACTORS[who], here)]),
  ]
  if (route.parameters.length > 0 || namesRows) attempts.push([AT_HOME, given(STRANGER, there)])
  if (route.parameters.length > 0) {
    attempts.push([UNKNOWN, given(ACTORS[access.open[0]!], { ...here, ...unknown })])
  }
  return attempts
}

async function openDesk({ arrange }: Expectation): Promise<Desk> {
  const store = await openTestStore()
  return { store, context: (await arrange?.(store)) ?? {} }
}
