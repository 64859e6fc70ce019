import { describe, expect, it } from 'vitest'
import { openTestStore } from '../support/database'
import { world } from '../support/world'
import { actorOf, EVERYBODY } from './sweep/actors'
import { actAsEverybody, readAsEverybody, verdictsBy } from './sweep/asking'
import type { Expectation, OpenExpectation } from './sweep/expectation'
import { outside } from './sweep/expectations/outside'
import { expectationsFor } from './sweep/expectations/table'
import { moduleOf, type Route, routes } from './sweep/routes'
import { attempt } from './sweep/verdict'

const DOORS = ['loader', 'action'] as const
const expectations = expectationsFor(world.northside)
const known: Record<string, Expectation | OpenExpectation> = { ...expectations, ...outside }

const named = (all: Route[]) => all.map((route) => [route.path, route.file, route] as const)
const inDistrict = routes.filter(({ file }) => file in expectations)
const elsewhere = routes.filter(({ file }) => file in outside)

describe('the sweep', () => {
  it('knows every route and every parameter, and no more', () => {
    const missing = routes.filter(({ file }) => !(file in known)).map(({ file }) => file)
    const gone = Object.keys(known).filter((name) => routes.every(({ file }) => file !== name))
    const unfilled = routes.flatMap(({ file, parameters }) =>
      parameters.filter((name) => !known[file]?.parameters?.[name]).map((name) => [file, name]),
    )

    expect({ missing, gone, unfilled }).toEqual({ missing: [], gone: [], unfilled: [] })
  })

  it('takes a route below /d/:district for one of a district, and no other', () => {
    const misplaced = routes.filter(
      ({ file, path }) => path.startsWith('/d/:district') === file in outside,
    )

    expect(misplaced).toEqual([])
  })

  it('knows whether a route reads, acts or does both', async () => {
    const wrong: string[] = []

    for (const route of routes) {
      const module = await moduleOf(route)
      const differs = DOORS.filter((door) => !!module[door] !== !!known[route.file]?.[door])
      wrong.push(...differs.map((door) => `${route.file}: ${door}`))
    }

    expect(wrong).toEqual([])
  })
})

describe.each(named(inDistrict))('%s (%s)', (_path, file, route) => {
  const expected = expectations[file]!

  it.runIf(expected.loader)('is read by those who may, and by nobody else', async () => {
    const verdicts = await readAsEverybody(route, await moduleOf(route), expected)

    expect(verdicts).toEqual(verdictsBy(route, expected.loader!))
  })

  it.runIf(expected.action)('is done by those who may, and by nobody else', async () => {
    const { action } = expected

    const done = await actAsEverybody(route, await moduleOf(route), expected)

    expect(done).toEqual({
      verdicts: verdictsBy(route, action!, action!.foreign),
      eventsOfRefused: 0,
    })
  })
})

describe.each(named(elsewhere))('%s (%s)', (_path, file, route) => {
  const expected = outside[file]!

  it.each(DOORS.filter((door) => expected[door]))('answers strangers (%s)', async (door) => {
    const module = await moduleOf(route)
    const { parameters = {} } = expected
    const form = door === 'action' ? expected.action!.form : undefined

    const verdict = await attempt({ store: await openTestStore(), context: {} }, route, module, {
      as: null,
      parameters,
      form: form?.(),
    })

    expect(verdict).toBe(expected[door]!.stranger)
  })

  it.each(DOORS.filter((door) => expected[door]))('answers who is signed in (%s)', async (door) => {
    const module = await moduleOf(route)
    const { parameters = {} } = expected
    const form = door === 'action' ? expected.action!.form : undefined

    const verdicts = await Promise.all(
      EVERYBODY.map(async (who) =>
        attempt({ store: await openTestStore(), context: {} }, route, module, {
          as: actorOf(world.northside, who),
          parameters,
          form: form?.(),
        }),
      ),
    )

    expect(new Set(verdicts)).toEqual(new Set([expected[door]!.signedIn]))
  })
})
