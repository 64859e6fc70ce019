import { eq } from '#db/query.server'
import { recordViews } from '#db/schema'
import { expect, it } from 'vitest'
import { NotFound } from '~/domain/errors'
import { noteListed } from '~/domain/record/opening.server'
import { listListViews, listRecordViews, openRecord } from '~/domain/record/record.server'
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

it('tells apart who opened the record and who saw it among others in a list', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ben)
  const auditor = await asMember(store, ida)
  const tomorrow = await asMember(store, ida, new Date('2026-11-21T15:00:00Z'))
  const before = await owner.read(listRecordViews)

  await auditor.write(noteListed, [ben.id, mara.id])
  await auditor.write(noteListed, [ben.id])
  await tomorrow.write(noteListed, [ben.id])
  const listed = await owner.read(listRecordViews)
  await tomorrow.write(openRecord, ben.id)

  expect(await owner.read(listListViews)).toEqual([
    { id: ida.id, viewer: ida.name, days: 2, lastOn: '2026-11-21' },
  ])
  expect(listed).toEqual(before)
  expect(await owner.read(listRecordViews)).toHaveLength(before.length + 1)
})

it('does not note in a list whose record the viewer opened that day, nor the viewer', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ben)
  const principal = await asMember(store, mara)
  await principal.write(openRecord, ben.id)

  await principal.write(noteListed, [ben.id, mara.id])

  expect(await owner.read(listListViews)).toEqual([])
  expect(await principal.read(listListViews)).toEqual([])
})
