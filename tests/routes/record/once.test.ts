import { expect, test } from 'vitest'
import * as csv from '~/routes/record/once-csv'
import * as json from '~/routes/record/once-json'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { gwen } = world.northside

const ask = (route: typeof csv, store: Awaited<ReturnType<typeof openTestStore>>, slug: string) =>
  visit(route, { store, as: gwen, url: `/account/records/${slug}/csv`, params: { slug } })

test.each([
  ['CSV', csv],
  ['JSON', json],
])('who has left takes their own record along as %s', async (_, route) => {
  const store = await openTestStore()

  const answer = await ask(route, store, 'northside')

  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="cairn-record-/)
})

test('there is no record of a district that one was never with', async () => {
  const store = await openTestStore()

  expect((await ask(csv, store, 'southside')).status).toBe(404)
  expect((await ask(csv, store, 'nowhere')).status).toBe(404)
})
