import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as progress from '~/routes/manage/pathways/progress'
import * as report from '~/routes/report/index'
import * as badgeList from '~/routes/report/lists/badges'
import * as badgesCsv from '~/routes/report/lists/badges-csv'
import * as goalList from '~/routes/report/lists/goals'
import * as goalsCsv from '~/routes/report/lists/goals-csv'
import * as snapshot from '~/routes/report/snapshots/show'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ida, ming, rosa, pathways, priorities, schools, snapshots } = northside

test('the report of today leads to the people on a pathway, an earlier one does not', async () => {
  const store = await openTestStore()
  const url = paths.report(northside)

  const today = await visit(report, { store, as: ming, url })
  const earlier = await visit(report, { store, as: ming, url: `${url}?asOf=2026-06-30` })

  expect(today.body.report.can).toEqual({
    seePeopleOnPathways: true,
    openLists: false,
    openApprovals: false,
  })
  expect(earlier.body.report.can).toEqual({
    seePeopleOnPathways: false,
    openLists: false,
    openApprovals: false,
  })
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

test('a report of any day leads to its goals and badges where the reader may see them', async () => {
  const store = await openTestStore()
  const url = `${paths.report(northside)}?asOf=2026-06-30`
  const params = { snapshot: snapshots.june }
  const frozenAt = paths.snapshot(northside, snapshots.june)

  for (const as of [rosa, ida]) {
    const seen = await visit(report, { store, as, url })
    const frozen = await visit(snapshot, { store, as, url: frozenAt, params })

    expect(seen.body.report.can.openLists).toBe(true)
    expect(frozen.body.report.can).toMatchObject({ openLists: false, openApprovals: false })
  }
})

test('the lists are narrowed by their address, as long as the figures, and the same as files', async () => {
  const store = await openTestStore()
  const at = { store, as: rosa }
  const day = 'asOf=2026-11-20'
  const { body } = await visit(report, { ...at, url: `${paths.report(northside)}?${day}` })
  const goalQuery = `?${day}&priority=${priorities.ai}&status=open&organization=${schools.middle}`
  const badgeQuery = `?${day}&state=current`

  const goals = await visit(goalList, { ...at, url: paths.reportGoals(northside) + goalQuery })
  const badges = await visit(badgeList, { ...at, url: paths.reportBadges(northside) + badgeQuery })
  const goalFile = await visit(goalsCsv, {
    ...at,
    url: paths.reportGoalsCsv(northside) + goalQuery,
  })
  const badgeFile = await visit(badgesCsv, {
    ...at,
    url: paths.reportBadgesCsv(northside) + badgeQuery,
  })

  const served = body.report.goals.byPriority.find(
    ({ key }: { key: string }) => key === priorities.ai,
  )
  expect(goals.body.goals.total).toBe(served.open)
  expect(badges.body.badges.total).toBe(body.report.badges.current)
  expect(linesOf(goalFile.body)).toBe(goals.body.goals.total)
  expect(linesOf(badgeFile.body)).toBe(badges.body.badges.total)
  expect(goalFile.headers.get('Content-Disposition')).toContain('cairn-goals-2026-11-20.csv')
})

/** The rows of a table without quoted line ends, but for its heads. */
const linesOf = (csv: string) => csv.trim().split('\r\n').length - 1

test('only today’s report leads to what waits, and only for who decides for the whole district', async () => {
  const store = await openTestStore()
  const url = paths.report(northside)
  const mayOpen = async (as: typeof rosa, query = '') => {
    const { body } = await visit(report, { store, as, url: url + query })
    return body.report.can.openApprovals as boolean
  }

  expect(await mayOpen(rosa)).toBe(true)
  expect(await mayOpen(rosa, '?asOf=2026-06-30')).toBe(false)
  expect(await mayOpen(ida)).toBe(false)
  expect(await mayOpen(ming)).toBe(false)
})
