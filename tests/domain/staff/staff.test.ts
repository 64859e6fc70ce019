import { Forbidden } from '~/domain/errors'
import { listStaff } from '~/domain/staff/listing.server'
import { STAFF_SORTS } from '~/domain/staff/staff'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ben, cora, gwen, mara, omar, rosa, theo, schools } = world.northside
const everybody = { sort: 'name', page: 1 } as const

test('a principal sees the staff of their school of today, and nobody else', async () => {
  const principal = await asMember(await openTestStore(), mara)

  const { rows, total } = await principal.read(listStaff, everybody)

  const ids = rows.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([ana.id, ben.id, theo.id, omar.id]))
  expect(ids).not.toContain(cora.id)
  expect(ids).not.toContain(gwen.id)
  expect(total).toBe(new Set(ids).size)
})

test('an administrator sees everybody once, and can narrow by school and role', async () => {
  const administrator = await asMember(await openTestStore(), rosa)

  const all = await administrator.read(listStaff, everybody)
  const narrowed = await administrator.read(listStaff, {
    ...everybody,
    organizationId: schools.elementary,
    role: 'principal',
  })

  expect(all.rows.filter(({ id }) => id === omar.id)).toHaveLength(1)
  expect(narrowed.rows.map(({ name }) => name)).toEqual([world.northside.dev.name])
})

test.each(STAFF_SORTS)('sorted by %s, each person comes once', async (sort) => {
  const principal = await asMember(await openTestStore(), mara)

  const { rows } = await principal.read(listStaff, { sort, page: 1 })

  const key = { name: 'name', hours: 'minutes', last: 'lastOn' } as const
  const column = key[sort.replace('-', '') as keyof typeof key]
  const values = rows.map((row) => row[column] ?? '')
  if (column !== 'name') {
    const sign = sort.startsWith('-') ? -1 : 1
    const sorted = values.toSorted((a, b) => (a < b ? -sign : a > b ? sign : 0))
    expect(values).toEqual(sorted)
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('those for whom something waits are found', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ben), await asMember(store, mara)]
  await educator.write(make.submission)

  const { rows } = await principal.read(listStaff, { ...everybody, need: 'waiting' })

  expect(rows.map(({ id }) => id)).toContain(ben.id)
  expect(rows.every(({ waiting }) => waiting > 0)).toBe(true)
})

test('those who have logged nothing this year are found, whatever they are a draft of', async () => {
  const principal = await asMember(await openTestStore(), mara)

  const { rows } = await principal.read(listStaff, { ...everybody, need: 'quiet' })

  expect(rows.map(({ id }) => id)).toContain(theo.id)
  expect(rows.map(({ id }) => id)).not.toContain(ana.id)
})

test('an educator sees no list of staff', async () => {
  const educator = await asMember(await openTestStore(), ana)

  await expect(educator.read(listStaff, everybody)).rejects.toThrow(Forbidden)
})
