import { expect, test } from 'vitest'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { districts, members } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { openTestStore } from '../support/database'
import { world } from '../support/world'

const { northside, southside } = world

const newMember = (index: number) => ({
  id: newId(),
  givenName: 'Rae',
  familyName: `Rivers${index}`,
  sortName: `rivers${index} rae`,
  email: `rae${index}@x.example`,
  createdAt: new Date('2026-11-20T15:00:00Z'),
})

test('more rows than one statement takes are inserted, and overwritten each with its own values', async () => {
  const store = await openTestStore()
  const rows = Array.from({ length: 1001 }, (_, index) => newMember(index))
  await store.write((tx) => forDistrict(tx, northside.id).insertMany(members, rows))
  const renamed = rows.map((row, index) => ({ ...row, givenName: `Ray${index}`, email: null }))

  await store.write((tx) =>
    forDistrict(tx, northside.id).overwriteMany(members, renamed, ['givenName']),
  )

  const [last] = await store.read.select().from(members).where(eq(members.id, rows[1000]!.id))
  expect(last).toMatchObject({ givenName: 'Ray1000', email: 'rae1000@x.example' })
})

test('rows of another district are not overwritten', async () => {
  const store = await openTestStore()
  const [theirs] = await store.read.select().from(members).where(eq(members.id, southside.ana.id))
  const { districtId: _, userId: __, ...row } = theirs!

  await store.write((tx) =>
    forDistrict(tx, northside.id).overwriteMany(
      members,
      [{ ...row, givenName: 'Stolen' }],
      ['givenName'],
    ),
  )

  const [after] = await store.read
    .select()
    .from(members)
    .where(eq(members.districtId, southside.id))
    .orderBy(members.sortName)
  expect(after).toMatchObject({ id: southside.ana.id, givenName: southside.ana.givenName })
})

test('a district changes its own settings and no others', async () => {
  const store = await openTestStore()

  await store.write((tx) => forDistrict(tx, northside.id).updateDistrict({ reviewDays: 14 }))

  const rows = await store.read
    .select({ id: districts.id, reviewDays: districts.reviewDays })
    .from(districts)
    .orderBy(districts.id)
  expect(rows).toEqual([
    { id: northside.id, reviewDays: 14 },
    { id: southside.id, reviewDays: 30 },
  ])
})
