import { expect, it } from 'vitest'
import { openRecord } from '~/domain/record/record.server'
import { paths } from '~/http/paths'
import * as csv from '~/routes/record/csv'
import * as json from '~/routes/record/json'
import * as show from '~/routes/record/show'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ida, mara } = northside

it('shows one’s own record, and who opened it', async () => {
  const store = await openTestStore()
  await (await asMember(store, mara)).write(openRecord, ana.id)

  const { status, body } = await visit(show, { store, as: ana, url: paths.record(northside) })

  expect(status).toBe(200)
  expect(body.record.member.id).toBe(ana.id)
  expect(body.views[0]).toMatchObject({ viewer: mara.name, on: '2026-11-20' })
})

it('gives the record as a CSV file to keep', async () => {
  const store = await openTestStore()

  const answer = await visit(csv, { store, as: ana, url: paths.recordCsv(northside) })

  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('Content-Disposition')).toBe(
    'attachment; filename="cairn-record-2026-11-20.csv"',
  )
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
  expect(answer.body).toContain(northside.activities.approved)
})

it('gives the record as a JSON file to keep', async () => {
  const store = await openTestStore()

  const answer = await visit(json, { store, as: ana, url: paths.recordJson(northside) })

  expect(answer.headers.get('Content-Disposition')).toBe(
    'attachment; filename="cairn-record-2026-11-20.json"',
  )
  expect(answer.body).toMatchObject({ format: 'cairn-record', member: { id: ana.id } })
})

it('has a record, if an empty one, for everybody in the district', async () => {
  const store = await openTestStore()

  const { body } = await visit(show, { store, as: ida, url: paths.record(northside) })

  expect(body.record).toMatchObject({ isOwn: true, years: [] })
})

it('is not there for a stranger, nor open to who is not signed in', async () => {
  const store = await openTestStore()
  const url = paths.recordJson(northside)

  expect((await visit(json, { store, as: world.southside.ana, url })).status).toBe(404)
  expect((await visit(json, { store, as: null, url })).redirect).toMatch(/sign-in/)
})
