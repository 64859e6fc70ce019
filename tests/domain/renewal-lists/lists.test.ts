import { describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '~/domain/errors'
import { listBehind } from '~/domain/renewal-lists/behind.server'
import { behindCsv, expiringCsv, lostCsv, sampleCsv } from '~/domain/renewal-lists/csv.server'
import { draw } from '~/domain/renewal-lists/drawing'
import { listExpiring } from '~/domain/renewal-lists/expiring.server'
import { listLostRows, sumLosses } from '~/domain/renewal-lists/lost.server'
import { drawSample } from '~/domain/renewal-lists/sample.server'
import { listChoices } from '~/domain/renewal-lists/standings.server'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { earn, newcomer } from '../renewal/newcomers'
import { behindAtOnce, expiringAtOnce, lostAtOnce, sampleAtOnce } from './at-once'

const { ben, ida, mara, ming, rosa, schools } = world.northside

const BEHIND = { sort: 'name' as const, page: 1 }
const YEAR = { by: '2027-11-20', page: 1 }
const SAMPLE = { seed: 'a', size: 25 }

describe('who may see the lists', () => {
  const lists = [
    (member: Awaited<ReturnType<typeof asMember>>) => member.read(listBehind, BEHIND),
    (member: Awaited<ReturnType<typeof asMember>>) => member.read(listExpiring, YEAR),
    (member: Awaited<ReturnType<typeof asMember>>) => member.read(sumLosses, {}),
    (member: Awaited<ReturnType<typeof asMember>>) => member.read(drawSample, SAMPLE),
    (member: Awaited<ReturnType<typeof asMember>>) => member.read(listChoices),
  ]

  it.each(lists)('administrators and auditors may (%#)', async (list) => {
    const store = await openTestStore()

    await expect(list(await asMember(store, rosa))).resolves.toBeTruthy()
    await expect(list(await asMember(store, ida))).resolves.toBeTruthy()
  })

  it.each(lists)('educators, principals and coordinators may not (%#)', async (list) => {
    const store = await openTestStore()

    for (const person of [ben, mara, ming]) {
      await expect(list(await asMember(store, person))).rejects.toThrow(Forbidden)
    }
  })

  it('shows nothing in a district without licenses', async () => {
    const office = await freshDistrict(await openTestStore())

    expect(await office.read(listBehind, BEHIND)).toMatchObject({ total: 0, cycles: 0 })
    expect(await office.read(listExpiring, YEAR)).toMatchObject({ rows: [], total: 0 })
    expect(await office.read(sumLosses, {})).toEqual({ sums: [], cycles: 0 })
    expect(await office.read(drawSample, SAMPLE)).toEqual({ rows: [], weak: 0, people: 0 })
  })

  it('knows no school of another district', async () => {
    const office = await asMember(await openTestStore(), rosa)
    const part = { organizationId: world.southside.schools.middle }

    await expect(office.read(listBehind, { ...BEHIND, ...part })).rejects.toThrow(NotFound)
    await expect(office.read(listExpiring, { ...YEAR, ...part })).rejects.toThrow(NotFound)
  })
})

describe('not on target', () => {
  it('has those who are behind, with what is short and how long is left', async () => {
    const store = await openTestStore()
    const { member, cycle } = await newcomer(store, { familyName: 'Aalto' })
    await earn(member, 12, { fits: ['US-MA/pedagogy'] })
    const office = await asMember(store, rosa)

    const { rows, total, behind } = await office.read(listBehind, BEHIND)

    expect(total).toBe(behind)
    expect(rows[0]).toMatchObject({
      id: cycle,
      name: 'Rae Aalto',
      school: 'Riverbend Middle School',
      place: 'Massachusetts',
      state: 'behind',
      counted: 12,
      required: 150,
      monthsLeft: 31,
    })
    expect(rows[0]?.gaps).toContainEqual({ label: 'Pedagogy', short: 3, isOfDistrict: false })
  })

  it('is narrowed by school, state, reason and time left, and sorted', async () => {
    const store = await openTestStore()
    await newcomer(store, { familyName: 'Aalto' })
    const office = await asMember(store, rosa)
    const names = async (filter: object) =>
      (await office.read(listBehind, { ...BEHIND, ...filter })).rows.map(({ name }) => name)

    const all = await names({})

    expect(await names({ organizationId: schools.middle })).toContain('Rae Aalto')
    expect(await names({ organizationId: schools.high })).not.toContain('Rae Aalto')
    expect(await names({ jurisdiction: 'US-NC' })).not.toContain('Rae Aalto')
    expect(await names({ months: 6 })).toEqual([ben.name])
    expect(await names({ reason: 'total' })).toContain('Rae Aalto')
    expect(await names({ reason: 'ended' })).toEqual([])
    expect(await names({ sort: '-name' })).toEqual(all.toReversed())
    expect((await names({ sort: 'ends' }))[0]).toBe(ben.name)
  })

  it('says when all that is missing is asked by the district', async () => {
    const store = await openTestStore()
    const { cycle } = await newcomer(
      store,
      { familyName: 'Aalto' },
      { jurisdiction: 'US-NC', kind: 'continuing_professional', expiresOn: '2027-06-30' },
    )
    const office = await asMember(store, rosa)

    const found = await office.read(listBehind, { ...BEHIND, jurisdiction: 'US-NC' })

    const row = found.rows.find((it) => it.id === cycle)
    expect(row?.gaps.filter(({ isOfDistrict }) => isOfDistrict)).toEqual([
      { label: 'In all', short: 9, isOfDistrict: true },
    ])
  })
})

describe('licenses that expire', () => {
  it('are those by a day, the next first; an extension keeps one out', async () => {
    const office = await asMember(await openTestStore(), rosa)
    const names = async (by: string) =>
      (await office.read(listExpiring, { by, page: 1 })).rows.map(({ name }) => name)

    expect(await names('2027-01-31')).toEqual([])
    expect(await names('2027-04-30')).toEqual(['Ben Brooks'])
    expect(await names('2027-11-20')).toEqual(['Nora Novak', 'Ben Brooks'])
  })

  it('come with how the renewal stands, and never with a number', async () => {
    const office = await asMember(await openTestStore(), rosa)

    const found = await office.read(listExpiring, YEAR)

    expect(found).toMatchObject({ total: 2 })
    expect(found.rows[1]?.sentence).toMatch(/^Behind: /)
    expect(JSON.stringify(found)).not.toContain('510277')
  })
})

describe('hours lost', () => {
  it('are summed up by reason, and open to their rows', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store, { familyName: 'Aalto' })
    await earn(member, 12, {})
    const chess = await earn(member, 4, { topic: 'Chess' })
    await earn(member, 3, { proof: 'attendance_log', topic: 'Maps' })
    const office = await asMember(store, rosa)

    const { sums } = await office.read(sumLosses, { organizationId: schools.middle })
    const opened = await office.read(listLostRows, { reason: 'block', page: 1 })

    const block = sums.find(({ reason }) => reason === 'block')
    expect(block?.people).toBeGreaterThan(0)
    expect(block?.units[0]?.many).toBe('PDPs')
    expect(opened.rows.find(({ name }) => name === 'Rae Aalto')?.rows).toMatchObject([
      { id: chess, kind: 'activity', units: 4 },
    ])
  })
})

