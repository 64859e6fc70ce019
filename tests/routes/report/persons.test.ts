import { affiliations, members } from '#db/schema'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world, WORLD_TODAY } from '../../support/world'
import { fill, moduleOf, routes } from '../sweep/routes'

const { northside } = world
const { ming, dev, schools, organization, pathways, snapshots } = northside

const asked = routes.filter(({ file }) => /^(report|readiness)\//.test(file))
const queries = [
  [organization, WORLD_TODAY, 'assigned', 'year-before'],
  [schools.middle, '2026-06-30', 'not_engaged', 'district'],
  [schools.middle, WORLD_TODAY, 'expiring', snapshots.june],
  [schools.elementary, WORLD_TODAY, 'current', 'district'],
].map(([place, asOf, state, compare]) => ({
  organization: place!,
  asOf: asOf!,
  state: state!,
  pathway: pathways.privacy,
  compare: compare!,
}))

/** The members who work nowhere below some organizations, of whom nobody there may see anything. */
async function strangersTo(store: Awaited<ReturnType<typeof openTestStore>>, places: string[]) {
  const rows = await store.read.select().from(members)
  const works = await store.read.select().from(affiliations)
  const here = new Set(
    works.filter((row) => places.includes(row.organizationId)).map((row) => row.memberId),
  )
  return rows.filter(({ id }) => !here.has(id))
}

test.each([
  ['a coordinator', ming, [] as string[]],
  ['a principal of another school', dev, [schools.elementary]],
])('%s finds nobody in a report or in readiness whom they may not see', async (_, as, places) => {
  const store = await openTestStore()
  const hidden = (await strangersTo(store, places)).filter(({ id }) => id !== as.id)
  let answered = 0

  for (const route of asked) {
    const module = await moduleOf(route)
    if (!module.loader) continue
    const named = route.parameters.map((name) => [name, snapshots.june])
    const params = { district: northside.slug, ...Object.fromEntries(named) }
    for (const query of queries) {
      const url = `${fill(route.path, params)}?${new URLSearchParams(query)}`
      const answer = await visit(module, { store, as, url, params })
      const text = JSON.stringify(answer)
      answered += answer.status === 200 ? 1 : 0
      for (const { id, email } of hidden) {
        expect(text.includes(id), `${route.file} names ${id}`).toBe(false)
        if (email) expect(text.includes(email), `${route.file} names ${email}`).toBe(false)
      }
    }
  }

  expect(answered).toBeGreaterThan(1)
})
