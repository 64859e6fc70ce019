import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { broughtRows, creditClaims, cycles } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { repinCycle } from '~/domain/licenses/cycle-editing.server'
import { getCycle } from '~/domain/licenses/cycles.server'
import { editLicense } from '~/domain/licenses/editing.server'
import { keepRuleSet } from '~/domain/licenses/pinning.server'
import { withdrawLicense } from '~/domain/licenses/withdrawing.server'
import { evaluateMembers } from '~/domain/renewal/evaluating.server'
import { recordRenewal } from '~/domain/renewal/renewing.server'
import { addLicense } from '~/domain/licenses/adding.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import type { WriteScope } from '~/domain/scope.server'
import { getTranscript } from '~/domain/transcripts/transcript.server'
import { getUsesPage } from '~/domain/uses/page.server'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { judgeByDemandingRules } from '../../support/rule-sets'
import { world } from '../../support/world'
import { license } from '../licenses/given'
import { earn, licensed, pageOf, rowsOfUses } from '../uses/given'

const { mara, ana, cycles: named } = world.northside

const MASSACHUSETTS = { expiresOn: '2029-06-30' }
const PENNSYLVANIA = {
  jurisdiction: 'US-PA' as const,
  kind: 'professional',
  issuedOn: '2022-07-01',
  expiresOn: '2027-06-30',
}
const ILLINOIS = {
  jurisdiction: 'US-IL' as const,
  kind: 'professional_educator',
  issuedOn: '2020-09-01',
  expiresOn: '2026-06-30',
}
const OHIO = { jurisdiction: 'US-OH' as const, kind: 'professional' }
const VIRGINIA = { jurisdiction: 'US-VA' as const, kind: 'renewable', expiresOn: '2029-06-30' }

const renew = (member: TestMember, cycle: string, expiresOn = '2034-06-30') =>
  member.write(recordRenewal, cycle, { version: 1, renewedOn: '2026-11-12', expiresOn })

/** Moves the cycle so that it begins on a day, whatever the form would say. */
const beginOn = (member: TestMember, cycle: string, startsOn: string) =>
  member.write((scope) => scope.db.update(cycles).set({ startsOn }).where(eq(cycles.id, cycle)))

const takeBack = async (store: TestStore, submission: string) =>
  (await asMember(store, mara)).write(reopenSubmission, submission, { reason: 'The wrong one.' })

/** An Ohio license that expired on 30 June and 3 semester hours of October. */
async function lateInOhio(store: TestStore, isEmployed: boolean) {
  const held = await licensed(store, { ...OHIO, issuedOn: '2021-07-01', expiresOn: '2026-06-30' })
  await earn(held.member, 45, '2026-10-20')
  await held.member.write(async ({ db }) => {
    await db.update(creditClaims).set({ credit: 'semester_hour', amountThousandths: 3000 })
    await db.update(cycles).set({ isEmployed }).where(eq(cycles.id, held.cycle))
  })
  return held
}

describe('renewing late', () => {
  it('lets credit be earned until then, where the state asks for more from then on', async () => {
    const store = await openTestStore()
    const { id, member, cycle } = await lateInOhio(store, false)

    const open = await pageOf(member, cycle)
    const [result] = await member.read(evaluateMembers, [id])
    await renew(member, cycle, '2031-06-30')
    const closed = await pageOf(member, cycle)

    expect(open).toMatchObject({ required: 27, counted: 9, state: 'ended' })
    expect(result).toMatchObject({ required: 27, counted: 9 })
    expect(closed).toMatchObject({ required: 27, counted: 9 })
  })

  it('does not where it asks for no more, nor before the day of the credit', async () => {
    const store = await openTestStore()
    const [employed, early] = [await lateInOhio(store, true), await lateInOhio(store, false)]
    await early.member.write(recordRenewal, early.cycle, {
      version: 1,
      renewedOn: '2026-10-19',
      expiresOn: '2031-06-30',
    })

    expect(await pageOf(employed.member, employed.cycle)).toMatchObject({
      required: 18,
      counted: 0,
    })
    expect(await pageOf(early.member, early.cycle)).toMatchObject({ required: 27, counted: 0 })
  })
})

