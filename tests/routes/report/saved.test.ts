import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as report from '~/routes/report/index'
import * as list from '~/routes/report/saved/index'
import * as saving from '~/routes/report/saved/new'
import * as removal from '~/routes/report/saved/removal'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ming, schools } = northside

test('the report as it is asked for is saved, listed beside the report, and removed', async () => {
  const store = await openTestStore()
  const query = `?organization=${schools.middle}&compare=day&on=2026-06-30`
  const url = paths.saveReport(northside) + query
  const { body } = await visit(saving, { store, as: ming, url })
  const form = { id: body.newId, name: 'Middle', asOf: 'today', organization: body.organization }

  const saved = await send(saving, {
    store,
    as: ming,
    url,
    form: { ...form, compare: body.compare },
  })

  expect(body).toMatchObject({ compare: '2026-06-30', organization: schools.middle })
  expect(saved.redirect).toBe(paths.savedReport(northside, body.newId))
  const page = await visit(report, { store, as: ming, url: paths.report(northside) })
  expect(page.body.saved).toMatchObject([{ name: 'Middle', compare: '2026-06-30' }])
  await send(removal, {
    store,
    as: ming,
    url: paths.savedReportRemoval(northside, body.newId),
    params: { saved: body.newId },
  })
  const all = await visit(list, { store, as: ming, url: paths.savedReports(northside) })
  expect(all.body.saved.total).toBe(0)
})

test('a report without a name is not saved, and the form comes back as it was', async () => {
  const store = await openTestStore()
  const url = paths.saveReport(northside)
  const { body } = await visit(saving, { store, as: ming, url })

  const form = { id: body.newId, name: '', asOf: 'today' }
  const refused = await send(saving, { store, as: ming, url, form })

  expect(refused.status).toBe(422)
  expect(refused).toHaveFieldError('name')
})
