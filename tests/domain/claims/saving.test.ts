import { newId } from '#db/id'
import { creditClaims, creditShares } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { deleteDraft, saveDraft } from '~/domain/activities/drafting.server'
import { draftInput } from '~/domain/activities/inputs.server'
import { sendActivity } from '~/domain/activities/sending.server'
import { editClaim, openClaim } from '~/domain/claims/editing.server'
import { claimInput } from '~/domain/claims/inputs.server'
import { findClaim } from '~/domain/claims/queries.server'
import { NotFound } from '~/domain/errors'
import { attachLink } from '~/domain/evidence/commands.server'
import { claimOnSending } from '../../support/claims'
import { make } from '../../support/factories'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ben, mara, activities, completions, awards } = world.northside
const southAna = world.southside.ana

const typed = (given: object = {}) =>
  claimInput.parse({ claims: 'on', topic: 'UDL', fits: ['US-MA/pedagogy'], ...given })

const draft = (given: object = {}) =>
  draftInput.parse({
    id: newId(),
    version: 0,
    title: 'UDL, part 1',
    hours: '6',
    startedOn: '2026-11-10',
    claims: 'on',
    ...given,
  })

describe('a claim', () => {
  it('is kept with the draft it belongs to, and goes with it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = draft({ topic: ' UDL ', fits: ['US-MA/pedagogy', 'US-MA/swd_diverse'] })

    await member.write(saveDraft, input)
    const kept = await member.read(findClaim, { activityId: input.id })
    await member.write(deleteDraft, input.id)

    expect(kept).toMatchObject({
      topic: 'UDL',
      shares: [
        { jurisdiction: 'US-MA', category: 'pedagogy', share: null },
        { jurisdiction: 'US-MA', category: 'swd_diverse', share: null },
      ],
    })
    expect(await member.read(findClaim, { activityId: input.id })).toBeNull()
  })

  it('is left alone by a form that does not ask about licenses', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = draft({ topic: 'UDL' })
    await member.write(saveDraft, input)

    await member.write(saveDraft, { ...input, claims: false, topic: undefined, version: 1 })

    expect(await member.read(findClaim, { activityId: input.id })).toMatchObject({ topic: 'UDL' })
  })

  it('that says nothing any more is none', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const before = await member.scope.db.count(creditClaims)
    const shares = await member.scope.db.count(creditShares)
    await member.write(editClaim, 'activity', activities.approved, typed())

    await member.write(
      editClaim,
      'activity',
      activities.approved,
      typed({ topic: undefined, fits: [], parts: [{ category: 'US-MA/pedagogy' }] }),
    )

    expect(await member.scope.db.count(creditClaims)).toBe(before)
    expect(await member.scope.db.count(creditShares)).toBe(shares)
  })

  it('says after the decision what shows it only where evidence is attached', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const approved = async () =>
      (await member.write(make.approvedActivity, { reviewerId: mara.id })).activity.id
    const [bare, backed] = [await approved(), await approved()]
    await member.write(claimOnSending, 'activity', bare, typed({ proof: 'certificate' }))
    const link = { url: 'https://example.org/certificate', mayShowStudents: false }
    await member.write(attachLink, { activityId: backed }, link)

    const proof = typed({ proof: 'assessment_result' })
    for (const id of [bare, backed]) await member.write(editClaim, 'activity', id, proof)

    const claimed = async (activityId: string) => member.read(findClaim, { activityId })
    expect(await claimed(bare)).toMatchObject({ proof: 'certificate', topic: 'UDL' })
    expect(await claimed(backed)).toMatchObject({ proof: 'assessment_result' })
    const { subject } = await member.read(openClaim, 'activity', bare)
    expect(subject).toMatchObject({ isSettled: true, isProofSettled: true })
    expect((await member.read(openClaim, 'activity', backed)).subject.isProofSettled).toBe(false)
  })

  it('divides the minutes, and a part says more than that it fits', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    await member.write(
      editClaim,
      'activity',
      activities.approved,
      typed({
        fits: ['US-MA/pedagogy', 'US-MA/content'],
        parts: [{ category: 'US-MA/pedagogy', part: '1:30' }, { category: 'US-MA/content' }],
      }),
    )

    const claim = await member.read(findClaim, { activityId: activities.approved })
    expect(claim?.shares).toEqual([
      { jurisdiction: 'US-MA', category: 'content', share: null },
      { jurisdiction: 'US-MA', category: 'pedagogy', share: 90 },
    ])
  })

  it('refuses parts that are more than the whole, and keeps nothing of it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = typed({
      parts: [
        { category: 'US-MA/pedagogy', part: '2' },
        { category: 'US-MA/content', part: '1:01' },
      ],
    })

    const attempt = member.write(editClaim, 'activity', activities.approved, input)

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field: null })
  })

  it('is kept half typed with a draft, and refused when the draft is sent', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const withoutAmount = draft({ kind: 'workshop', credit: 'semester_hour' })
    const withoutCredit = draft({ kind: 'workshop', amount: '3' })

    await member.write(saveDraft, withoutAmount)
    await member.write(saveDraft, withoutCredit)

    const kept = await member.read(findClaim, { activityId: withoutAmount.id })
    expect(kept).toMatchObject({ credit: 'semester_hour', amountThousandths: null })
    await expect(member.write(sendActivity, withoutAmount.id)).rejects.toMatchObject({
      field: 'amount',
    })
    await expect(member.write(sendActivity, withoutCredit.id)).rejects.toMatchObject({
      field: 'credit',
    })
  })

  it('keeps the categories of a state that the form did not offer', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const edit = (fits: string[]) =>
      member.write(editClaim, 'activity', activities.approved, typed({ fits }))
    await edit(['US-NC/literacy'])

    await edit(['US-MA/pedagogy'])

    const claim = await member.read(findClaim, { activityId: activities.approved })
    expect(claim?.shares.map(({ jurisdiction }) => jurisdiction)).toEqual(['US-MA', 'US-NC'])
  })

  it('keeps the credit of an activity that waits for a decision', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = typed({ credit: 'semester_hour', amount: '30', courseLevel: 'graduate' })

    await member.write(editClaim, 'activity', activities.submitted, input)

    const claim = await member.read(findClaim, { activityId: activities.submitted })
    expect(claim).toMatchObject({ topic: 'UDL', credit: null })
  })

  it('keeps the credit that was approved, whatever is typed afterwards', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    await member.write(
      editClaim,
      'activity',
      activities.approved,
      typed({ credit: 'semester_hour', amount: '30', courseLevel: 'graduate' }),
    )

    expect(await member.read(findClaim, { activityId: activities.approved })).toMatchObject({
      topic: 'UDL',
      credit: null,
      amountThousandths: null,
    })
  })

  it('can be about a finished course and about a badge', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    await member.write(editClaim, 'completion', completions.approved, typed())
    await member.write(editClaim, 'award', awards.notVerified, typed())

    expect(await member.read(openClaim, 'completion', completions.approved)).toMatchObject({
      form: { claim: { topic: 'UDL' } },
    })
    expect(await member.read(findClaim, { awardId: awards.notVerified })).toMatchObject({
      topic: 'UDL',
    })
  })

  it('is nobody else’s, here or in the other district', async () => {
    const store = await openTestStore()
    const [colleague, stranger] = await Promise.all([
      asMember(store, ben),
      asMember(store, southAna),
    ])

    for (const other of [colleague, stranger]) {
      const attempt = other.write(editClaim, 'activity', activities.approved, typed())
      await expect(attempt).rejects.toBeInstanceOf(NotFound)
      await expect(other.read(openClaim, 'activity', activities.approved)).rejects.toBeInstanceOf(
        NotFound,
      )
    }
  })
})