describe('recording a renewal', () => {
  it('uses what counts in the cycle, under the rules it was judged by, and nothing else', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const counts = await earn(member, 12, '2026-10-05')
    const tooShort = await earn(member, 6, '2026-10-12', 'UDL')

    await renew(member, cycle)

    expect(await rowsOfUses(member)).toEqual([
      expect.objectContaining({
        activityId: counts.id,
        purpose: 'renewal',
        cycleId: cycle,
        carriedFromId: null,
        ruleSetId: 'us-ma-2017',
        unit: 'PDP',
        milliUnits: 12_000,
        minutes: 720,
        usedOn: '2026-11-12',
        label: 'Massachusetts, renewed in 2026',
      }),
    ])
    const { rows } = await pageOf(member, cycle)
    expect(rows.rows).toMatchObject([
      { id: tooShort.id, verdict: 'not_yet' },
      { id: counts.id, verdict: 'counts', isTakenBack: false },
    ])
  })

  it('lets nothing count again in another cycle of the state, even where the days overlap', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const { id } = await earn(member, 12, '2026-10-05')
    const next = await renew(member, cycle)

    await beginOn(member, next!, '2026-07-01')

    const { rows, counted } = await pageOf(member, next!)
    expect(counted).toBe(0)
    expect(rows.rows).toMatchObject([
      {
        id,
        verdict: 'does_not_count',
        reason: 'spent',
        sentence:
          'It has been used for the renewal of Massachusetts in 2026, and counts once only.',
      },
    ])
  })

  it('uses what was brought from another district too', async () => {
    const store = await openTestStore()
    const { member, cycle, id: memberId } = await licensed(store, PENNSYLVANIA)
    const id = newId()
    await member.write((scope) =>
      scope.db.insert(broughtRows).values({
        id,
        memberId,
        kind: 'activity',
        fromSlug: 'elsewhere',
        fromDistrict: 'Elsewhere Public Schools',
        title: 'Reading elsewhere',
        startedOn: '2025-10-06',
        endedOn: '2025-10-06',
        minutes: 600,
        countedMinutes: 600,
        standing: 'approved',
        strength: 'document',
        hasEvidence: true,
        broughtOn: '2026-08-20',
      }),
    )

    await renew(member, cycle, '2032-06-30')

    const { uses } = await member.read(getUsesPage, memberId, { page: 1 })
    expect(uses.rows).toMatchObject([
      {
        broughtId: id,
        activityId: null,
        minutes: 600,
        isNoLongerApproved: false,
        subject: { kind: 'activity', title: 'Reading elsewhere', isBrought: true },
      },
    ])
    expect(await pageOf(member, cycle)).toMatchObject({ counted: 10 })
  })

  it('leaves what another state counts as it is', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const { cycleId } = await member.write(addLicense, license(PENNSYLVANIA))
    await earn(member, 12, '2026-10-05')

    await renew(member, cycle)

    expect(await pageOf(member, cycleId!)).toMatchObject({ counted: 12 })
  })
})

describe('what is beyond the requirement', () => {
  it('is carried over up to the most that is allowed, from the latest rows', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, PENNSYLVANIA)
    await earn(member, 20, '2023-10-05', 'Too early to be carried over')
    const early = await earn(member, 160, '2025-10-06')
    const late = await earn(member, 40, '2026-10-05')

    const next = await renew(member, cycle, '2032-06-30')

    const uses = await rowsOfUses(member)
    const ofRow = (id: string) => uses.filter(({ activityId }) => activityId === id)
    expect(ofRow(late.id)).toMatchObject([
      {
        cycleId: next,
        carriedFromId: cycle,
        milliUnits: 40_000,
        label: 'Carried over from the cycle that ended on 30 June 2027',
      },
    ])
    expect(ofRow(early.id)).toMatchObject([{ cycleId: cycle, milliUnits: 160_000 }])
    const page = await pageOf(member, next!)
    expect(page).toMatchObject({ counted: 40, required: 180 })
    expect(page.rows.rows).toMatchObject([
      {
        title: 'Carried over from the cycle that ended on 30 June 2027',
        verdict: 'counts',
        sentence: 'Counts 40 Act 48 hours.',
      },
    ])
    expect(await pageOf(member, cycle)).toMatchObject({ counted: 220 })
  })

  it('is at most 50 hours in Pennsylvania, and in part of a row', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, PENNSYLVANIA)
    const { id } = await earn(member, 300, '2025-10-06')

    const next = await renew(member, cycle, '2032-06-30')

    const uses = await rowsOfUses(member)
    expect(uses.map(({ cycleId, milliUnits }) => [cycleId, milliUnits])).toEqual(
      expect.arrayContaining([
        [cycle, 250_000],
        [next, 50_000],
      ]),
    )
    expect(uses.every(({ activityId }) => activityId === id)).toBe(true)
    expect(await pageOf(member, next!)).toMatchObject({ counted: 50 })
  })

  it('is used up in the cycle it was carried into, and not carried over again', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, PENNSYLVANIA)
    await earn(member, 230, '2025-10-06')
    const next = await renew(member, cycle, '2032-06-30')

    await beginOn(member, next!, '2026-07-01')

    const third = await renew(member, next!, '2037-06-30')

    expect(await pageOf(member, third!)).toMatchObject({ counted: 0 })
    expect(await rowsOfUses(member)).toHaveLength(2)
  })

  it('is what was earned from April to June of the last year in Illinois', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, ILLINOIS)
    await earn(member, 127, '2024-02-01')
    const { id } = await earn(member, 5, '2026-04-10')

    const next = await renew(member, cycle, '2031-06-30')

    const carried = (await rowsOfUses(member)).filter((use) => use.carriedFromId)
    expect(carried).toMatchObject([{ activityId: id, milliUnits: 5000 }])
    expect(await pageOf(member, next!)).toMatchObject({ counted: 5 })
  })

  it.each([
    ['the rules carry nothing over', MASSACHUSETTS],
    ['no source says', VIRGINIA],
  ])('is lost where %s', async (_why, given) => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, given)
    await earn(member, 400, '2026-10-05')

    const next = await renew(member, cycle)

    const uses = await rowsOfUses(member)
    expect(uses).toMatchObject([{ cycleId: cycle, carriedFromId: null }])
    expect(await pageOf(member, next!)).toMatchObject({ counted: 0 })
  })
})

