import { eq } from '#db/query.server'
import { affiliations, outgoingMail } from '#db/schema'
import { addDays } from '~/domain/calendar'
import { listAsked } from '~/domain/comments/asked.server'
import { listVersions } from '~/domain/comments/listing.server'
import { getDraftComments, getPreview } from '~/domain/comments/preview.server'
import { openSharing, shareDraft, stopSharing } from '~/domain/comments/sharing.server'
import { settleComment, takeBackComment, writeComment } from '~/domain/comments/writing.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { openHome } from '~/domain/home/home.server'
import { discardDraft, startDraft } from '~/domain/pathways/building.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { addStep, removeStep } from '~/domain/pathways/steps.server'
import { describe, expect, it, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep, hoursStep, publish } from '../pathways/published'

const { ana, ben, ida, mara, ming, rosa } = world.northside
const ORIGIN = 'https://cairn.example'

/** A published pathway with a second version that is being built. */
async function changing() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const educator = await asMember(store, ana)
  const { id, keys } = await publish(coordinator, [courseStep('coding'), hoursStep('2.1', 2)])
  await coordinator.write(startDraft, id)
  return { store, coordinator, educator, id, keys }
}

async function asked(question?: string) {
  const changed = await changing()
  await changed.coordinator.write(shareDraft, changed.id, { who: ana.email, question }, ORIGIN)
  return changed
}

const said = async (coordinator: TestMember, id: string) =>
  (await coordinator.read(getDraftComments, id)).comments

test('who is asked sees the draft, and nobody else of the schools does', async () => {
  const { store, coordinator, educator, id } = await changing()
  const colleague = await asMember(store, ben)

  await expect(educator.read(getPreview, id)).rejects.toThrow(NotFound)
  await coordinator.write(shareDraft, id, { who: `${ana.name}\n${mara.email}` }, ORIGIN)
  const { version, can } = await educator.read(getPreview, id)

  expect(version).toMatchObject({ number: 2, isDraft: true })
  expect(can).toEqual({ seePathways: false, comment: true })
  await expect(colleague.read(getPreview, id)).rejects.toThrow(NotFound)
  await expect(colleague.write(writeComment, id, { text: 'Hm' }, ORIGIN)).rejects.toThrow(NotFound)
})

test('who is asked gets a letter once, and reads of it at home until they have said something', async () => {
  const { store, coordinator, educator, id } = await asked('Is it too long?')
  const again = await coordinator.write(shareDraft, id, { who: ana.email }, ORIGIN)
  const letters = await store.read
    .select({ recipient: outgoingMail.recipient, text: outgoingMail.text })
    .from(outgoingMail)
  const mine = letters.filter(({ text }) => text.includes('Coding for everybody'))
  const before = (await educator.read(openHome)).next

  await educator.write(writeComment, id, { text: 'It is fine.' }, ORIGIN)
  const after = (await educator.read(openHome)).next

  expect(again).toBe(0)
  expect(mine.map(({ recipient }) => recipient)).toEqual([ana.email])
  expect(mine[0]!.text).toContain('“Is it too long?”')
  expect(mine[0]!.text).toContain(`${ORIGIN}/d/northside/manage/pathways/${id}/preview`)
  expect(before).toContainEqual(
    expect.objectContaining({ kind: 'comment', id, by: ming.name, question: 'Is it too long?' }),
  )
  expect(after.map(({ kind }) => kind)).not.toContain('comment')
  expect(await educator.read(listAsked)).toHaveLength(1)
})

test('a comment is about the whole or about a step, and names the step when it is gone', async () => {
  const { coordinator, educator, id, keys } = await asked()

  await educator.write(writeComment, id, { text: 'I like it.' }, ORIGIN)
  await educator.write(writeComment, id, { text: 'Too long.', step: keys[1] }, ORIGIN)
  await coordinator.write(removeStep, id, keys[1]!)
  const comments = (await said(coordinator, id)).toSorted((a, b) => (a.text < b.text ? -1 : 1))

  expect(comments.map(({ by, text, step }) => [by, text, step?.isThere])).toEqual([
    [ana.name, 'I like it.', undefined],
    [ana.name, 'Too long.', false],
  ])
  expect(comments[1]!.step!.title).not.toBe('')
  await expect(
    educator.write(writeComment, id, { text: 'Still', step: keys[1] }, ORIGIN),
  ).rejects.toThrow(Conflict)
})

test('one takes back what one said oneself, and nothing of others', async () => {
  const { store, coordinator, educator, id } = await asked()
  const principal = await asMember(store, mara)
  const comment = await educator.write(writeComment, id, { text: 'A secret' }, ORIGIN)

  await expect(principal.write(takeBackComment, id, comment.id)).rejects.toThrow(NotFound)
  await expect(coordinator.write(takeBackComment, id, comment.id)).rejects.toThrow(NotFound)
  await educator.write(takeBackComment, id, comment.id)

  expect(await said(coordinator, id)).toMatchObject([{ text: '', isTakenBack: true, isOwn: false }])
  await expect(coordinator.write(settleComment, id, comment.id, 'settle')).rejects.toThrow(Conflict)
})

test('who builds it marks a comment as settled; who is only asked cannot', async () => {
  const { coordinator, educator, id } = await asked()
  const comment = await educator.write(writeComment, id, { text: 'Too long.' }, ORIGIN)

  await expect(educator.write(settleComment, id, comment.id, 'settle')).rejects.toThrow(Forbidden)
  await coordinator.write(settleComment, id, comment.id, 'settle')
  const [settled] = await said(coordinator, id)
  await coordinator.write(settleComment, id, comment.id, 'unsettle')
  const [open] = await said(coordinator, id)

  expect(settled!.settled).toMatchObject({ by: ming.name })
  expect(open!.settled).toBeNull()
})

