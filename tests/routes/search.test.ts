import { expect, test } from 'vitest'
import * as page from '~/routes/search'
import { openTestStore } from '../support/database'
import { visit } from '../support/requests'
import { world } from '../support/world'

const { ana, mara, rosa, ben } = world.northside

type Group = { title: string; hits: { href: string; label: string }[] }

async function find(as: typeof ana, q: string): Promise<Record<string, string[]>> {
  const store = await openTestStore()
  const answer = await visit(page, { store, as, url: `/d/northside/search?q=${q}` })
  return Object.fromEntries(
    (answer.body.groups as Group[]).map(({ title, hits }) => [title, hits.map(({ href }) => href)]),
  )
}

test('an administrator is led to the person', async () => {
  const found = await find(rosa, 'brooks')

  expect(found).toEqual({ People: [`/d/northside/manage/people/${ben.id}`] })
})

test('a principal is led to the learning of their staff', async () => {
  const found = await find(mara, 'brooks')

  expect(found).toEqual({ People: [`/d/northside/staff/${ben.id}`] })
})

test('pages are found by name, and only those one may open', async () => {
  expect(await find(rosa, 'outbox')).toEqual({ Pages: ['/d/northside/manage/outbox'] })
  expect(await find(ana, 'outbox')).toEqual({})
})

test('nothing is found for nothing', async () => {
  expect(await find(rosa, '')).toEqual({})
})
