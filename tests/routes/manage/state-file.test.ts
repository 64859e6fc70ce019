import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { events, recordViews } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { expect, test } from 'vitest'
import { ROWS_HEADER } from '~/http/long-table'
import { paths } from '~/http/paths'
import * as csv from '~/routes/manage/state-file/files/csv'
import * as files from '~/routes/manage/state-file/files/index'
import * as file from '~/routes/manage/state-file/files/show'
import * as refusal from '~/routes/manage/state-file/files/refusal'
import * as rows from '~/routes/manage/state-file/index'
import * as making from '~/routes/manage/state-file/new'
import { openTestStore, type TestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, ida, ming, rosa } = northside
const YEAR = { first: '2026-07-01', last: '2027-06-30' }
const url = paths.stateRows(northside)

/** Rosa makes the file of the year. @returns its id */
async function makeOne(store: TestStore, id = newId()) {
  const answer = await send(making, {
    store,
    as: rosa,
    url: paths.newStateFile(northside, YEAR),
    form: { id, ...YEAR },
  })
  expect(answer).toRedirectTo(paths.madeStateFile(northside, id))
  return id
}

test('the rows are those of the current school year, narrowed by the address', async () => {
  const store = await openTestStore()

  const all = await visit(rows, { store, as: rosa, url })
  const narrowed = await visit(rows, { store, as: rosa, url: `${url}?q=alvarez&result=ready` })

  expect(all.body.period).toEqual(YEAR)
  expect(all.body.list.total).toBeGreaterThan(1)
  expect(narrowed.body.list.rows).toMatchObject([
    { memberId: ana.id, stateNumber: '482913', result: 'ready' },
  ])
})

test('the period is a school year or any days; days that make no sense are said to be so', async () => {
  const store = await openTestStore()
  const periodAt = async (query: string) =>
    (await visit(rows, { store, as: rosa, url: url + query })).body

  expect((await periodAt('?year=2024')).period).toEqual({ first: '2024-07-01', last: '2025-06-30' })
  expect((await periodAt('?first=2026-07-01&last=2026-09-30')).period.last).toBe('2026-09-30')
  expect(await periodAt('?first=2026-09-30&last=2026-07-01')).toMatchObject({
    period: YEAR,
    isUnclear: true,
  })
  expect(await periodAt('?first=2026-02-31&last=x&year=zzz')).toMatchObject({ isUnclear: true })
})

test('before anybody has hours there is nothing to make', async () => {
  const store = await openTestStore()

  const { body } = await visit(rows, { store, as: rosa, url: `${url}?year=1999` })

  expect(body.list).toMatchObject({ rows: [], all: 0, toTell: 0 })
})

test('a file is made, downloaded and listed; making it again says that nothing has changed', async () => {
  const store = await openTestStore()
  const empty = await visit(files, { store, as: ida, url: paths.stateFiles(northside) })

  const id = await makeOne(store)
  await makeOne(store, id)
  const again = await send(making, {
    store,
    as: rosa,
    url: paths.newStateFile(northside, YEAR),
    form: { id: newId(), ...YEAR },
  })

  const params = { file: id }
  const taken = await visit(csv, {
    store,
    as: rosa,
    url: paths.stateFileCsv(northside, id),
    params,
  })
  const listed = await visit(files, { store, as: ida, url: paths.stateFiles(northside) })
  expect(empty.body.total).toBe(0)
  expect(listed.body).toMatchObject({ total: 1, rows: [{ id, number: 1, madeBy: rosa.name }] })
  expect(again.status).toBe(422)
  expect(again.error?.['']?.[0]).toContain('no file was made')
  expect(taken.headers.get('Content-Disposition')).toContain(
    'cairn-state-file-1-2026-07-01-2027-06-30.csv',
  )
  expect(taken.body).toContain('482913')
})

test('a file says how many rows come, tells who is in it, and is refused with a status and without a trace', async () => {
  const store = await openTestStore()
  const { southside } = world
  const id = await makeOne(store)
  const at = { store, url: paths.stateFileCsv(northside, id), params: { file: id } }
  const elsewhere = { ...at, url: paths.stateFileCsv(southside, id), as: southside.rosa }

  const listed = eq(recordViews.what, 'list')
  const before = await forDistrict(store.read, northside.id).count(recordViews, listed)

  const refused = [await visit(csv, { ...at, as: ida }), await visit(csv, elsewhere)]
  const untold = await forDistrict(store.read, northside.id).count(recordViews, listed)
  const taken = await visit(csv, { ...at, as: rosa })

  const lines = taken.body.trim().split('\r\n')
  expect(taken.headers.get(ROWS_HEADER)).toBe(String(lines.length - 1))
  expect(refused.map(({ status }) => status)).toEqual([403, 404])
  const noted = eq(events.type, 'state_file.downloaded')
  expect(await forDistrict(store.read, northside.id).count(events, noted)).toBe(1)
  expect(await forDistrict(store.read, southside.id).count(events, noted)).toBe(0)
  expect(untold).toBe(before)
  expect(await forDistrict(store.read, northside.id).count(recordViews, listed)).toBeGreaterThan(
    before,
  )
})

test('a form with days in the wrong order is refused at its field', async () => {
  const store = await openTestStore()

  const answer = await send(making, {
    store,
    as: rosa,
    url: paths.newStateFile(northside, YEAR),
    form: { id: newId(), first: YEAR.last, last: YEAR.first },
  })

  expect(answer).toHaveFieldError('last')
})

test('a file that the state refused says so with its reason, and is made again', async () => {
  const store = await openTestStore()
  const id = await makeOne(store)
  const params = { file: id }
  const refusing = { store, as: rosa, url: paths.stateFileRefusal(northside, id), params }

  const empty = await send(refusal, { ...refusing, form: { reason: '' } })
  const answer = await send(refusal, { ...refusing, form: { reason: 'Unknown layout' } })
  const twice = await send(refusal, { ...refusing, form: { reason: 'Unknown layout' } })

  expect(empty).toHaveFieldError('reason')
  expect(answer).toRedirectTo(paths.madeStateFile(northside, id))
  expect(twice.status).toBe(409)
  const shown = await visit(file, {
    store,
    as: ida,
    url: paths.madeStateFile(northside, id),
    params,
  })
  expect(shown.body.file.refused).toMatchObject({ reason: 'Unknown layout', by: rosa.name })
  expect(shown.body.can).toEqual({ download: false, refuse: false })
  await makeOne(store)
})

test('who is not of the office, or coordinates only, gets no answer', async () => {
  const store = await openTestStore()

  for (const as of [ana, ben, ming]) {
    expect((await visit(rows, { store, as, url })).status).toBe(403)
  }
})
