import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as progress from '~/routes/manage/pathways/progress'
import * as report from '~/routes/report/index'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ming, pathways, schools } = northside

test('the report of today leads to the people on a pathway, an earlier one does not', async () => {
  const store = await openTestStore()
  const url = paths.report(northside)

  const today = await visit(report, { store, as: ming, url })
  const earlier = await visit(report, { store, as: ming, url: `${url}?asOf=2026-06-30` })

  expect(today.body.report.can).toEqual({ seePeopleOnPathways: true })
  expect(earlier.body.report.can).toEqual({ seePeopleOnPathways: false })
})

test('the list that it leads to opens for who reads the report, and not for an educator', async () => {
  const store = await openTestStore()
  const query = `?state=under_way&organization=${schools.middle}`
  const url = paths.pathwayProgress(northside, pathways.ai) + query
  const params = { pathway: pathways.ai }

  const list = await visit(progress, { store, as: ming, url, params })
  const refused = await visit(progress, { store, as: ana, url, params })

  expect(list.body.filter).toMatchObject({ state: 'under_way', organizationId: schools.middle })
  expect(refused.status).toBe(403)
})
