import { eq } from '#db/query.server'
import { recordViews } from '#db/schema'
import { expect, it } from 'vitest'
import { NotFound } from '~/domain/errors'
import { listRecordViews, openRecord } from '~/domain/record/record.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ben, dev, ida, mara } = world.northside

it('tells the owner who opened the record, and on which day', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ben)
  const principal = await asMember(store, mara)

  await principal.write(openRecord, ben.id)

  const [newest] = await owner.read(listRecordViews)
  expect(newest).toMatchObject({ viewer: mara.name, on: '2026-11-20' })
})

it('notes each viewer once a day', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, mara)
  const tomorrow = await asMember(store, mara, new Date('2026-11-21T05:30:00Z'))
  const auditor = await asMember(store, ida)
  const ofBen = eq(recordViews.memberId, ben.id)
  const before = await principal.scope.db.count(recordViews, ofBen)

  await principal.write(openRecord, ben.id)
  await principal.write(openRecord, ben.id)
  await auditor.write(openRecord, ben.id)
  await tomorrow.write(openRecord, ben.id)

  expect((await principal.scope.db.count(recordViews, ofBen)) - before).toBe(3)
})

it('does not note that one opens one’s own', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ben)
  const before = await owner.read(listRecordViews)

  await owner.write(openRecord, ben.id)

  expect(await owner.read(listRecordViews)).toEqual(before)
})

it.each([dev, world.southside.rosa])('is refused to $name, and leaves no trace', async (person) => {
  const store = await openTestStore()
  const stranger = await asMember(store, person)
  const owner = await asMember(store, ben)
  const before = await owner.read(listRecordViews)

  await expect(stranger.write(openRecord, ben.id)).rejects.toThrow(NotFound)

  expect(await owner.read(listRecordViews)).toEqual(before)
})
