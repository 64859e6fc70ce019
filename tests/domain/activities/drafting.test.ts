import { eq } from '#db/query.server'
import { events } from '#db/schema'
import { deleteDraft, newDraftId, saveDraft } from '~/domain/activities/drafting.server'
import { draftInput } from '~/domain/activities/inputs.server'
import { findOwnActivity, getActivity } from '~/domain/activities/queries.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { listEvidence } from '~/domain/evidence/queries.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ben, activities } = world.northside
const typed = (fields: Record<string, unknown>) => draftInput.parse({ id: newDraftId(), ...fields })

test('a draft keeps whatever is there so far', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed({ title: 'Half a thought', competencies: ['digcompedu-2017/2.1'] })

  await member.write(saveDraft, input)

  const kept = await member.read(getActivity, input.id)
  expect(kept).toMatchObject({
    title: 'Half a thought',
    kind: null,
    minutes: null,
    status: 'draft',
    competencies: ['digcompedu-2017/2.1'],
  })
})

test('a link says whether it may show students, and must be an address', async () => {
  const member = await asMember(await openTestStore(), ana)
  const plain = typed({ link: 'https://example.org/slides' })
  const restricted = typed({ link: 'https://example.org/7b', mayShowStudents: 'on' })

  for (const input of [plain, restricted]) await member.write(saveDraft, input)

  const linksOf = ({ id }: { id: string }) => member.read(listEvidence, { activityId: id })
  expect(await linksOf(plain)).toMatchObject([{ content: plain.link, mayShowStudents: false }])
  expect(await linksOf(restricted)).toMatchObject([
    { content: restricted.link, mayShowStudents: true },
  ])
  expect(() => typed({ link: 'slides' })).toThrow(/full address/)
})

test('saving the same form twice is saving once', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed({ title: 'AI literacy webinar' })

  const first = await member.write(saveDraft, input)
  const second = await member.write(saveDraft, { ...input, ...first, title: 'AI literacy, part 2' })

  const kept = await member.read(findOwnActivity, input.id)
  expect(second.version).toBe(2)
  expect(kept).toMatchObject({ title: 'AI literacy, part 2', version: 2 })
})

test('a form that is older than what is kept is a conflict', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed({ title: 'From one window' })
  await member.write(saveDraft, input)

  const second = member.write(saveDraft, { ...input, title: 'From the other' })

  await expect(second).rejects.toThrow(Conflict)
  expect(await member.read(findOwnActivity, input.id)).toMatchObject({ title: 'From one window' })
})

test('what was sent can no longer be changed', async () => {
  const member = await asMember(await openTestStore(), ana)

  const change = member.write(saveDraft, typed({ id: activities.submitted, title: 'Longer' }))

  await expect(change).rejects.toThrow(Forbidden)
})

test('nobody writes under the identifier of somebody else', async () => {
  const store = await openTestStore()
  const [owner, other] = [await asMember(store, ana), await asMember(store, ben)]

  const change = other.write(saveDraft, typed({ id: activities.draft, title: 'Mine now' }))

  await expect(change).rejects.toThrow(NotFound)
  expect(await owner.read(findOwnActivity, activities.draft)).not.toMatchObject({
    title: 'Mine now',
  })
})

test('a link is attached once, however often the draft is saved', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed({ title: 'With a link', link: 'https://example.org/agenda' })

  const saved = await member.write(saveDraft, input)
  await member.write(saveDraft, { ...input, ...saved })

  const evidence = await member.read(listEvidence, { activityId: input.id })
  expect(evidence.map(({ content }) => content)).toEqual(['https://example.org/agenda'])
})

test('a deleted draft leaves an event that says what there was, and nothing else', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const input = typed({ title: 'A mistake', link: 'https://example.org/agenda' })
  await member.write(saveDraft, input)

  const later = await asMember(store, ana, new Date(member.scope.now.getTime() + 60_000))
  await later.write(deleteDraft, input.id)

  expect(await member.read(findOwnActivity, input.id)).toBeNull()
  const recorded = await member.scope.db
    .select({ type: events.type, actorId: events.actorId, details: events.details })
    .from(events)
    .where(eq(events.subjectId, input.id))
  const loggedAt = member.scope.now.toISOString()
  const link = { kind: 'link', content: 'https://example.org/agenda', createdAt: loggedAt }
  expect(recorded).toMatchObject([
    {
      type: 'activity.deleted',
      actorId: ana.id,
      details: { title: 'A mistake', loggedAt, evidence: [link] },
    },
  ])
})

test('what was ever sent cannot be deleted, nor what is not one’s own', async () => {
  const member = await asMember(await openTestStore(), ana)

  await expect(member.write(deleteDraft, activities.withdrawn)).rejects.toThrow(Forbidden)
  await expect(member.write(deleteDraft, world.southside.activities.draft)).rejects.toThrow(
    NotFound,
  )
})
