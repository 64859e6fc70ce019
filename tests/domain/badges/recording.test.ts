import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { awards, evidence, submissions } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { applyToAward } from '~/domain/badges/decided.server'
import type { AwardInput } from '~/domain/badges/inputs.server'
import { correctAward, recordAward } from '~/domain/badges/recording.server'
import { Forbidden, NotFound } from '~/domain/errors'
import type { StoredFile } from '~/domain/evidence/file-storage'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, ben, ida, mara, achievements, awards: known } = world.northside

const badge = (given: Partial<AwardInput> = {}): AwardInput => ({
  id: newId(),
  title: 'Certified Captioner',
  issuer: 'Described and Captioned Media Program',
  awardedOn: '2026-11-01',
  url: 'https://example.org/badges/captioner',
  selfReported: false,
  ...given,
})

const file = (): StoredFile => ({
  id: newId(),
  name: 'badge.png',
  mediaType: 'image/png',
  bytes: 900,
  sha256: 'cd'.repeat(32),
})

const find = async (member: TestMember, id: string) => {
  const [row] = await member.scope.db
    .select({
      title: awards.title,
      issuer: awards.issuer,
      verification: awards.verification,
      decidedOn: awards.decidedOn,
      url: awards.url,
    })
    .from(awards)
    .where(eq(awards.id, id))
  return row
}

describe('recording a badge', () => {
  it('keeps it not verified and sends it to the principal', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { id, reviewers } = await member.write(recordAward, badge(), [])

    expect(reviewers.map(({ name }) => name)).toEqual([mara.name])
    expect(await find(member, id)).toMatchObject({ verification: 'not_verified', decidedOn: null })
    const [sent] = await member.scope.db
      .select({ kind: submissions.kind, status: submissions.status, minutes: submissions.minutes })
      .from(submissions)
      .where(eq(submissions.awardId, id))
    expect(sent).toEqual({ kind: 'award', status: 'waiting', minutes: null })
  })

  it('takes name and issuer of a badge the district knows', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = badge({ achievementId: achievements.iste, title: undefined, issuer: undefined })

    const { id } = await member.write(recordAward, input, [])

    const award = await find(member, id)
    expect(award?.title).toContain('ISTE')
    expect(award?.issuer).toBeTruthy()
  })

  it('asks for a proof, or for the word that there is none', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const without = badge({ url: undefined })

    const attempt = member.write(recordAward, without, [])

    await expect(attempt).toHaveFieldError('url')
    await member.write(recordAward, { ...without, selfReported: true }, [])
    expect(await find(member, without.id)).toMatchObject({ verification: 'not_verified' })
  })

  it('takes a file for a proof', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { id } = await member.write(recordAward, badge({ url: undefined }), [file()])

    expect(await member.scope.db.count(evidence, eq(evidence.awardId, id))).toBe(1)
  })

  it('records one award when the same form is sent twice', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = badge()

    await member.write(recordAward, input, [])
    const second = await member.write(recordAward, input, [file()])

    expect(second.isNew).toBe(false)
    expect(await member.scope.db.count(evidence, eq(evidence.awardId, input.id))).toBe(0)
    expect(await member.scope.db.count(submissions, eq(submissions.awardId, input.id))).toBe(1)
  })

  it('knows nothing under the identifier of somebody else', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ben)

    const attempt = member.write(recordAward, badge({ id: known.verified }), [])

    await expect(attempt).rejects.toThrow(NotFound)
  })

  it('takes the same badge of a later day as a renewal, and not twice of one day', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(recordAward, badge({ achievementId: undefined }), [])

    const renewal = await member.write(recordAward, badge({ awardedOn: WORLD_TODAY }), [])
    const twice = await member
      .write(recordAward, badge({ title: 'certified captioner' }), [])
      .catch((error: unknown) => error)

    expect(renewal.isNew).toBe(true)
    expect(twice).toMatchObject({ field: 'title', existingId: id })
  })

  it.each([
    ['a day to come', { awardedOn: '2026-11-21' }, 'awardedOn'],
    ['a year that was mistyped', { awardedOn: '0206-11-01' }, 'awardedOn'],
    ['an end before the beginning', { expiresOn: '2026-11-01' }, 'expiresOn'],
    ['an end that is too far away', { expiresOn: '3026-11-01' }, 'expiresOn'],
    ['a name that is not that of the badge chosen', { achievementId: achievements.iste }, 'title'],
    [
      'a badge of another district',
      { achievementId: world.southside.achievements.iste },
      'achievementId',
    ],
  ])('refuses %s', async (_, given, field) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(recordAward, badge(given), [])

    await expect(attempt).toHaveFieldError(field)
  })

  it('is not for an auditor, who only reads', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ida)

    const attempt = member.write(recordAward, badge(), [])

    await expect(attempt).rejects.toThrow(Forbidden)
  })
})

describe('what a decision does to a badge', () => {
  it.each([
    ['approved', 'verified_by_person', WORLD_TODAY],
    ['denied', 'refused', WORLD_TODAY],
    ['withdrawn', 'withdrawn', WORLD_TODAY],
    ['returned', 'not_verified', null],
  ] as const)('%s makes it %s', async (status, verification, decidedOn) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.award)

    await member.write(applyToAward, id, status)

    expect(await find(member, id)).toMatchObject({ verification, decidedOn })
  })

  it('touches nothing of another district', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const stranger = await asMember(store, world.southside.ana)
    const { id } = await member.write(make.award)

    await stranger.write(applyToAward, id, 'approved')

    expect(await find(member, id)).toMatchObject({ verification: 'not_verified' })
  })
})

describe('correcting a badge', () => {
  it('sends one that was taken back again, not verified', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.award)
    await member.write(applyToAward, id, 'withdrawn')

    await member.write(correctAward, badge({ id }), [])

    expect(await find(member, id)).toMatchObject({
      title: 'Certified Captioner',
      url: 'https://example.org/badges/captioner',
      verification: 'not_verified',
      decidedOn: null,
    })
    expect(await member.scope.db.count(submissions, eq(submissions.awardId, id))).toBe(1)
  })

  it.each(['notVerified', 'verified', 'refused'] as const)(
    'is refused for one that waits or is decided (%s)',
    async (state) => {
      const store = await openTestStore()
      const member = await asMember(store, ana)

      const attempt = member.write(correctAward, badge({ id: known[state] }), [])

      await expect(attempt).rejects.toThrow(Forbidden)
    },
  )

  it('knows nothing of the badge of somebody else, nor of another district', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.award)
    const principal = await asMember(store, mara)
    const stranger = await asMember(store, world.southside.ana)

    await expect(principal.write(correctAward, badge({ id }), [])).rejects.toThrow(NotFound)
    await expect(stranger.write(correctAward, badge({ id }), [])).rejects.toThrow(NotFound)
  })
})
