import { eq } from '#db/query.server'
import { recordViews } from '#db/schema'
import { expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as csv from '~/routes/renewal/transcript/csv'
import * as pdf from '~/routes/renewal/transcript/pdf'
import * as show from '~/routes/renewal/transcript/show'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, ida, cycles } = northside
const params = { cycle: cycles.open }

it('shows the transcript, and leaves the number of the license out until asked for', async () => {
  const store = await openTestStore()
  const url = paths.transcript(northside, cycles.open)

  const plain = await visit(show, { store, as: ana, url, params })
  const numbered = await visit(show, { store, as: ana, url: `${url}?number=yes`, params })

  expect(plain.body).toMatchObject({ educator: ana.name, withNumbers: false })
  expect(plain.body.licenses.join()).not.toContain('482913')
  expect(numbered.body.licenses.join()).toContain('number 482913')
})

it('gives it as a table and as a PDF to keep', async () => {
  const store = await openTestStore()

  const table = await visit(csv, {
    store,
    as: ana,
    url: paths.transcriptCsv(northside, cycles.open),
    params,
  })
  const printed = await visit(pdf, {
    store,
    as: ana,
    url: paths.transcriptPdf(northside, cycles.open),
    params,
  })

  expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(table.body).toContain('verdict')
  expect(printed.headers.get('Content-Type')).toBe('application/pdf')
  expect(printed.headers.get('Content-Disposition')).toBe(
    'attachment; filename="cairn-transcript-2026-11-20.pdf"',
  )
  expect(printed.headers.get('Cache-Control')).toContain('no-store')
  expect(printed.body.subarray(0, 5).toString()).toBe('%PDF-')
})

it('notes that somebody else opened it, for the educator to see', async () => {
  const store = await openTestStore()
  const { scope } = await asMember(store, ana)
  const before = await scope.db.count(recordViews, eq(recordViews.viewerId, ida.id))

  await visit(pdf, { store, as: ida, url: paths.transcriptPdf(northside, cycles.open), params })

  expect(await scope.db.count(recordViews, eq(recordViews.viewerId, ida.id))).toBe(before + 1)
})

it('is not there for a colleague, nor open to who is not signed in', async () => {
  const store = await openTestStore()
  const url = paths.transcriptPdf(northside, cycles.open)

  expect((await visit(pdf, { store, as: ben, url, params })).status).toBe(404)
  expect((await visit(pdf, { store, as: null, url, params })).redirect).toMatch(/sign-in/)
})
