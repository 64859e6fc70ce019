import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as readiness from '~/routes/readiness/index'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, dev, mara, ming, pathways, schools } = northside

const url = paths.readiness(northside)
const people = (state: string) => `${url}?pathway=${pathways.privacy}&state=${state}`

test('a principal sees their school, and the people behind a count', async () => {
  const store = await openTestStore()

  const page = await visit(readiness, { store, as: mara, url })
  const drilled = await visit(readiness, { store, as: mara, url: people('engaged') })

  expect(page.body.readiness.organization.id).toBe(schools.middle)
  expect(page.body.people).toBe(null)
  const privacy = page.body.readiness.pathways.find(
    ({ id }: { id: string }) => id === pathways.privacy,
  )
  expect(drilled.body.people.people.total).toBe(privacy.engaged)
})

test('a coordinator chooses a school and gets counts only, whatever the address asks for', async () => {
  const store = await openTestStore()

  const page = await visit(readiness, {
    store,
    as: ming,
    url: `${people('engaged')}&organization=${schools.elementary}`,
  })

  expect(page.body.readiness.organization.id).toBe(schools.elementary)
  expect(page.body.people).toBe(null)
})

test('a day in the past shows what was true then; a day to come shows today', async () => {
  const store = await openTestStore()

  const past = await visit(readiness, { store, as: mara, url: `${url}?asOf=2020-01-01` })
  const future = await visit(readiness, { store, as: mara, url: `${url}?asOf=2030-01-01` })

  expect(past.body.readiness.pathways).toEqual([])
  expect(future.body.readiness.asOf).toBe('2026-11-20')
})

test('neither another school nor another district is there, and educators may not', async () => {
  const store = await openTestStore()
  const elsewhere = `${url}?organization=${schools.middle}`

  const other = await visit(readiness, { store, as: dev, url: elsewhere })
  const foreign = await visit(readiness, {
    store,
    as: southside.rosa,
    url: `${paths.readiness(southside)}?organization=${schools.middle}`,
  })
  const educator = await visit(readiness, { store, as: ana, url })

  expect([other.status, foreign.status, educator.status]).toEqual([404, 404, 403])
})
