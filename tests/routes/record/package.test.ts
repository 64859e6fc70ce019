import { expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as oncePackage from '~/routes/record/once-package'
import * as takePackage from '~/routes/record/package'
import * as bring from '~/routes/record/import/new'
import * as preview from '~/routes/record/import/show'
import * as record from '~/routes/record/show'
import { openTestStore } from '../../support/database'
import { sampleFile } from '../../support/files'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world

it('goes from one district to another: taken, looked at, brought', async () => {
  const store = await openTestStore()
  const taken = await visit(takePackage, {
    store,
    as: northside.cora,
    url: `${paths.recordPackage(northside)}?files=yes`,
  })

  const uploaded = await send(bring, {
    store,
    as: southside.cora,
    url: paths.newRecordImport(southside),
    form: { file: new File([taken.body], 'record.zip') },
  })
  const params = { import: uploaded.redirect!.split('/').at(-1)! }
  const there = { store, as: southside.cora, url: uploaded.redirect!, params }
  const shown = await visit(preview, there)
  const brought = await send(preview, { ...there, form: {} })
  const page = await visit(record, { store, as: southside.cora, url: paths.record(southside) })

  expect(taken.headers.get('Content-Type')).toBe('application/zip')
  expect(taken.headers.get('Content-Disposition')).toContain('cairn-record-2026-11-20.zip')
  expect(shown.body).toMatchObject({ state: 'previewed', read: { isMine: true, faults: [] } })
  expect(brought.redirect).toBe(paths.record(southside))
  expect(page.body.record.brought).toHaveLength(shown.body.read.rows.length)
  expect((await visit(preview, there)).body).toMatchObject({ state: 'applied' })
})

it('says what is wrong with a file that is no package', async () => {
  const store = await openTestStore()
  const url = paths.newRecordImport(northside)
  const as = northside.ana
  const hand = (file: File) => send(bring, { store, as, url, form: { file } })

  const other = await hand(sampleFile('pdf'))
  const empty = await hand(new File([Buffer.from('PK\u0003\u0004')], 'record.zip'))
  const none = await send(bring, { store, as, url, form: {} })

  expect(other).toHaveFieldError('file')
  expect(empty).toHaveFieldError('file')
  expect(none).toHaveFieldError('file')
})

it('asks who brings the package of somebody else to say so', async () => {
  const store = await openTestStore()
  const { body } = await visit(takePackage, {
    store,
    as: northside.cora,
    url: paths.recordPackage(northside),
  })
  const as = southside.ben
  const { redirect } = await send(bring, {
    store,
    as,
    url: paths.newRecordImport(southside),
    form: { file: new File([body], 'record.zip') },
  })
  const there = { store, as, url: redirect!, params: { import: redirect!.split('/').at(-1)! } }

  expect(await send(preview, { ...there, form: {} })).toHaveFieldError('isMine')
  expect((await send(preview, { ...there, form: { isMine: 'on' } })).status).toBe(302)
})

it('is there for who was with a district, and for nobody else', async () => {
  const store = await openTestStore()
  const given = { store, url: paths.leftRecordPackage(northside), params: { slug: 'northside' } }

  expect((await visit(oncePackage, { ...given, as: northside.ana })).status).toBe(200)
  expect((await visit(oncePackage, { ...given, as: southside.ana })).status).toBe(404)
  expect((await visit(oncePackage, { ...given, as: null })).redirect).toMatch(/sign-in/)
})
