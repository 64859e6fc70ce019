import { describe, expect, it } from 'vitest'
import { openFileStore } from '../support/database'
import { world } from '../support/world'
import { actAsEverybody, askAsAnybody, readAsEverybody, verdictsBy } from './sweep/asking'
import type { Expectation, OpenExpectation } from './sweep/expectation'
import { outside } from './sweep/expectations/outside'
import { expectationsFor } from './sweep/expectations/table'
import { moduleOf, type Route, routes } from './sweep/routes'

const store = openFileStore()
const DOORS = ['loader', 'action'] as const
const expectations = expectationsFor(world.northside)
const known: Record<string, Expectation | OpenExpectation> = { ...expectations, ...outside }

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

describe('below /d/:district, for those who may and for nobody else', () => {
  it.each(through('loader', inDistrict))('GET %s (%s)', async (_path, file, route) => {
    const expected = expectations[file]!

    const verdicts = await readAsEverybody(route, await moduleOf(route), expected, store())

    expect(verdicts).toEqual(verdictsBy(route, expected.loader!))
  })

  it.each(through('action', inDistrict))('POST %s (%s)', async (_path, file, route) => {
    const module = await moduleOf(route)
    const expected = expectations[file]!

    for (const action of [expected.action!].flat()) {
      const done = await actAsEverybody(route, module, expected, action, store())

      expect(done).toEqual({ verdicts: verdictsBy(route, action), trailOfRefused: 0 })
    }
  })
})

describe('outside of the districts, for strangers and for who is signed in', () => {
  it.each(through('loader', elsewhere))('GET %s (%s)', async (_path, file, route) => {
    const expected = outside[file]!.loader!

    const verdicts = await askAsAnybody(route, await moduleOf(route), outside[file]!)

    expect(verdicts).toEqual({ stranger: expected.stranger, signedIn: [expected.signedIn] })
  })

  it.each(through('action', elsewhere))('POST %s (%s)', async (_path, file, route) => {
    const { stranger, signedIn, form } = outside[file]!.action!

    const verdicts = await askAsAnybody(route, await moduleOf(route), outside[file]!, form)

    expect(verdicts).toEqual({ stranger, signedIn: [signedIn] })
  })
})

/** The routes that have such a door, by address and module. */
function through(door: (typeof DOORS)[number], all: Route[]) {
  return all
    .filter(({ file }) => known[file]?.[door])
    .map((route) => [route.path, route.file, route] as const)
}
