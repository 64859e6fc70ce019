import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { completions, stepCompletions, submissions } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import type { CompletionInput } from '~/domain/completions/inputs.server'
import { correctCompletion, recordCompletion } from '~/domain/completions/recording.server'
import { editMandate } from '~/domain/mandates/building.server'
import { askedCsv } from '~/domain/mandates/csv.server'
import { mandateInput } from '~/domain/mandates/inputs.server'
import { keepObligations } from '~/domain/mandates/keeping.server'
import { needInWords, proofInWords, shortInWords } from '~/domain/mandates/proof'
import { listOwnTrainings } from '~/domain/mandates/queries.server'
import { listSchoolTrainings } from '~/domain/mandates/school.server'
import { getAsked } from '~/domain/mandates/standing.server'
import { MANDATE_TEMPLATES, openPointsOf } from '~/domain/mandates/templates'
import { describe, expect, it, test } from 'vitest'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { completed, requireTraining, turnsOf, YEARLY } from './required'

const { ana, ben, mara, ming, achievements, courses, schools, pathways } = world.northside
const DOCUMENT = { proof: 'document' as const }

async function open() {
  const store = await openTestStore()
  return {
    store,
    coordinator: await asMember(store, ming),
    member: await asMember(store, ben),
    principal: await asMember(store, mara),
  }
}

const input = (given: Partial<CompletionInput> = {}): CompletionInput => ({
  id: newId(),
  version: 0,
  courseId: courses.coding,
  completedOn: '2026-11-12',
  hours: 60,
  ...given,
})

const sentFor = async ({ scope }: TestMember, completionId: string) => {
  const [row] = await scope.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.completionId, completionId), eq(submissions.status, 'waiting')))
  return row!.id
}

const firstOf = async (member: TestMember, id: string, memberId: string = ben.id) =>
  (await turnsOf(member, id, memberId))[0]!

describe('a course that was completed on somebody’s word', () => {
  it('does not meet a training that asks for a document, until one is attached and approved', async () => {
    const { coordinator, member, principal } = await open()
    const { id } = await requireTraining(coordinator, DOCUMENT)
    const { id: word } = await requireTraining(coordinator, { title: 'On one’s word' })
    const course = input()
    await member.write(recordCompletion, course, [])
    const approve = async () =>
      principal.write(decide, {
        submissions: [await sentFor(member, course.id)],
        decision: 'approved',
      })

    const submission = await sentFor(member, course.id)
    await approve()

    expect(await firstOf(coordinator, word)).toMatchObject({ metOn: '2026-11-12' })
    expect(await firstOf(coordinator, id)).toMatchObject({ metOn: null })
    const short = { on: '2026-11-12', strength: 'self_reported' }
    const own = await member.read(listOwnTrainings)
    expect(own.open.find(({ mandateId }) => mandateId === id)).toMatchObject({
      short,
      proof: 'document',
    })

    await principal.write(reopenSubmission, submission, { reason: 'The certificate is missing.' })
    await principal.write(decide, {
      submissions: [submission],
      decision: 'returned',
      reason: 'Please attach the certificate.',
    })
    const link = 'https://example.org/certificate'
    await member.write(correctCompletion, { ...course, version: 1, link }, [])
    expect(await firstOf(coordinator, id)).toMatchObject({ metOn: null })
    await approve()

    expect(await firstOf(coordinator, id)).toMatchObject({
      metOn: '2026-11-12',
      sources: [{ kind: 'completion', id: course.id }],
    })
    expect((await member.read(listOwnTrainings)).open.every((turn) => turn.short === null)).toBe(
      true,
    )
  })

  it('is shown to the office, in its file and to the principal as what is there and what is missing', async () => {
    const { coordinator, principal } = await open()
    const overdue = { startsOn: '2026-07-01', firstDueOn: '2026-11-15' }
    const { id } = await requireTraining(coordinator, { ...DOCUMENT, ...overdue })
    await completed(coordinator, ben.id, '2026-11-12')
    await coordinator.write(keepObligations, [ben.id])
    const filter = { sort: 'name' as const, page: 1 }

    const { people } = await coordinator.read(getAsked, id, filter)
    const csv = await textOf(await coordinator.read(askedCsv, id, filter))
    const schoolwide = await principal.read(listSchoolTrainings, schools.middle)

    const short = { on: '2026-11-12', strength: 'self_reported' as const }
    const words =
      'Done on 12 November 2026, but without a certificate or another document (self-reported)'
    expect(shortInWords(short, 'document')).toBe(words)
    expect(people.rows.find(({ memberId }) => memberId === ben.id)!.short).toEqual(short)
    expect(people.rows.find(({ memberId }) => memberId === ana.id)!.short).toBeNull()
    expect(csv).toContain('proof_needed,not_counted')
    expect(csv).toContain(`document,"${words}"`)
    const named = schoolwide.find((training) => training.id === id)!.names!
    expect(named.find((person) => person.id === ben.id)).toMatchObject({ short })
  })

  it('counts again where less is asked for, and what was met stays where more is', async () => {
    const { coordinator } = await open()
    const { id } = await requireTraining(coordinator, DOCUMENT)
    await completed(coordinator, ben.id, '2026-11-12')
    await coordinator.write(keepObligations, [ben.id])
    const before = await firstOf(coordinator, id)

    await coordinator.write(editMandate, id, { ...YEARLY, version: 2 })
    const met = await firstOf(coordinator, id)
    await coordinator.write(editMandate, id, { ...YEARLY, version: 3, proof: 'roster_confirmed' })

    expect([before.metOn, met.metOn]).toEqual([null, '2026-11-12'])
    expect((await firstOf(coordinator, id)).metOn).toBe('2026-11-12')
  })
})

