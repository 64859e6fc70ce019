import { newId } from '#db/id'
import { inArray } from '#db/query.server'
import { events } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, it, test } from 'vitest'
import { recordLeave } from '~/domain/members/leaves.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { listListViews, listRecordViews } from '~/domain/record/record.server'
import type { PeopleState } from '~/domain/readiness/readiness'
import { paths } from '~/http/paths'
import * as progress from '~/routes/manage/pathways/progress'
import * as readiness from '~/routes/readiness/index'
import { countedQuery } from '~/routes/report/counted'
import * as report from '~/routes/report/index'
import * as badgeList from '~/routes/report/lists/badges'
import * as badgesCsv from '~/routes/report/lists/badges-csv'
import * as creditList from '~/routes/report/lists/credit'
import * as creditCsv from '~/routes/report/lists/credit-csv'
import * as educatorList from '~/routes/report/lists/educators'
import * as educatorsCsv from '~/routes/report/lists/educators-csv'
import * as decisionList from '~/routes/report/lists/decisions'
import * as decisionsCsv from '~/routes/report/lists/decisions-csv'
import * as goalList from '~/routes/report/lists/goals'
import * as goalsCsv from '~/routes/report/lists/goals-csv'
import * as snapshot from '~/routes/report/snapshots/show'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { make } from '../../support/factories'
import { visit } from '../../support/requests'
import { openSchool } from '../../support/schools'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish, within } from '../../domain/pathways/published'

const { northside } = world
const { ana, ida, mara, ming, rosa, pathways, priorities, schools, snapshots } = northside

