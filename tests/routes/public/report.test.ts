import { eq } from '#db/query.server'
import { snapshots } from '#db/schema'
import { NotFound } from '~/domain/errors'
import { freezeReport } from '~/domain/reports/snapshots.server'
import { publishReport, unpublishReport } from '~/domain/publishing/publishing.server'
import { newId } from '#db/id'
import { paths } from '~/http/paths'
import * as page from '~/routes/public/report'
import * as publication from '~/routes/report/snapshots/publication'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const { ida, ming } = northside

const look = (store: TestStore, { query = '', district = northside.slug } = {}) =>
  visit(page, {
    store,
    as: null,
    url: `${paths.publicReport(district)}${query}`,
    params: { district },
  })

/** A snapshot of today, under a known id. */
async function frozen(store: TestStore) {
  const coordinator = await asMember(store, ming)
  const id = newId()
  await coordinator.write(freezeReport, { id, name: 'Today', asOf: WORLD_TODAY, note: undefined })
  const [row] = await coordinator.scope.db
    .select({ sha256: snapshots.sha256 })
    .from(snapshots)
    .where(eq(snapshots.id, id))
  return { coordinator, id, sha256: row!.sha256 }
}

test('nothing is shown until a snapshot is published, and nothing after it is taken down', async () => {
  const store = await openTestStore()
  const { coordinator, id } = await frozen(store)

  const before = await look(store)
  await coordinator.write(publishReport, id)
  const shown = await look(store)
  await coordinator.write(unpublishReport, id)

  expect(before.status).toBe(404)
  expect(shown.body.report).toMatchObject({ asOf: WORLD_TODAY, district: northside.name })
  expect((await look(store)).status).toBe(404)
})

test('it may be framed and kept, by a hash of what it tells, and sets no cookie', async () => {
  const store = await openTestStore()
  const { coordinator, id, sha256 } = await frozen(store)
  await coordinator.write(publishReport, id)

  const plain = await look(store)
  const embedded = await look(store, { query: '?embed' })
  const etag = plain.headers.get('ETag')!

  expect(plain.headers.get('Cache-Control')).toBe('public, max-age=300')
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
  expect(etag).not.toContain(sha256)
  expect(plain.headers.get('Content-Security-Policy')).toMatch(
    /script-src 'none'.*frame-ancestors \*$/,
  )
  expect(plain.headers.has('Set-Cookie')).toBe(false)
  expect(plain.body.isEmbedded).toBe(false)
  expect(embedded.body.isEmbedded).toBe(true)
  expect(embedded.headers.get('ETag')).toBe(etag.replace(/"$/, '-embed"'))
})

test('another snapshot takes the place of the first', async () => {
  const store = await openTestStore()
  const { coordinator, id } = await frozen(store)
  await coordinator.write(publishReport, northside.snapshots.june)

  await coordinator.write(publishReport, id)
  await coordinator.write(unpublishReport, northside.snapshots.june)

  expect((await look(store)).body.report.asOf).toBe(WORLD_TODAY)
})

test('who freezes reports publishes them, nobody else and no other district', async () => {
  const store = await openTestStore()
  const { id } = await frozen(store)
  const url = paths.snapshotPublication(northside, id)
  const params = { snapshot: id }
  const other = await asMember(store, southside.ming)

  const refused = await send(publication, { store, as: ida, url, params })
  const done = await send(publication, { store, as: ming, url, params })

  expect(refused.status).toBe(403)
  expect(done.redirect).toBe(paths.snapshot(northside, id))
  expect((await look(store)).status).toBe(200)
  expect((await look(store, { district: southside.slug })).status).toBe(404)
  expect((await look(store, { district: 'nowhere' })).status).toBe(404)
  await expect(other.write(publishReport, id)).rejects.toThrow(NotFound)
})
