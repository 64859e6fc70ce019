import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as json from '~/routes/report/json'
import * as frozen from '~/routes/report/snapshots/csv'
import * as xlsx from '~/routes/report/xlsx'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { ming, schools, snapshots } = world.northside

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
