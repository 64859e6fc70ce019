import { describe, expect, it } from 'vitest'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { editClaim } from '~/domain/claims/editing.server'
import { claimInput } from '~/domain/claims/inputs.server'
import { NotFound } from '~/domain/errors'
import { addLicense } from '~/domain/licenses/adding.server'
import { editLicense } from '~/domain/licenses/editing.server'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import { previewClaim } from '~/domain/renewal/preview.server'
import { claimOnSending } from '../../support/claims'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { license } from '../licenses/given'

const { ana, ben, cora, mara, rosa, ida, cycles, schools } = world.northside

const ALL = { planned: null, page: 1 }
const claim = (given: object) => claimInput.parse({ claims: 'on', ...given })

/** Somebody new with a Massachusetts license and nothing done yet. */
async function newcomer(store: TestStore) {
  const office = await asMember(store, rosa)
  const { id } = await office.write(make.member, {
    organizationId: schools.middle,
    startedOn: '2022-08-01',
  })
  const member = await asMember(store, { ...cora, id })
  const { cycleId } = await member.write(addLicense, license())
  return { member, cycle: cycleId! }
}

/** An approved activity of so many hours with proof, claimed as given. */
async function earn(member: TestMember, hours: number, given: object, startedOn = '2026-10-05') {
  const { activity } = await member.write(make.approvedActivity, {
    reviewerId: mara.id,
    minutes: hours * 60,
    startedOn,
  })
  await member.write(claimOnSending, 'activity', activity.id, claim({ proof: 'product', ...given }))
  return activity.id
}