describe('what was used stays used', () => {
  it('in a closed cycle, whose page says that an approval was taken back later', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const { submission } = await earn(member, 12, '2026-10-05')
    await renew(member, cycle)

    await takeBack(store, submission)

    expect(await rowsOfUses(member)).toHaveLength(1)
    const page = await pageOf(member, cycle)
    expect(page.counted).toBe(12)
    expect(page.rows.rows).toMatchObject([{ verdict: 'counts', isTakenBack: true }])
  })

  it('once, when it is denied and never approved again', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const { submission } = await earn(member, 12, '2026-10-05')
    await renew(member, cycle)
    await takeBack(store, submission)
    const principal = await asMember(store, mara)

    await principal.write(decide, {
      submissions: [submission],
      decision: 'denied',
      reason: 'It did not take place.',
    })

    expect(await pageOf(member, cycle)).toMatchObject({ counted: 12 })
  })

  it('when it is withdrawn while it waits again', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    const { submission } = await earn(member, 12, '2026-10-05')
    await renew(member, cycle)
    await takeBack(store, submission)

    await member.write(withdraw, submission)

    expect(await rowsOfUses(member)).toHaveLength(1)
    expect(await pageOf(member, cycle)).toMatchObject({ counted: 12 })
  })

  it('but for what was carried over into a cycle that is open', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, PENNSYLVANIA)
    await earn(member, 180, '2023-10-06')
    const { submission } = await earn(member, 30, '2026-10-05')
    const next = await renew(member, cycle, '2032-06-30')

    await takeBack(store, submission)

    expect(await pageOf(member, next!)).toMatchObject({ counted: 0 })
    expect((await rowsOfUses(member)).at(-1)).toMatchObject({
      milliUnits: -30_000,
      note: 'The approval was taken back.',
    })
  })

  it('when the license is withdrawn and added again', async () => {
    const store = await openTestStore()
    const { member, cycle, license: id } = await licensed(store, MASSACHUSETTS)
    await earn(member, 12, '2026-10-05')
    await renew(member, cycle)
    const before = await rowsOfUses(member)

    await member.write(withdrawLicense, id)
    const { cycleId } = await member.write(addLicense, license(MASSACHUSETTS))

    expect(await rowsOfUses(member)).toEqual(before)
    const page = await pageOf(member, cycleId!)
    expect(page.counted).toBe(0)
    expect(page.rows.rows).toMatchObject([{ reason: 'spent' }])
  })

  it('when the next cycle is judged by other rules', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, MASSACHUSETTS)
    await earn(member, 12, '2026-10-05')
    const next = await renew(member, cycle)
    await beginOn(member, next!, '2026-07-01')
    await member.write(judgeByDemandingRules, next!)
    const before = await rowsOfUses(member)
    const shipped = shippedRuleSets().find(({ id }) => id === 'us-ma-2017')!

    await member.write(repinCycle, next!, {
      version: 1,
      ruleSet: { id: shipped.id, revision: shipped.revision },
    })

    expect(await rowsOfUses(member)).toEqual(before)
    expect((await pageOf(member, next!)).rows.rows).toMatchObject([{ reason: 'spent' }])
  })
})

