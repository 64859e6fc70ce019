import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as json from '~/routes/report/json'
import * as pdf from '~/routes/report/pdf'
import * as frozen from '~/routes/report/snapshots/csv'
import * as frozenPdf from '~/routes/report/snapshots/pdf'
import * as xlsx from '~/routes/report/xlsx'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, ming, schools, snapshots } = world.northside

test('the files are of the report that the address asks for, and say so in their names', async () => {
  const store = await openTestStore()
  const query = `?asOf=2026-06-30&organization=${schools.middle}`
  const urlOf = (kind: 'json' | 'xlsx') => paths.reportFile(world.northside, kind) + query

  const text = await visit(json, { store, as: ming, url: urlOf('json') })
  const workbook = await visit(xlsx, { store, as: ming, url: urlOf('xlsx') })

  expect(text.body).toMatchObject({ asOf: '2026-06-30', school: { id: schools.middle } })
  expect(text.headers.get('Content-Disposition')).toContain('cairn-report-2026-06-30.json')
  expect(workbook.headers.get('Content-Disposition')).toContain('cairn-report-2026-06-30.xlsx')
  expect(workbook.headers.get('Content-Type')).toMatch(/spreadsheetml\.sheet$/)
})

test('a snapshot is saved as a table, too', async () => {
  const file = await visit(frozen, {
    store: await openTestStore(),
    as: ming,
    url: paths.snapshotFile(world.northside, snapshots.june, 'csv'),
    params: { snapshot: snapshots.june },
  })

  expect(file.body).toContain('as_of,section,school')
  expect(file.headers.get('Content-Type')).toContain('text/csv')
})

test('the report and a snapshot are saved as a PDF, by who may see them', async () => {
  const store = await openTestStore()
  const url = paths.reportFile(world.northside, 'pdf')

  const file = await visit(pdf, { store, as: ming, url })
  const frozenFile = await visit(frozenPdf, {
    store,
    as: ming,
    url: paths.snapshotFile(world.northside, snapshots.june, 'pdf'),
    params: { snapshot: snapshots.june },
  })

  for (const { headers, body } of [file, frozenFile]) {
    expect(headers.get('Content-Type')).toBe('application/pdf')
    expect(body.subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect((await visit(pdf, { store, as: ana, url })).status).toBe(403)
})
