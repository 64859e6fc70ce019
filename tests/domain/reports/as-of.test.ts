import { newId } from '#db/id'
import type { Store } from '#db/client.server'
import { eq } from '#db/query.server'
import { districts, submissions } from '#db/schema'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import type { AwardInput } from '~/domain/badges/inputs.server'
import { correctAward, recordAward } from '~/domain/badges/recording.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { addDays } from '~/domain/calendar'
import { editOrganization } from '~/domain/organizations/editing.server'
import { waitingByPathway } from '~/domain/readiness/waiting.server'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import { placeReport } from '~/domain/reports/frame.server'
import { openReport } from '~/domain/reports/report.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'
import { forEducators, publish, within } from '../pathways/published'

const { achievements, ana, ben, mara, ming, rosa, schools } = world.northside
const THEN = addDays(WORLD_TODAY, 1)

const daysOn = (days: number) => new Date(WORLD_NOW.getTime() + days * 24 * 3600 * 1000)
const reportThen = (member: TestMember) => member.read(openReport, { asOf: THEN })

async function sentFor(member: TestMember, awardId: string) {
  const rows = await member.scope.db
    .select({ id: submissions.id, status: submissions.status })
    .from(submissions)
    .where(eq(submissions.awardId, awardId))
  return rows.find(({ status }) => status === 'waiting') ?? rows[0]!
}

const badge = (given: Partial<AwardInput> = {}): AwardInput => ({
  id: newId(),
  title: 'Captioner',
  issuer: 'Somebody',
  awardedOn: '2026-11-01',
  expiresOn: '2027-01-05',
  selfReported: true,
  ...given,
})

/** The report as of a day by who knows what came later. */
const seenOn = async (store: Store, days: number) =>
  reportThen(await asMember(store, rosa, daysOn(days)))

test('a badge that was corrected later says of an earlier day what it said then', async () => {
  const store = await openTestStore()
  const given = badge()
  const owner = await asMember(store, ana)
  await owner.write(recordAward, given, [])
  const principal = await asMember(store, mara)
  const { id } = await sentFor(principal, given.id)
  await principal.write(decide, { submissions: [id], decision: 'approved' })
  const before = await seenOn(store, 5)

  const later = await asMember(store, mara, daysOn(6))
  await later.write(reopenSubmission, id, { reason: 'It lapses later.' })
  const reason = 'Look at its last day once more.'
  await later.write(decide, { submissions: [id], decision: 'returned', reason })
  const corrected = { ...given, title: 'Certified Captioner', expiresOn: '2030-01-01' }
  const anaLater = await asMember(store, ana, daysOn(7))
  await anaLater.write(correctAward, corrected, [])

  expect(await seenOn(store, 8)).toEqual(before)
  const office = await asMember(store, rosa, daysOn(8))
  const list = { text: 'alvarez', sort: '-awarded', page: 1 } as const
  const titles = async (asOf: string) =>
    (await office.read(listReportBadges, { ...list, asOf })).badges.rows
      .filter((row) => row.id === given.id)
      .map(({ title, expiresOn, standing }) => [title, expiresOn, standing])
  expect(await titles(THEN)).toEqual([['Captioner', '2027-01-05', 'Expiring in 90 days']])
  expect(await titles(addDays(WORLD_TODAY, 8))).toEqual([
    ['Certified Captioner', '2030-01-01', 'Not verified'],
  ])
})

test('a badge that was corrected to another one waited for what it was', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const achievementId = achievements.googleTwo
  const pathway = await publish(coordinator, [{ kind: 'badge', achievementId }])
  await coordinator.write(makeAssignment, pathway.id, { ...forEducators, ...within() })
  const given = badge({ achievementId, title: undefined, issuer: undefined })
  await (await asMember(store, ben)).write(recordAward, given, [])
  const waitingThen = async (days: number) => {
    const member = await asMember(store, rosa, daysOn(days))
    return (await member.read(waitingByPathway, '', THEN))(pathway.id)
  }
  const before = await waitingThen(5)

  const { id } = await sentFor(await asMember(store, mara), given.id)
  const reason = 'Which one is it?'
  const principal = await asMember(store, mara, daysOn(6))
  await principal.write(decide, { submissions: [id], decision: 'returned', reason })
  const other = { ...badge(), id: given.id }
  await (await asMember(store, ben, daysOn(7))).write(correctAward, other, [])

  expect(before).toEqual({ waiting: 1, oldestOn: WORLD_TODAY })
  expect(await waitingThen(8)).toEqual(before)
})

test('a badge that was taken back and sent again stays taken back on the days between', async () => {
  const store = await openTestStore()
  const given = badge()
  const owner = await asMember(store, ana)
  await owner.write(recordAward, given, [])
  await owner.write(withdraw, (await sentFor(owner, given.id)).id)
  const before = await seenOn(store, 5)

  await (await asMember(store, ana, daysOn(6))).write(correctAward, given, [])
  await (await asMember(store, ana, daysOn(6))).write(withdraw, (await sentFor(owner, given.id)).id)
  await (await asMember(store, ana, daysOn(7))).write(correctAward, given, [])

  expect((await seenOn(store, 8)).badges).toEqual(before.badges)
})

test('a school is told of an earlier day with the bands it had then, or got first', async () => {
  const store = await openTestStore()
  const say = async (days: number, povertyBand: 'low' | 'high' | undefined) => {
    const office = await asMember(store, rosa, daysOn(days))
    await office.write(editOrganization, schools.middle, { name: 'Riverbend', povertyBand })
  }
  const bandsThen = async (asOf: string) => {
    const frame = await (await asMember(store, rosa, daysOn(9))).read(placeReport, { asOf })
    return frame.traitsOf.get(schools.middle)?.povertyBand ?? null
  }
  const band = await bandsThen(WORLD_TODAY)

  await say(2, 'low')
  await say(2, 'high')
  await say(4, 'low')
  await say(6, undefined)

  expect(
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 9].map((day) => bandsThen(addDays(WORLD_TODAY, day)))),
  ).toEqual([band ?? 'high', band ?? 'high', 'high', 'high', 'low', 'low', null, null])
})

test('a clock that was ended keeps its last day, also where reviews may take longer since', async () => {
  const store = await openTestStore()
  const office = await asMember(store, rosa)
  const { submission } = await office.write((scope) =>
    make.approvedActivity(scope, { memberId: ana.id, reviewerId: mara.id }),
  )
  const before = (await seenOn(store, 5)).approvals

  await store.write((tx) =>
    tx.update(districts).set({ reviewDays: 300 }).where(eq(districts.slug, world.northside.slug)),
  )
  const principal = await asMember(store, mara, daysOn(6))
  await principal.write(reopenSubmission, submission.id, { reason: 'The wrong one.' })

  expect((await seenOn(store, 8)).approvals).toEqual(before)
})
