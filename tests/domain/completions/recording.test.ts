import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { completions, evidence, submissions } from '#db/schema'
import { describe, expect, it } from 'vitest'
import type { CompletionInput } from '~/domain/completions/inputs.server'
import { correctCompletion, recordCompletion } from '~/domain/completions/recording.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import type { StoredFile } from '~/domain/evidence/file-storage'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, ben, ida, mara, courses, completions: known } = world.northside

const course = (given: Partial<CompletionInput> = {}): CompletionInput => ({
  id: newId(),
  version: 0,
  title: 'Teaching with primary sources',
  completedOn: '2026-11-12',
  hours: 150,
  ...given,
})

const certificate = (): StoredFile => ({
  id: newId(),
  name: 'certificate.pdf',
  mediaType: 'application/pdf',
  bytes: 1200,
  sha256: 'ab'.repeat(32),
})

describe('recording a finished course', () => {
  it('keeps it waiting and sends it to the principal of the school', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { id, reviewers, isNew } = await member.write(recordCompletion, course(), [])

    expect({ isNew, reviewers: reviewers.map(({ name }) => name) }).toEqual({
      isNew: true,
      reviewers: [mara.name],
    })
    const [row] = await member.scope.db
      .select({
        memberId: completions.memberId,
        source: completions.source,
        status: completions.status,
        strength: completions.strength,
        createdAt: completions.createdAt,
      })
      .from(completions)
      .where(eq(completions.id, id))
    expect(row).toEqual({
      memberId: ana.id,
      source: 'educator',
      status: 'waiting',
      strength: 'self_reported',
      createdAt: member.scope.now,
    })
    const [sent] = await member.scope.db
      .select({ kind: submissions.kind, minutes: submissions.minutes, status: submissions.status })
      .from(submissions)
      .where(eq(submissions.completionId, id))
    expect(sent).toEqual({ kind: 'completion', minutes: 150, status: 'waiting' })
  })

  it('is backed by a document when a certificate or a link comes with it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const link = 'https://example.org/certificate'

    const { id } = await member.write(recordCompletion, course({ link }), [certificate()])

    const [row] = await member.scope.db
      .select({ strength: completions.strength })
      .from(completions)
      .where(eq(completions.id, id))
    expect(row).toEqual({ strength: 'document' })
    expect(await member.scope.db.count(evidence, eq(evidence.completionId, id))).toBe(2)
  })

  it('is filled from the catalog where it was left empty', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const chosen = course({ courseId: courses.assessment, title: undefined, hours: undefined })

    const { id } = await member.write(recordCompletion, chosen, [])

    const [row] = await member.scope.db
      .select({ title: completions.title, minutes: completions.minutes })
      .from(completions)
      .where(eq(completions.id, id))
    expect(row?.title).toBeTruthy()
    expect(row?.minutes).toBeGreaterThan(0)
  })

  it('records one course when the same form is sent twice', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const input = course()

    await member.write(recordCompletion, input, [])
    const second = await member.write(recordCompletion, input, [certificate()])

    expect(second.isNew).toBe(false)
    expect(await member.scope.db.count(evidence, eq(evidence.completionId, input.id))).toBe(0)
    expect(await member.scope.db.count(submissions, eq(submissions.completionId, input.id))).toBe(1)
  })

  it.each([
    ['a day to come', { completedOn: '2026-11-21' }, 'completedOn'],
    ['a day long before the first one here', { completedOn: '1999-11-12' }, 'completedOn'],
    ['a year that was mistyped', { completedOn: '0206-11-12' }, 'completedOn'],
    ['more hours than a course can have', { hours: 2001 * 60 }, 'hours'],
    ['a title that is not that of the course chosen', { courseId: courses.coding }, 'title'],
    ['a course of another district', { courseId: world.southside.courses.ai }, 'courseId'],
  ])('refuses %s', async (_, given, field) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(recordCompletion, course(given), [])

    await expect(attempt).toHaveFieldError(field)
  })

  it('knows nothing under the identifier of somebody else', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ben)

    const attempt = member.write(recordCompletion, course({ id: known.waiting }), [])

    await expect(attempt).rejects.toThrow(NotFound)
  })

  it('refuses the same course of the same day, and says where it is', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(recordCompletion, course(), [])
    const again = course({ title: '  teaching with PRIMARY sources ' })

    const attempt = member.write(recordCompletion, again, [])

    const error = await attempt.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect(error).toMatchObject({ field: 'title', existingId: id })
  })

  it('takes the same course of another day', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    await member.write(recordCompletion, course(), [])

    const again = await member.write(recordCompletion, course({ completedOn: WORLD_TODAY }), [])

    expect(again.isNew).toBe(true)
  })

  it('is not for an auditor, who only reads', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ida)

    const attempt = member.write(recordCompletion, course(), [])

    await expect(attempt).rejects.toThrow(Forbidden)
  })
})

describe('correcting a finished course', () => {
  const correction = (given: Partial<CompletionInput> = {}) =>
    course({ id: known.returned, version: 1, title: 'Media literacy, second part', ...given })

  it('sends what came back once more, with what was corrected', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { reviewers } = await member.write(correctCompletion, correction(), [certificate()])

    expect(reviewers.map(({ name }) => name)).toEqual([mara.name])
    const [row] = await member.scope.db
      .select({
        title: completions.title,
        status: completions.status,
        strength: completions.strength,
        version: completions.version,
      })
      .from(completions)
      .where(eq(completions.id, known.returned))
    expect(row).toEqual({
      title: 'Media literacy, second part',
      status: 'waiting',
      strength: 'document',
      version: 2,
    })
    expect(
      await member.scope.db.count(submissions, eq(submissions.completionId, known.returned)),
    ).toBe(2)
  })

  it('does not overwrite what was changed in another window', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(correctCompletion, correction({ version: 0 }), [])

    await expect(attempt).rejects.toThrow(Conflict)
  })

  it.each(['waiting', 'approved'] as const)('is refused while it is %s', async (status) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const attempt = member.write(correctCompletion, correction({ id: known[status] }), [])

    await expect(attempt).rejects.toThrow(Forbidden)
  })

  it('knows nothing of the course of somebody else, nor of another district', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    const stranger = await asMember(store, world.southside.ana)

    await expect(principal.write(correctCompletion, correction(), [])).rejects.toThrow(NotFound)
    await expect(stranger.write(correctCompletion, correction(), [])).rejects.toThrow(NotFound)
  })
})