describe('what counts in a cycle', () => {
  it('names whom what waits is waiting for, since when and until when', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store)
    await member.write(make.submission, { startedOn: '2026-11-02', dueOn: '2026-12-20' })

    const page = await member.read(getCyclePage, cycle, ALL)

    expect(page.rows.rows).toMatchObject([
      {
        verdict: 'not_yet',
        sentence: `Waiting for ${mara.name} since 20 November 2026, to be decided by 20 December 2026.`,
      },
    ])
  })

  it('is asked for the class of a license that has none, and no more once it is stated', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)
    const input = license({ jurisdiction: 'US-NC', kind: 'continuing_professional' })
    const { id, cycleId } = await member.write(addLicense, input)
    const before = await member.read(getCyclePage, cycleId!, ALL)

    await member.write(editLicense, { ...input, version: 1, class: 'k5_teacher' })

    const after = await member.read(getCyclePage, cycleId!, ALL)
    expect(before.sentence).toMatch(/ Say which class of license it is\.$/)
    expect(before.licenses).toMatchObject([{ id, hasClass: false }])
    expect(before.bars.map(({ rule }) => rule)).not.toContain('k5_literacy')
    expect(before.unchecked).toContainEqual({
      rule: 'k5_literacy',
      label: '3 CEUs in literacy',
      because: 'class_not_stated',
      rows: 1,
    })
    expect(after.licenses).toMatchObject([{ id, hasClass: true }])
    expect(after.bars.map(({ rule }) => rule)).toContain('k5_literacy')
    expect(after.unchecked.map(({ because }) => because)).not.toContain('class_not_stated')
  })

  it('is said for each row, with what is asked and what is there', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store)
    const id = await earn(member, 12, { topic: 'Reading', fits: ['US-MA/pedagogy'] })

    const page = await member.read(getCyclePage, cycle, ALL)

    expect(page).toMatchObject({ required: 150, counted: 12, isOwn: true, state: 'behind' })
    expect(page.sentence).toMatch(/^You are behind: 12 of 150 PDPs, 31 months left; /)
    expect(page.bars.find(({ category }) => category === 'pedagogy')).toMatchObject({
      have: 12,
      need: 15,
      short: 3,
    })
    expect(page.rows.rows).toMatchObject([
      { id, kind: 'activity', verdict: 'counts', sentence: 'Counts 12 PDPs toward Pedagogy.' },
    ])
  })

  it('changes when a topic that is too short grows', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store)
    const first = await earn(member, 6, { topic: 'UDL', fits: ['US-MA/pedagogy'] })
    const before = await member.read(getCyclePage, cycle, ALL)

    await earn(member, 5, { topic: 'udl ', fits: ['US-MA/pedagogy'] }, '2026-11-02')

    const after = await member.read(getCyclePage, cycle, ALL)
    expect(before).toMatchObject({ counted: 0, pending: 6, blocks: [{ have: 6, need: 10 }] })
    expect(before.rows.rows[0]).toMatchObject({ id: first, verdict: 'not_yet' })
    expect(before.suggestions).toMatchObject([{ kind: 'topic', rows: [first] }])
    expect(after).toMatchObject({ counted: 11, pending: 0, blocks: [] })
  })

  it('is nothing any more once an approval is taken back', async () => {
    const store = await openTestStore()
    const [member, principal] = [await asMember(store, ana), await asMember(store, rosa)]
    const before = await member.read(getCyclePage, cycles.open, ALL)
    const { activity, submission } = await member.write(make.approvedActivity, {
      reviewerId: mara.id,
      minutes: 900,
    })
    const { id } = activity
    await member.write(claimOnSending, 'activity', id, claim({ proof: 'product' }))
    const between = await member.read(getCyclePage, cycles.open, ALL)

    await principal.write(reopenSubmission, submission.id, { reason: 'The wrong one.' })

    const after = await member.read(getCyclePage, cycles.open, ALL)
    expect(between.counted).toBe(before.counted + 15)
    expect(after.counted).toBe(before.counted)
    expect(after.rows.rows.find((row) => row.id === id)).toMatchObject({
      reason: 'waiting_for_approval',
    })
  })

  it('counts a graduate course by its credit, divided as its educator says', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await member.read(getCyclePage, cycles.open, ALL)

    const course = page.rows.rows.find(({ credit }) => credit === 'semester_hour')
    expect(course).toMatchObject({ units: 67.5, counted: 67.5 })
    expect(course?.placements).toEqual([
      { label: 'Content of the license', units: 56.25 },
      { label: 'Pedagogy', units: 11.25 },
    ])
  })

  it('asks 30 more for a second license, with content of its own', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { required, bars } = await member.read(getCyclePage, cycles.open, ALL)

    expect(required).toBe(180)
    expect(bars.find(({ rule }) => rule === 'total')?.asked).toBe(
      '150 PDPs in five years, and 30 PDPs for additional licenses',
    )
    expect(bars.find(({ rule }) => rule === 'additional_license')).toMatchObject({
      name: 'Content of the license: Moderate Disabilities 5–8',
      have: 12,
      need: 15,
    })
  })

  it('says what a planned course would change, and saves nothing', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store)
    const planned = { title: 'SEI course', minutes: 15 * 60, categories: ['sei_esl_bilingual'] }

    const page = await member.read(getCyclePage, cycle, { planned, page: 1 })

    expect(page.whatIf).toMatchObject({
      counted: { before: 0, after: 15 },
      verdict: 'counts',
      changes: [{ after: { have: 15 } }, { after: { have: 15, need: 15, met: true } }],
    })
    expect(page).toMatchObject({ counted: 0, rows: { total: 0 } })
  })

  it('is listed in pages and by verdict', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store)
    await member.write(async (scope) => {
      for (let at = 0; at < 30; at++) {
        await make.approvedActivity(scope, { reviewerId: mara.id, minutes: 60 })
      }
    })

    const second = await member.read(getCyclePage, cycle, { planned: null, page: 2 })
    const none = await member.read(getCyclePage, cycle, {
      planned: null,
      page: 1,
      verdict: 'does_not_count',
    })

    expect(second.rows).toMatchObject({ total: 30, page: 2, pages: 2 })
    expect(second.rows.rows).toHaveLength(5)
    expect(none.rows.total).toBe(0)
    expect(none.verdicts.not_yet).toBe(30)
  })

  it('is seen by an administrator and an auditor, and by no principal, colleague or stranger', async () => {
    const store = await openTestStore()
    const see = async (who: Parameters<typeof asMember>[1]) =>
      (await asMember(store, who)).read(getCyclePage, cycles.open, ALL)

    expect(await see(rosa)).toMatchObject({ isOwn: false, owner: ana.name })
    expect(await see(ida)).toMatchObject({ isOwn: false })
    for (const who of [mara, ben, world.southside.rosa]) {
      await expect(see(who)).rejects.toBeInstanceOf(NotFound)
    }
  })
})

describe('what the rules make of a draft', () => {
  it('is what they would make of it once it is approved', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)
    const { id } = await member.write(make.activity, {
      minutes: 12 * 60,
      startedOn: '2026-10-05',
      status: 'draft',
    })
    await member.write(
      editClaim,
      'activity',
      id,
      claim({ proof: 'product', fits: ['US-MA/pedagogy'] }),
    )

    const preview = await member.read(previewClaim, 'activity', id)

    expect(preview).toMatchObject([
      { state: 'Massachusetts', verdict: 'counts', sentence: 'Counts 12 PDPs toward Pedagogy.' },
    ])
  })

  it('is nothing for somebody without a cycle, and not to be had for others', async () => {
    const store = await openTestStore()
    const [member, other] = [await asMember(store, cora), await asMember(store, ben)]
    const { id } = await member.write(make.activity, { minutes: 60, status: 'draft' })

    expect(await member.read(previewClaim, 'activity', id)).toEqual([])
    await expect(other.read(previewClaim, 'activity', id)).rejects.toBeInstanceOf(NotFound)
  })
})