describe('a closed cycle', () => {
  const COLORADO = {
    jurisdiction: 'US-CO' as const,
    kind: 'professional',
    issuedOn: '2021-07-01',
    expiresOn: '2025-06-01',
  }

  it('stays as it was, whatever becomes of the licenses that were judged in it', async () => {
    const store = await openTestStore()
    const { member, cycle, license: id } = await licensed(store, MASSACHUSETTS)
    await earn(member, 12, '2026-10-05')
    await renew(member, cycle)
    const before = await pageOf(member, cycle)
    const transcript = await member.read(getTranscript, cycle, true)

    await member.write(addLicense, license({ area: 'Chemistry', expiresOn: undefined }))
    const edited = { ...license({ id, version: 2, kind: 'initial', area: 'Physics' }) }
    await member.write(editLicense, edited)
    const between = await pageOf(member, cycle)
    await member.write(withdrawLicense, id)

    expect(between).toEqual(before)
    expect(await pageOf(member, cycle)).toEqual(before)
    expect(await member.read(getTranscript, cycle, true)).toEqual(transcript)
  })

  it('is judged by the day on which its license expired then', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, COLORADO)
    const { bars } = await pageOf(member, cycle)

    await renew(member, cycle, '2032-06-01')

    expect((await pageOf(member, cycle)).bars).toEqual(bars)
  })

  it('is judged by the day of its renewal', async () => {
    const store = await openTestStore()
    const { member, cycle } = await licensed(store, PENNSYLVANIA)
    await earn(member, 230, '2025-10-06')
    await member.write(askMoreOfLate, cycle)
    const before = await pageOf(member, cycle)

    const next = await renew(member, cycle, '2032-06-30')

    expect(before).toMatchObject({ required: 200 })
    expect(await pageOf(member, cycle)).toMatchObject({ required: 180 })
    expect(await pageOf(member, next!)).toMatchObject({ counted: 50 })
  })

  it('was judged by the license whose removal has closed it, and by no other that comes later', async () => {
    const store = await openTestStore()
    const { member, cycle, license: id } = await licensed(store, MASSACHUSETTS)
    await earn(member, 12, '2026-10-05')
    const { required, counted } = await pageOf(member, cycle)

    await member.write(withdrawLicense, id)
    await member.write(addLicense, license({ area: 'Chemistry' }))

    const closed = await member.read(getCycle, cycle)
    expect(closed.licenses).toMatchObject([{ id, isPrimary: true, area: 'Physics 8–12' }])
    expect(await pageOf(member, cycle)).toMatchObject({ required, counted })
  })
})

/** Judges a cycle by Pennsylvania's rules, and asks more of those who renew in 2027. */
async function askMoreOfLate(scope: WriteScope, cycle: string) {
  const { id } = await getCycle(scope, cycle)
  const shipped = shippedRuleSets().find((it) => it.id === 'us-pa-act48')!
  const late = {
    id: 'total_late',
    kind: 'total' as const,
    label: '200 hours from 2027 on',
    amount: 200,
    when: { renewsFrom: '2027-01-01' },
    confidence: 'derived' as const,
    sources: [shipped.sources[0]!.key],
  }
  const ruleSet = { ...shipped, revision: 9001, rules: [late, ...shipped.rules] }
  await keepRuleSet(scope, ruleSet)
  await scope.db.update(cycles).set({ ruleSetRevision: 9001 }).where(eq(cycles.id, id))
}

describe('the cycle that Ana has renewed', () => {
  it('shows what was used for it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await pageOf(member, named.closed)

    expect(page).toMatchObject({
      counted: 22,
      state: 'closed',
      sentence: 'Renewed on 20 June 2023; 22 of 150 PDPs stand on this record.',
    })
  })

  it('is no cycle to hurry in, nor is one that was given up', async () => {
    const store = await openTestStore()
    const { member, cycle, license: id } = await licensed(store, MASSACHUSETTS)
    const { sentence } = await pageOf(member, cycle)

    await member.write(withdrawLicense, id)

    expect(sentence).toMatch(/^You are .* left/)
    expect((await pageOf(member, cycle)).sentence).toBe(
      'Closed on 20 November 2026 without a renewal; 0 of 150 PDPs stand on this record.',
    )
  })
})
