import { newId } from '#db/id'
import { eq } from '#db/query.server'
import {
  activities,
  affiliations,
  goals,
  members,
  organizations,
  rosterImports,
  submissions,
} from '#db/schema'
import { addDays } from '~/domain/calendar'
import { Forbidden } from '~/domain/errors'
import { checkQuality } from '~/domain/reports/quality.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { ana, ida, mara, organization, rosa, schools } = world.northside

/** The same counts, computed without any SQL but plain lists. */
async function naive({ scope }: TestMember) {
  const all = await Promise.all([
    scope.db.select({ row: activities }).from(activities),
    scope.db.select({ row: members }).from(members),
    scope.db.select({ row: affiliations }).from(affiliations),
    scope.db.select({ row: organizations }).from(organizations),
    scope.db.select({ row: submissions }).from(submissions),
    scope.db.select({ row: goals }).from(goals),
  ])
  const [learned, people, held, places, sent, set] = all
  const before = WORLD_NOW.getTime() - 90 * 24 * 60 * 60 * 1000
  const holding = held
    .map(({ row }) => row)
    .filter(({ startedOn }) => startedOn <= WORLD_TODAY)
    .filter(({ endedOn }) => endedOn === null || endedOn >= WORLD_TODAY)
  const of = (id: string) => holding.filter(({ memberId }) => memberId === id)
  const asked = (id: string) => of(id).filter(({ role }) => ['educator', 'coach'].includes(role))
  const kindOf = new Map(places.map(({ row }) => [row.id, row.kind]))
  const drafts = learned.map(({ row }) => row).filter(({ status }) => status === 'draft')
  return {
    withoutSchool: learned.filter(({ row }) => row.status !== 'draft' && !row.organizationId)
      .length,
    withoutDay: drafts.filter(({ startedOn }) => !startedOn).length,
    oldDrafts: drafts.filter(({ updatedAt }) => updatedAt.getTime() < before).length,
    withoutHireDate: people.filter(({ row }) => !row.hiredOn && of(row.id).length > 0).length,
    atNoSchool: people.filter(
      ({ row }) =>
        asked(row.id).length > 0 &&
        asked(row.id).every((it) => kindOf.get(it.organizationId) === 'district'),
    ).length,
    withoutBand: places.filter(
      ({ row }) => row.kind === 'school' && !row.closedOn && (!row.gradeBand || !row.povertyBand),
    ).length,
    late: sent.filter(({ row }) => row.status === 'waiting' && row.dueOn < WORLD_TODAY).length,
    overdue: set.filter(({ row }) => row.status === 'open' && row.dueOn < WORLD_TODAY).length,
  }
}

/** One more of each gap, beside one that is none. */
async function leaveGaps(scope: WriteScope) {
  const old = new Date(WORLD_NOW.getTime() - 100 * 24 * 60 * 60 * 1000)
  const yesterday = addDays(WORLD_TODAY, -1)
  await scope.db.update(members).set({ hiredOn: null }).where(eq(members.id, mara.id))
  await scope.db
    .update(organizations)
    .set({ povertyBand: null })
    .where(eq(organizations.id, schools.middle))
  const left = { organizationId: schools.middle, startedOn: '2020-07-01', endedOn: yesterday }
  await make.member(scope, { ...left, hiredOn: null })
  await make.member(scope, { organizationId: organization })
  const member = await make.member(scope, { organizationId: schools.middle })
  const own = { memberId: member.id, organizationId: null }
  await make.activity(scope, { ...own, updatedAt: old })
  await make.activity(scope, own)
  const dateless = await make.activity(scope, own)
  await scope.db.update(activities).set({ startedOn: null }).where(eq(activities.id, dateless.id))
  await make.activity(scope, { ...own, status: 'approved' })
  await make.activity(scope, { memberId: member.id, status: 'approved' })
  const { submission } = await make.submission(scope, { memberId: member.id })
  await scope.db
    .update(submissions)
    .set({ dueOn: yesterday })
    .where(eq(submissions.id, submission.id))
  await make.goal(scope, { memberId: member.id, dueOn: yesterday })
  await make.goal(scope, {
    memberId: member.id,
    dueOn: yesterday,
    status: 'met',
    closedOn: yesterday,
  })
  await make.goal(scope, { memberId: member.id, dueOn: WORLD_TODAY })
}

async function applyRoster(scope: WriteScope, given: { at: Date; rows: [string, number][] }) {
  const id = newId()
  await scope.db.insert(rosterImports).values({
    id,
    uploadedById: rosa.id,
    fileName: 'roster.zip',
    status: 'applied',
    done: 1,
    total: 1,
    rejected: given.rows.map(([file, row]) => ({ file, row, field: null, message: '', cells: {} })),
    createdAt: given.at,
  })
  return id
}

test('each count is that of a plain computation, as the world stands and with gaps', async () => {
  const store = await openTestStore()
  const [member, administrator] = [await asMember(store, rosa), await asMember(store, rosa)]
  const before = await naive(member)

  expect(await member.read(checkQuality)).toMatchObject(before)
  await administrator.write(leaveGaps)

  const after = await naive(member)
  expect(await member.read(checkQuality)).toMatchObject(after)
  const grown = Object.keys(after).filter((gap) => after[gap as Gap] > before[gap as Gap])
  expect(grown).toEqual(Object.keys(after))
})

type Gap = keyof Awaited<ReturnType<typeof naive>>

test('the people that the last roster could not read are counted once each', async () => {
  const store = await openTestStore()
  const [member, administrator] = [await asMember(store, rosa), await asMember(store, rosa)]
  const earlier = new Date(WORLD_NOW.getTime() - 1000)

  await administrator.write(applyRoster, { at: earlier, rows: [['users.csv', 9]] })
  const rows: [string, number][] = [
    ['users.csv', 2],
    ['users.csv', 2],
    ['users.csv', 3],
    ['orgs.csv', 4],
  ]
  const rosterId = await administrator.write(applyRoster, { at: WORLD_NOW, rows })

  expect(await member.read(checkQuality)).toMatchObject({ unmatched: 2, rosterId })
})

test('who may mend a gap is told so; who reads no report is refused', async () => {
  const store = await openTestStore()
  const canOf = async (person: typeof ana) =>
    Object.values((await (await asMember(store, person)).read(checkQuality)).can)

  expect(new Set(await canOf(rosa))).toEqual(new Set([true]))
  expect(new Set(await canOf(ida))).toEqual(new Set([false]))
  await expect(canOf(ana)).rejects.toThrow(Forbidden)
})

test('the gaps of another district are not counted', async () => {
  const store = await openTestStore()
  const other = await asMember(store, world.southside.ming)
  const before = await other.read(checkQuality)

  await (await asMember(store, rosa)).write(leaveGaps)

  expect(await other.read(checkQuality)).toEqual(before)
})