describe('the audit sample', () => {
  it('draws the same rows for the same seed, and only weak ones', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store, { familyName: 'Aalto' })
    for (const hours of [12, 13, 14, 15]) await earn(member, hours, {})
    const office = await asMember(store, rosa)
    const drawn = async (seed: string, size: number) =>
      (await office.read(drawSample, { seed, size })).rows.map(({ id }) => id)

    const first = await drawn('spring', 3)

    expect(first).toHaveLength(3)
    expect(await drawn('spring', 3)).toEqual(first)
    const all = await office.read(drawSample, { seed: 'spring', size: 200 })
    expect(all.rows).toHaveLength(all.weak)
    expect(
      all.rows.every(
        (row) => row.isSelfReported || row.isSaidOnly || row.from !== null || !row.hasProof,
      ),
    ).toBe(true)
    expect(all.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(first))
  })

  it.each([
    [0, 5],
    [3, 5],
    [4000, 25],
  ])('draws from %i at most %i, each once', (total, size) => {
    const drawn = draw(total, size, 'x')

    expect(drawn).toHaveLength(Math.min(total, size))
    expect(new Set(drawn).size).toBe(drawn.length)
    expect(drawn.every((at) => at >= 0 && at < total)).toBe(true)
    if (total > size) expect(draw(total, size, 'y')).not.toEqual(drawn)
  })

  it('gives each row the same chance', () => {
    const times = Array.from({ length: 10 }, () => 0)
    for (let seed = 0; seed < 5000; seed += 1) {
      for (const at of draw(10, 3, String(seed))) times[at]! += 1
    }

    for (const count of times) expect(Math.abs(count - 1500)).toBeLessThan(150)
  })
})