test('a course from the file of a provider meets what asks for a roster, and not what asks for a signature', async () => {
  const { coordinator } = await open()
  const roster = await requireTraining(coordinator, { proof: 'roster_confirmed' })
  const signed = await requireTraining(coordinator, { proof: 'signed_by_provider' })
  await coordinator.write(make.completion, {
    memberId: ben.id,
    courseId: courses.coding,
    completedOn: '2026-11-12',
    status: 'approved',
    source: 'import',
    strength: 'roster_confirmed',
  })

  await coordinator.write(keepObligations, [ben.id])

  expect(await firstOf(coordinator, roster.id)).toMatchObject({ metOn: '2026-11-12' })
  expect(await firstOf(coordinator, signed.id)).toMatchObject({ metOn: null })
})

test('a badge needs its address or a document, and hours a document on each activity that counts', async () => {
  const { coordinator } = await open()
  const badge = await requireTraining(coordinator, DOCUMENT, [
    { kind: 'badge', achievementId: achievements.iste },
  ])
  const competencies = ['digcompedu-2017/3.1']
  const hours = await requireTraining(coordinator, DOCUMENT, [
    { kind: 'activity_minutes', competencies, hours: 60 },
  ])
  const verified = { achievementId: achievements.iste, verification: 'verified_by_person' as const }
  const day = { awardedOn: '2026-11-10', ...verified }
  await coordinator.write(make.award, { memberId: ben.id, ...day })
  await coordinator.write(make.award, { memberId: ana.id, url: 'https://example.org/1', ...day })
  const activityOf = (memberId: string) =>
    coordinator.write(make.approvedActivity, {
      memberId,
      reviewerId: mara.id,
      startedOn: '2026-11-04',
      competencies,
    })
  const { activity } = await activityOf(ana.id)
  await activityOf(ben.id)
  await coordinator.write(make.evidence, { memberId: ana.id, activityId: activity.id })

  await coordinator.write(keepObligations, [ana.id, ben.id])

  expect((await firstOf(coordinator, badge.id, ana.id)).metOn).toBe('2026-11-10')
  expect((await firstOf(coordinator, hours.id, ana.id)).metOn).toBe('2026-11-04')
  expect((await firstOf(coordinator, badge.id, ben.id)).metOn).toBeNull()
  expect((await firstOf(coordinator, hours.id, ben.id)).metOn).toBeNull()
})

test('a pathway is as strong as the weakest of what its steps were done with', async () => {
  const { coordinator } = await open()
  const enrollmentId = world.northside.enrollments.completed
  const strong = await completed(coordinator, ana.id, '2026-09-01')
  const weak = await completed(coordinator, ana.id, '2026-09-02')
  const restOn = (ids: string[]) =>
    coordinator.write((scope) =>
      scope.db
        .update(stepCompletions)
        .set({ sources: ids.map((id) => ({ kind: 'completion', id })) })
        .where(eq(stepCompletions.enrollmentId, enrollmentId)),
    )
  await coordinator.write((scope) =>
    scope.db.update(completions).set({ strength: 'document' }).where(eq(completions.id, strong.id)),
  )
  await restOn([strong.id, weak.id])
  const { id } = await requireTraining(coordinator, { ...DOCUMENT, windowDays: 364 }, [
    { kind: 'pathway', pathwayId: pathways.privacy },
  ])

  const mixed = await firstOf(coordinator, id, ana.id)
  await restOn([strong.id])
  await coordinator.write(keepObligations, [ana.id])

  expect(mixed.metOn).toBeNull()
  expect((await firstOf(coordinator, id, ana.id)).metOn).not.toBeNull()
})

test('the form takes a strength of the product, and the word of the person where none is said', () => {
  const fields = { title: 'Safe classrooms', every: '12', startsOn: '2026-11-01', version: '0' }
  const audience = {
    any: [{ all: [{ kind: 'works', organizationId: schools.middle, roles: ['educator'] }] }],
  }
  const proofOf = (proof?: string) =>
    mandateInput.safeParse({ ...fields, ...audience, proof }).data?.proof

  expect([proofOf(), proofOf('document'), proofOf('a stamp')]).toEqual([
    'self_reported',
    'document',
    undefined,
  ])
  expect(proofInWords('document')).toBe('Document, or stronger')
  expect(proofInWords('signed_by_provider')).toBe('Signed by the provider')
  expect(needInWords('self_reported')).toBeNull()
  expect(needInWords('document')).toBe(
    'Needs a certificate or another document, checked by your reviewer; your word alone does not meet it.',
  )
})

test('a template says what counts as proof only where its source does', () => {
  const stated = MANDATE_TEMPLATES.filter(({ proof }) => proof !== null)

  expect(stated.map(({ id, proof }) => [id, proof])).toEqual([
    ['us-ma-ethics-summary', 'self_reported'],
  ])
  for (const template of MANDATE_TEMPLATES) {
    expect(openPointsOf(template).includes('what counts as proof')).toBe(template.proof === null)
  }
})
