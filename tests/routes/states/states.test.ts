import { STATE_VIEWER } from '#db/seed/names'
import { closeMonthsOnNewDays } from '~/jobs/month-closer.server'
import * as start from '~/routes/start'
import * as csv from '~/routes/states/csv'
import * as page from '~/routes/states/index'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world, WORLD_NOW } from '../../support/world'

const params = { state: 'ma' }

async function ready() {
  const store = await openTestStore()
  await closeMonthsOnNewDays(store, new Map(), WORLD_NOW, (error) => {
    throw error
  })
  return store
}

test('who was appointed comes to the state at once, and sees its districts', async () => {
  const store = await ready()

  const first = await visit(start, { store, as: STATE_VIEWER, url: '/' })
  const answer = await visit(page, { store, as: STATE_VIEWER, url: '/s/ma', params })

  expect(first.redirect).toBe('/s/ma')
  expect(answer.body.comparison).toMatchObject({ code: 'MA', asOf: '2026-10-31', districts: 2 })
})

test('nobody of a district does, whatever they are there', async () => {
  const store = await ready()

  for (const person of [world.northside.rosa, world.northside.ida, world.southside.ming]) {
    const answer = await visit(page, { store, as: person, url: '/s/ma', params })
    expect(answer.status).toBe(404)
  }
})

test('the file has what the page shows, narrowed as it is', async () => {
  const store = await ready()

  const all = await visit(csv, { store, as: STATE_VIEWER, url: '/s/ma/districts.csv', params })
  const none = await visit(csv, {
    store,
    as: STATE_VIEWER,
    url: '/s/ma/districts.csv?size=large',
    params,
  })

  expect(all.headers.get('Content-Disposition')).toContain('cairn-districts-ma-2026-10-31.csv')
  expect(String(all.body)).toContain(world.northside.name)
  expect(String(none.body).trim().split('\r\n')).toHaveLength(1)
})
