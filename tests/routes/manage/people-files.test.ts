import { eq } from '#db/query.server'
import { events, recordViews } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as assignment from '~/routes/manage/assignments/people-csv'
import * as behind from '~/routes/manage/licenses/lists/behind-csv'
import * as expiring from '~/routes/manage/licenses/lists/expiring-csv'
import * as lost from '~/routes/manage/licenses/lists/lost-csv'
import * as sample from '~/routes/manage/licenses/lists/sample-csv'
import * as pathway from '~/routes/manage/pathways/people-csv'
import * as files from '~/routes/manage/retention/csv'
import { reviewDistrict } from '~/jobs/file-keeper.server'
import { certify, leaver } from '../../domain/retention/files-of'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { visit } from '../../support/requests'
import { world, WORLD_NOW } from '../../support/world'

const { northside } = world
const { ana, assignments, pathways, rosa } = northside

describe.each([
  ['pathway', pathway, paths.pathwayPeopleCsv(northside, pathways.ai), { pathway: pathways.ai }],
  [
    'assignment',
    assignment,
    paths.assignmentPeopleCsv(northside, assignments.mandated),
    { assignment: assignments.mandated },
  ],
  ['not_on_target', behind, paths.licensesBehindCsv(northside), {}],
  ['expiring_licenses', expiring, paths.licensesExpiringCsv(northside), {}],
  ['not_counted', lost, paths.licensesLostCsv(northside), {}],
  ['audit_sample', sample, paths.licensesSampleCsv(northside), {}],
  ['evidence_files', files, `${paths.retentionCsv(northside)}?standing=due`, {}],
] as const)('the file %s', (file, module, url, params) => {
  it('leaves a trace, and tells those whose rows are in it', async () => {
    const store = await withDueFile()
    const before = await viewsOf(store)

    const { body, status } = await visit(module, { store, as: rosa, url, params })

    const rows = body.trim().split('\r\n').length - 1
    expect(status).toBe(200)
    expect(rows).toBeGreaterThan(0)
    expect(await takenIn(store)).toMatchObject([{ actorId: rosa.id, details: { file, rows } }])
    const views = (await viewsOf(store)).slice(before.length)
    expect(views.length).toBeGreaterThan(0)
    expect(views.every(({ viewerId, what }) => viewerId === rosa.id && what === 'list')).toBe(true)
    expect(new Set(views.map(({ memberId }) => memberId)).size).toBe(views.length)
  })

  it('leaves none where it is refused', async () => {
    const store = await openTestStore()
    const before = await viewsOf(store)

    const { status } = await visit(module, { store, as: ana, url, params })

    expect(status).toBe(403)
    expect(await takenIn(store)).toEqual([])
    expect(await viewsOf(store)).toEqual(before)
  })
})

/** A database with an evidence file that is due to be destroyed. */
async function withDueFile() {
  const store = await openTestStore()
  const office = await asMember(store, rosa)
  const member = await leaver(office, '2016-06-30')
  await certify(office, member.id, { on: '2015-03-02' })
  await reviewDistrict(store, office.district, WORLD_NOW)
  return store
}

const takenIn = (store: TestStore) =>
  forDistrict(store.read, northside.id)
    .select({ actorId: events.actorId, details: events.details })
    .from(events)
    .where(eq(events.type, 'people.downloaded'))

const viewsOf = (store: TestStore) =>
  forDistrict(store.read, northside.id)
    .select({
      viewerId: recordViews.viewerId,
      memberId: recordViews.memberId,
      what: recordViews.what,
    })
    .from(recordViews)
    .orderBy(recordViews.viewedAt, recordViews.id)
