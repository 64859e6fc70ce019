import { districts } from '#db/schema'
import { inEachDistrict, inTurns, untilDone } from '~/jobs/districts.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { world } from '../support/world'

const { northside, southside } = world
const unexpected = (error: unknown) => {
  throw error
}

/** How often requests could have been answered so far. */
function countChances() {
  let chances = 0
  let isOver = false
  const next = () => {
    chances++
    if (!isOver) setImmediate(next)
  }
  setImmediate(next)
  return { chances: () => chances, end: () => (isOver = true) }
}

test('work that waits for nothing but the database lets requests in before each turn', async () => {
  const { chances, end } = countChances()
  const seen: number[] = []

  const total = await inTurns([10, 20, 30], async (value) => {
    seen.push(chances())
    return value
  })
  let left = 3
  await untilDone(async () => {
    seen.push(chances())
    return --left > 0
  })
  end()

  expect(total).toBe(60)
  expect(seen).toHaveLength(6)
  expect(new Set(seen).size).toBe(6)
})

test('a look goes through all districts, or those among which there is something to do', async () => {
  const store = await openTestStore()
  const seen: string[] = []
  const work = async ({ slug }: { slug: string }) => seen.push(slug)
  const ids = new Map((await store.read.select().from(districts)).map(({ slug, id }) => [slug, id]))

  await inEachDistrict(store, unexpected, work)
  const all = seen.splice(0)
  await inEachDistrict(store, unexpected, work, async () => [ids.get(southside.slug)!])
  const some = seen.splice(0)
  const none = await inEachDistrict(store, unexpected, work, async () => [])

  expect(all).toEqual(expect.arrayContaining([northside.slug, southside.slug]))
  expect(some).toEqual([southside.slug])
  expect({ none, seen }).toEqual({ none: 0, seen: [] })
})

test('a district where it fails does not keep the others from it', async () => {
  const store = await openTestStore()
  const failures: unknown[] = []
  const failure = new Error('no')

  const total = await inEachDistrict(
    store,
    (error) => failures.push(error),
    async ({ slug }) => {
      if (slug === northside.slug) throw failure
      return 1
    },
  )

  expect(total).toBeGreaterThan(0)
  expect(failures).toEqual([failure])
})