describe('the files', () => {
  const BY = { by: '2031-01-01' }
  const filesOf = async ({ read }: TestMember) =>
    Promise.all([
      textOf(await read(behindCsv, { sort: 'name' })),
      textOf(await read(expiringCsv, BY)),
      textOf(await read(lostCsv, {})),
      textOf(await read(sampleCsv, SAMPLE)),
    ])
  const filesAtOnce = (member: TestMember) =>
    Promise.all([
      behindAtOnce(member, { sort: 'name' }),
      expiringAtOnce(member, BY),
      lostAtOnce(member, {}),
      sampleAtOnce(member, SAMPLE),
    ])

  it('are the same as if they were made at once, and empty where nobody has a license', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)
    await earn(member, 4, { topic: 'Chess' })
    const office = await asMember(store, rosa)
    const fresh = await freshDistrict(store)

    expect(await filesOf(office)).toEqual(await filesAtOnce(office))
    expect(await filesOf(fresh)).toEqual(await filesAtOnce(fresh))
    for (const file of await filesOf(fresh)) expect(file.trim().split('\r\n')).toHaveLength(1)
  })

  it('say how many rows they have', async () => {
    const office = await asMember(await openTestStore(), rosa)
    const expiring = await office.read(listExpiring, { ...BY, page: 1 })
    const behind = await office.read(listBehind, BEHIND)

    expect((await office.read(expiringCsv, BY)).rows).toBe(expiring.total)
    expect((await office.read(behindCsv, BEHIND)).rows).toBe(behind.total)
  })

  it('are refused before their first row, and know no school of another district', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const part = { organizationId: world.southside.schools.middle }

    for (const person of [ben, mara, ming]) {
      const { read } = await asMember(store, person)
      await expect(read(behindCsv, { sort: 'name' })).rejects.toThrow(Forbidden)
      await expect(read(expiringCsv, BY)).rejects.toThrow(Forbidden)
      await expect(read(lostCsv, {})).rejects.toThrow(Forbidden)
      await expect(read(sampleCsv, SAMPLE)).rejects.toThrow(Forbidden)
    }
    await expect(office.read(behindCsv, { sort: 'name', ...part })).rejects.toThrow(NotFound)
    await expect(office.read(expiringCsv, { ...BY, ...part })).rejects.toThrow(NotFound)
    await expect(office.read(lostCsv, part)).rejects.toThrow(NotFound)
    await expect(office.read(sampleCsv, { ...SAMPLE, ...part })).rejects.toThrow(NotFound)
  })

  it('have all rows, no numbers, and no formulas', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store, { familyName: '=Aalto()' })
    await earn(member, 12, {})
    await earn(member, 4, { topic: 'Chess' })
    const office = await asMember(store, rosa)

    for (const file of await filesOf(office)) {
      expect(file).toContain('=Aalto()')
      expect(file).not.toMatch(/(^|[,\n"])=/)
      expect(file).not.toMatch(/482913|510277/)
    }
  })
})