test('the report of any day leads to the people of its pathways, for a coordinator only of today', async () => {
  const store = await openTestStore()
  const url = paths.report(northside)
  const june = { store, url: `${url}?asOf=2026-06-30` }
  const params = { snapshot: snapshots.june }
  const frozenAt = paths.snapshot(northside, snapshots.june)

  const today = await visit(report, { store, as: ming, url })
  const earlier = await visit(report, { ...june, as: ming })
  const office = await visit(report, { ...june, as: rosa })
  const frozen = await visit(snapshot, { store, as: rosa, url: frozenAt, params })

  expect(today.body.report.can).toEqual({
    openCounted: false,
    openEnrolled: true,
    openLists: false,
    openApprovals: false,
  })
  expect(earlier.body.report.can).toEqual({
    openCounted: false,
    openEnrolled: false,
    openLists: false,
    openApprovals: false,
  })
  expect(office.body.report.can).toMatchObject({ openCounted: true, openEnrolled: false })
  expect(frozen.body.report.can).toMatchObject({ openCounted: false, openEnrolled: false })
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

test('the people of a school’s pathway are as many as its figure, its department among them and who is on leave not', async () => {
  const store = await openTestStore()
  const { schoolId, pathwayId } = await withDepartment(store)
  const readAt = async (asOf: string) => {
    const day = `asOf=${asOf}&organization=${schoolId}`
    const at = { store, as: rosa }
    const { body } = await visit(report, { ...at, url: `${paths.report(northside)}?${day}` })
    const counts = body.report.pathways.find(({ id }: { id: string }) => id === pathwayId)
    const lengthOf = async (state: PeopleState) => {
      const query = countedQuery({ pathway: pathwayId, state, asOf, organization: schoolId })
      const opened = await visit(readiness, { ...at, url: paths.readiness(northside) + query })
      return opened.body.people.people.total
    }
    return { counts, assigned: await lengthOf('assigned'), begun: await lengthOf('not_engaged') }
  }

  const today = await readAt(WORLD_TODAY)
  const before = await readAt('2026-11-18')

  expect([today.assigned, today.begun]).toEqual([2, 2])
  expect(today.counts).toMatchObject({ assigned: 2, notBegun: 2, underWay: 0 })
  expect([before.assigned, before.begun]).toEqual([3, 3])
  expect(before.counts).toMatchObject({ assigned: 3, notBegun: 3, underWay: 0 })
})

test('a coordinator is led to everybody on it at a school, its department and who is on leave among them', async () => {
  const store = await openTestStore()
  const { schoolId, departmentId, pathwayId } = await withDepartment(store)
  const listOf = async (organization: string) => {
    const query = `?state=not_started&organization=${organization}`
    const url = paths.pathwayProgress(northside, pathwayId) + query
    const { body } = await visit(progress, { store, as: ming, url, params: { pathway: pathwayId } })
    return body
  }

  const school = await listOf(schoolId)
  const department = await listOf(departmentId)
  const district = await listOf(northside.organization)
  const names = await visit(readiness, {
    store,
    as: ming,
    url: `${paths.readiness(northside)}?organization=${schoolId}&pathway=${pathwayId}`,
  })

  expect(school.people.total).toBe(3)
  expect(school.schools).toMatchObject([{ id: schoolId, assigned: 3 }])
  expect(department.people.total).toBe(2)
  expect(district.people.total).toBe(0)
  expect(names.body.people).toBe(null)
})

/**
 * A pathway that was assigned the week before to the three people of a new school: one at the school, and
 * two in its department, of whom one is on leave since yesterday.
 */
async function withDepartment(store: TestStore) {
  const before = new Date('2026-11-13T15:00:00Z')
  const administrator = await asMember(store, rosa, before)
  const coordinator = await asMember(store, ming, before)
  const schoolId = await administrator.write(openSchool, { name: 'Hilltop School' })
  const departmentId = await administrator.write(openSchool, {
    name: 'Hilltop Science',
    departmentOf: schoolId,
  })
  await administrator.write(make.member, { organizationId: schoolId })
  await administrator.write(make.member, { organizationId: departmentId })
  const away = await administrator.write(make.member, { organizationId: departmentId })
  await administrator.write(recordLeave, away.id, { id: newId(), startedOn: '2026-11-19' })
  const { id: pathwayId } = await publish(coordinator, [evidenceStep])
  const audience = within({ organizationId: schoolId })
  await coordinator.write(makeAssignment, pathwayId, { ...forEducators, ...audience })
  return { schoolId, departmentId, pathwayId }
}

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

test('who is counted and what was booked open from their figures, page and file alike', async () => {
  const store = await openTestStore()
  const at = { store, as: ida }
  const day = 'asOf=2026-06-30'
  const { body } = await visit(report, { ...at, url: `${paths.report(northside)}?${day}` })
  const reached = `?${day}&reached=atOrAbove`
  const kind = `?${day}&kind=${body.report.hours.byKind[0].kind}`

  const educators = await visit(educatorList, {
    ...at,
    url: paths.reportEducators(northside) + reached,
  })
  const credit = await visit(creditList, { ...at, url: paths.reportCredit(northside) + kind })
  const educatorFile = await visit(educatorsCsv, {
    ...at,
    url: paths.reportEducatorsCsv(northside) + reached,
  })
  const decisions = await visit(decisionList, {
    ...at,
    url: `${paths.reportDecisions(northside)}?${day}&state=inTime`,
  })
  const creditFile = await visit(creditCsv, {
    ...at,
    url: paths.reportCreditCsv(northside) + kind,
  })

  expect(educators.body.educators.total).toBe(body.report.participation.atOrAbove)
  expect(credit.body.minutes).toBe(body.report.hours.byKind[0].minutes)
  expect(decisions.body.decisions.total).toBe(body.report.approvals.inTime)
  expect(linesOf(educatorFile.body)).toBe(educators.body.educators.total)
  expect(linesOf(creditFile.body)).toBe(credit.body.credit.total)
  expect(creditFile.headers.get('Content-Disposition')).toContain('cairn-credit-2026-06-30.csv')
})

describe.each([
  ['educators', educatorList, paths.reportEducators, educatorsCsv, paths.reportEducatorsCsv],
  ['credit', creditList, paths.reportCredit, creditCsv, paths.reportCreditCsv],
  ['decisions', decisionList, paths.reportDecisions, decisionsCsv, paths.reportDecisionsCsv],
  ['goals', goalList, paths.reportGoals, goalsCsv, paths.reportGoalsCsv],
  ['badges', badgeList, paths.reportBadges, badgesCsv, paths.reportBadgesCsv],
] as const)('the list of %s', (list, page, pathOf, file, fileOf) => {
  const query = `?organization=${schools.middle}&text=${encodeURIComponent(ana.name)}`

  it('leaves a trace of each opening, and tells those who stand in it', async () => {
    const store = await openTestStore()
    const owner = await asMember(store, ana)
    const opened = await watch(store)

    const seen = await visit(page, { store, as: rosa, url: pathOf(northside) + query })
    await visit(file, { store, as: rosa, url: fileOf(northside) + query })

    const details = {
      list,
      organizationId: schools.middle,
      text: ana.name,
      rows: seen.body[list].total,
    }
    expect(seen.body[list].total).toBeGreaterThan(0)
    expect(await opened()).toMatchObject([
      { actorId: rosa.id, type: 'report.list_opened', details: { ...details, page: 1 } },
      { actorId: rosa.id, type: 'report.list_downloaded', details },
    ])
    expect(await owner.read(listListViews)).toContainEqual(
      expect.objectContaining({ id: rosa.id, days: 1 }),
    )
  })

  it('shows its last page where it has no such one, and tells those who stand there', async () => {
    const store = await openTestStore()
    const owner = await asMember(store, ana)

    const { body } = await visit(page, {
      store,
      as: rosa,
      url: `${pathOf(northside)}${query}&page=900`,
    })

    expect(body[list].page).toBe(body[list].pages)
    expect(body[list].rows).not.toEqual([])
    expect(await owner.read(listListViews)).toContainEqual(expect.objectContaining({ id: rosa.id }))
  })

  it('is narrowed by a text that ends in half a character', async () => {
    const text = encodeURIComponent(`${'a'.repeat(199)}😀`)

    const seen = await visit(page, {
      store: await openTestStore(),
      as: rosa,
      url: `${pathOf(northside)}?text=${text}`,
    })

    expect(seen.status).toBe(200)
  })

  it.each([ana, mara, ming])('is refused to $name, and leaves no trace', async (as) => {
    const store = await openTestStore()
    const opened = await watch(store)

    const answers = [
      await visit(page, { store, as, url: pathOf(northside) }),
      await visit(file, { store, as, url: fileOf(northside) }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([403, 403])
    expect(await opened()).toEqual([])
  })
})

test('the credit of one person is told to them as an opening of their record', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ana)
  const before = await owner.read(listRecordViews)
  const url = `${paths.reportCredit(northside)}?member=${ana.id}&strength=attendance_code`

  await visit(creditList, { store, as: rosa, url })

  const after = await owner.read(listRecordViews)
  expect(after.length).toBe(before.length + 1)
  expect(after[0]).toMatchObject({ viewer: rosa.name })
})

/** What is in the trail of lists that were opened since. */
async function watch(store: TestStore) {
  const db = forDistrict(store.read, northside.id)
  const list = () =>
    db
      .select({ actorId: events.actorId, type: events.type, details: events.details })
      .from(events)
      .where(inArray(events.type, ['report.list_opened', 'report.list_downloaded']))
      .orderBy(events.type)
  const before = await list()
  return async () => (await list()).slice(before.length)
}

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