test('once it is published nothing more is said, and what was said stays with the version', async () => {
  const { coordinator, educator, id } = await asked()
  await educator.write(writeComment, id, { text: 'Too long.' }, ORIGIN)

  await coordinator.write(publishPathway, id, { changeNote: 'Shorter' })
  await coordinator.write(startDraft, id)
  const { versions } = await coordinator.read(listVersions, id, 1)
  const { version, can, comments } = await educator.read(getPreview, id)

  expect(versions.rows.map(({ number, comments: those }) => [number, those.length])).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect(versions.rows[0]).toMatchObject({ changeNote: 'Shorter', publishedBy: ming.name })
  expect([version.number, version.isDraft, can.comment, comments.length]).toEqual([
    2,
    false,
    false,
    1,
  ])
  expect(await educator.read(listAsked)).toEqual([])
  await expect(educator.write(writeComment, id, { text: 'Late' }, ORIGIN)).rejects.toThrow(Conflict)
  await expect(educator.read(listVersions, id, 1)).rejects.toThrow(Forbidden)
})

test('who is taken off no longer sees it; what they said stays', async () => {
  const { coordinator, educator, id } = await asked()
  await educator.write(writeComment, id, { text: 'Too long.' }, ORIGIN)
  const { readers } = (await coordinator.read(openSharing, id))!

  await coordinator.write(stopSharing, id, readers[0]!.id)

  await expect(educator.read(getPreview, id)).rejects.toThrow(NotFound)
  expect(await said(coordinator, id)).toHaveLength(1)
  await expect(coordinator.write(stopSharing, id, readers[0]!.id)).rejects.toThrow(NotFound)
})

test('a version that is thrown away goes with what was said about it', async () => {
  const { coordinator, educator, id } = await asked()
  await educator.write(writeComment, id, { text: 'Too long.' }, ORIGIN)

  await coordinator.write(discardDraft, id)

  expect(await said(coordinator, id)).toEqual([])
  await expect(educator.read(getPreview, id)).rejects.toThrow(NotFound)
})

test('only who builds pathways asks others, and only people who work here', async () => {
  const { store, coordinator, educator, id } = await changing()
  const auditor = await asMember(store, ida)
  const elsewhere = world.southside

  await expect(educator.write(shareDraft, id, { who: ben.email }, ORIGIN)).rejects.toThrow(
    Forbidden,
  )
  await expect(auditor.write(shareDraft, id, { who: ben.email }, ORIGIN)).rejects.toThrow(Forbidden)
  for (const who of ['nobody@example.org', elsewhere.ana.email]) {
    await expect(coordinator.write(shareDraft, id, { who }, ORIGIN)).rejects.toThrow(Invalid)
  }
  await expect((await asMember(store, elsewhere.ming)).read(getPreview, id)).rejects.toThrow(
    NotFound,
  )
})

test('the office reads a draft without being asked; auditors only read', async () => {
  const { store, id } = await changing()
  const auditor = await asMember(store, ida)

  const { can } = await auditor.read(getPreview, id)

  expect(can).toEqual({ seePathways: true, comment: false })
  await expect(auditor.write(writeComment, id, { text: 'Hm' }, ORIGIN)).rejects.toThrow(Forbidden)
})

describe('who builds a version', () => {
  const lettersIn = async (store: TestStore) =>
    (
      await store.read
        .select({
          recipient: outgoingMail.recipient,
          subject: outgoingMail.subject,
          text: outgoingMail.text,
        })
        .from(outgoingMail)
    ).filter(({ subject }) => subject.includes('commented on'))

  it('gets a letter about each comment that is not their own', async () => {
    const { store, coordinator, educator, id, keys } = await asked()

    await educator.write(writeComment, id, { text: 'Too long.', step: keys[1] }, ORIGIN)
    await coordinator.write(writeComment, id, { text: 'I will cut it.' }, ORIGIN)

    const letters = await lettersIn(store)
    expect(letters).toMatchObject([
      { recipient: ming.email, subject: `${ana.name} commented on “Coding for everybody”` },
    ])
    expect(letters[0]!.text).toContain('version 2')
    expect(letters[0]!.text).toContain('about the step')
    expect(letters[0]!.text).toContain(`${ORIGIN}/d/northside/manage/pathways/${id}/preview`)
    expect(letters[0]!.text).not.toContain('Too long.')
  })

  it('is everybody who worked on it since the version before, and nobody else', async () => {
    const { store, educator, id } = await asked()
    const office = await asMember(store, rosa)
    await office.write(addStep, id, courseStep('ai'))

    await educator.write(writeComment, id, { text: 'Too long.' }, ORIGIN)

    const recipients = (await lettersIn(store)).map(({ recipient }) => recipient)
    expect(recipients.toSorted()).toEqual([ming.email, rosa.email].toSorted())
  })

  it('gets none once they do something else, or where the district sends no letters', async () => {
    const { store, coordinator, educator, id } = await asked()
    const office = await asMember(store, rosa)
    await office.write((scope) => scope.db.updateDistrict({ sendsNotices: false }))
    const without = await asMember(store, ana)
    await without.write(writeComment, id, { text: 'Too long.' }, ORIGIN)
    await office.write((scope) => scope.db.updateDistrict({ sendsNotices: true }))
    await coordinator.write((scope) =>
      scope.db
        .update(affiliations)
        .set({ endedOn: addDays(scope.today, -1) })
        .where(eq(affiliations.memberId, ming.id)),
    )

    await educator.write(writeComment, id, { text: 'Still too long.' }, ORIGIN)

    expect(await lettersIn(store)).toEqual([])
  })
})
