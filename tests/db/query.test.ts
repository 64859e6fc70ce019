import { idOfNumber, newLongId } from '#db/id'
import { asc, count, desc, eq, pathDownTo, placeAmong } from '#db/query.server'
import { organizations } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { world } from '../support/world'

const NAME = 'A place with ids of all lengths'
const [top, school, department] = [newLongId(), idOfNumber(7), idOfNumber(2 ** 30 + 7)]
const PATHS = [
  `${top}/`,
  `${top}/${school}/`,
  `${top}/${school}/${department}/`,
  `${top}/${department}/`,
]

test.each([
  [0, { '': 4 }],
  [1, { [PATHS[0]!]: 4 }],
  [2, { [PATHS[0]!]: 1, [PATHS[1]!]: 2, [PATHS[3]!]: 1 }],
  [3, Object.fromEntries(PATHS.map((path) => [path, 1]))],
  [4, Object.fromEntries(PATHS.map((path) => [path, 1]))],
])('paths down to level %i tell places apart, however long their ids are', async (levels, told) => {
  const store = await openTestStore()
  const { id: districtId } = world.northside
  const rows = PATHS.map((path) => ({
    id: newLongId(),
    kind: 'school' as const,
    name: NAME,
    sortName: NAME,
    path,
  }))
  await store.write((tx) => forDistrict(tx, districtId).insertMany(organizations, rows))

  const place = pathDownTo(organizations.path, levels)
  const places = await forDistrict(store.read, districtId)
    .select({ place: place.as('place'), rows: count() })
    .from(organizations)
    .where(eq(organizations.name, NAME))
    .groupBy(place)
    .orderBy(asc(place))

  expect(Object.fromEntries(places.map((row) => [row.place, row.rows]))).toEqual(told)
})

test('a row has its place among those that agree with it', async () => {
  const store = await openTestStore()
  const db = forDistrict(store.read, world.northside.id)
  const { kind, sortName, id } = organizations

  const rows = await db
    .select({ kind, place: placeAmong(kind, desc(sortName), asc(id)).as('place') })
    .from(organizations)
    .where(undefined)
    .orderBy(desc(sortName), asc(id))

  const seen = new Map<string, number>()
  for (const row of rows) {
    seen.set(row.kind, (seen.get(row.kind) ?? 0) + 1)
    expect(row.place).toBe(seen.get(row.kind))
  }
  expect(seen.get('school')).toBeGreaterThan(1)
  expect(seen.get('district')).toBe(1)
})
