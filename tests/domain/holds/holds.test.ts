import { eq } from '#db/query.server'
import { events } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { deleteDraft } from '~/domain/activities/drafting.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { attachLink, removeEvidence } from '~/domain/evidence/commands.server'
import { listEvidence } from '~/domain/evidence/queries.server'
import { getHold, listHolds, listStandingHolds } from '~/domain/holds/holds.server'
import { openHoldForm, placeHold, releaseHold } from '~/domain/holds/placing.server'
import { getMember } from '~/domain/members/showing.server'
import { newId } from '#db/id'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { activities, ana, ben, ida, mara, ming, rosa } = world.northside
const GRIEVANCE = { matter: 'Grievance 12' }

describe('a legal hold', () => {
  it('keeps its educator from deleting drafts and evidence until it is released', async () => {
    const store = await openTestStore()
    const [office, educator] = [await asMember(store, rosa), await asMember(store, ana)]
    const subject = { activityId: activities.draft }
    const link = { url: 'https://example.org/x', mayShowStudents: false }
    await educator.write(attachLink, subject, link)
    const piece = (await educator.read(listEvidence, subject))[0]!.id
    const id = await office.write(placeHold, ana.id, GRIEVANCE)

    const removal = educator.write(removeEvidence, piece)
    await expect(removal).rejects.toThrow(Conflict)
    const deletion = educator.write(deleteDraft, activities.draft)
    await expect(deletion).rejects.toThrow(Conflict)
    expect(await educator.read(listEvidence, subject)).toHaveLength(1)
    await office.write(releaseHold, id, { reason: 'Settled' })

    await educator.write(removeEvidence, piece)
    await educator.write(deleteDraft, activities.draft)
    expect(await educator.read(listEvidence, subject)).toEqual([])
  })

  it('on everybody holds for each, and on one for nobody else', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    await office.write(placeHold, undefined, { matter: 'Audit' })
    await office.write(placeHold, ana.id, GRIEVANCE)

    const matters = async (memberId: string) =>
      (await office.read(listStandingHolds, memberId)).map(({ matter }) => matter).toSorted()

    expect(await matters(ana.id)).toEqual(['Audit', 'Grievance 12'])
    expect(await matters(ben.id)).toEqual(['Audit'])
  })

  it('is listed with who placed it, and afterwards with who released it and why', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const id = await office.write(placeHold, ana.id, GRIEVANCE)
    const before = await office.read(listHolds, { standing: true, page: 1 })
    await office.write(releaseHold, id, { reason: 'Settled' })

    const after = await office.read(listHolds, { standing: false, page: 1 })

    expect(before.rows).toMatchObject([
      { matter: 'Grievance 12', name: ana.name, placedBy: rosa.name, releasedBy: null },
    ])
    expect(before.counts).toEqual({ standing: 1, released: 0 })
    expect(after.counts).toEqual({ standing: 0, released: 1 })
    expect(await office.read(getHold, id)).toMatchObject({
      releasedBy: rosa.name,
      releaseReason: 'Settled',
      can: { release: false },
    })
    const types = await office.scope.db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.subjectId, id))
    expect(types.map(({ type }) => type).toSorted()).toEqual(['hold.placed', 'hold.released'])
  })

  it('is released once', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const id = await office.write(placeHold, ana.id, GRIEVANCE)
    await office.write(releaseHold, id, { reason: 'Settled' })

    await expect(office.write(releaseHold, id, { reason: 'Again' })).rejects.toThrow(Conflict)
    expect(await office.read(getHold, id)).toMatchObject({ releaseReason: 'Settled' })
  })

  it('is placed by administrators, seen by auditors, and unknown to the others', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const id = await office.write(placeHold, ana.id, GRIEVANCE)
    const auditor = await asMember(store, ida)

    expect((await auditor.read(getMember, ana.id)).holds).toHaveLength(1)
    expect(await auditor.read(getHold, id)).toMatchObject({ can: { release: false } })
    await expect(auditor.write(placeHold, ana.id, GRIEVANCE)).rejects.toThrow(Forbidden)
    await expect(auditor.write(releaseHold, id, { reason: 'x' })).rejects.toThrow(Forbidden)
    await expect(auditor.read(openHoldForm, ana.id)).rejects.toThrow(Forbidden)
    expect((await (await asMember(store, ming)).read(getMember, ana.id)).holds).toEqual([])
    for (const person of [ana, mara, ming]) {
      const member = await asMember(store, person)
      await expect(member.read(getHold, id)).rejects.toThrow(Forbidden)
    }
  })

  it('of another district is not there, and nobody of it can be held', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const id = await office.write(placeHold, ana.id, GRIEVANCE)
    const south = await asMember(store, world.southside.rosa)

    await expect(south.read(getHold, id)).rejects.toThrow(NotFound)
    await expect(south.write(releaseHold, id, { reason: 'x' })).rejects.toThrow(NotFound)
    await expect(south.write(placeHold, ana.id, GRIEVANCE)).rejects.toThrow(NotFound)
    await expect(office.write(placeHold, newId(), GRIEVANCE)).rejects.toThrow(NotFound)
  })
})
