import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { cycles, events, licenses, pinnedRuleSets } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { addLicense } from '~/domain/licenses/adding.server'
import { findOpenCycle, getCycle, listCycles } from '~/domain/licenses/cycles.server'
import { editLicense } from '~/domain/licenses/editing.server'
import { listOwnRenewals } from '~/domain/licenses/own.server'
import { getLicense, listLicenses } from '~/domain/licenses/queries.server'
import { setPrimary, withdrawLicense } from '~/domain/licenses/withdrawing.server'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { license } from './given'

const { cora, ida, mara, rosa } = world.northside
const southRosa = world.southside.rosa

const openIn = (member: TestMember, jurisdiction = 'US-MA') =>
  findOpenCycle(member.scope, member.actor.id, jurisdiction)

describe('adding a license', () => {
  it('makes the first of a state the primary one and opens its cycle, with the rules to the letter', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)

    const { id, cycleId } = await member.write(addLicense, license({ number: ' 482913 ' }))

    expect(await member.read(getLicense, id)).toMatchObject({
      isPrimary: true,
      source: 'educator',
      can: { edit: true },
    })
    expect(await member.read(getCycle, cycleId!)).toMatchObject({
      licenseId: id,
      startsOn: '2024-07-01',
      endsOn: '2029-06-30',
      earnUntilOn: '2029-06-30',
      ruleSetId: 'us-ma-2017',
      isEmployed: true,
      fteThousandths: 1000,
      licenses: [{ id, isPrimary: true }],
      ruleSet: { id: 'us-ma-2017' },
      closedOn: null,
    })
    expect(
      await member.scope.db.count(pinnedRuleSets, eq(pinnedRuleSets.ruleSetId, 'us-ma-2017')),
    ).toBe(1)
  })

  it('judges a second one of the state in the same cycle', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { cycleId } = await member.write(addLicense, license())

    const second = await member.write(addLicense, license({ area: 'Mathematics 5–8' }))

    expect(second.cycleId).toBeNull()
    const cycle = await member.read(getCycle, cycleId!)
    expect(cycle.licenses.map(({ area, isPrimary }) => [area, isPrimary])).toEqual([
      ['Physics 8–12', true],
      ['Mathematics 5–8', false],
    ])
  })

  it('opens a cycle for each state, and keeps one copy of the rules of each', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)

    await member.write(addLicense, license())
    await member.write(
      addLicense,
      license({ jurisdiction: 'US-NC', kind: 'continuing_professional', class: 'k5_teacher' }),
    )

    expect(await openIn(member)).toMatchObject({ ruleSetId: 'us-ma-2017' })
    expect(await openIn(member, 'US-NC')).toMatchObject({ ruleSetId: 'us-nc-2024' })
  })

  it('takes any words and days for a state without rules, and opens no cycle', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)

    const { id, cycleId } = await member.write(
      addLicense,
      license({ jurisdiction: 'US-NV', kind: 'Professional Teaching License' }),
    )

    expect(cycleId).toBeNull()
    expect(await member.read(getLicense, id)).toMatchObject({
      kind: 'Professional Teaching License',
    })
  })

  it('opens no cycle where the days do not suffice, and does once they do', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const input = license({ expiresOn: undefined })
    const { cycleId } = await member.write(addLicense, input)

    await member.write(editLicense, { ...input, version: 1, expiresOn: '2029-06-30' })

    expect(cycleId).toBeNull()
    expect(await openIn(member)).toMatchObject({ endsOn: '2029-06-30' })
  })

  it('says why no cycle is open, and nothing where one is', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const whys = async () =>
      (await member.read(listOwnRenewals)).states.map(({ whyNoCycle }) => whyNoCycle)
    const input = license({
      jurisdiction: 'US-VA',
      kind: 'renewable',
      issuedOn: undefined,
      expiresOn: '2027-06-30',
    })

    await member.write(addLicense, input)

    expect(await whys()).toEqual([
      expect.stringContaining('for cycles that begin from 1 July 2018 on'),
    ])
    await member.write(editLicense, { ...input, version: 1, issuedOn: '2018-07-02' })
    expect(await whys()).toEqual([null])
  })

  it('opens no cycle for days that lie before the rules', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)

    const { cycleId } = await member.write(
      addLicense,
      license({ jurisdiction: 'US-NC', kind: 'continuing_professional', expiresOn: '2018-06-30' }),
    )

    expect(cycleId).toBeNull()
  })

  it('adds one license when the same form is sent twice', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const input = license()

    await member.write(addLicense, input)
    await member.write(addLicense, input)

    expect(await member.scope.db.count(licenses, eq(licenses.memberId, cora.id))).toBe(1)
    expect(await member.scope.db.count(cycles, eq(cycles.memberId, cora.id))).toBe(1)
  })

  it('refuses one that is there already, and says which', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const first = await member.write(addLicense, license())

    const attempt = member.write(addLicense, license({ area: 'physics  8–12' }))

    await expect(attempt).rejects.toMatchObject({ field: 'area', existingId: first.id })
  })

  it('knows nothing under the identifier of somebody else', async () => {
    const store = await openTestStore()
    const { id } = await (await asMember(store, cora)).write(addLicense, license())

    const attempt = (await asMember(store, mara)).write(addLicense, license({ id }))

    await expect(attempt).rejects.toThrow(NotFound)
  })

  it.each([
    ['kind', { kind: 'apprentice' }],
    ['class', { class: 'k5_teacher' }],
    ['endorsements', { endorsements: ['reading'] }],
    ['issuedOn', { issuedOn: '2026-11-21' }],
    ['issuedOn', { issuedOn: '1926-11-21' }],
    ['expiresOn', { issuedOn: '2024-07-01', expiresOn: '2024-07-01' }],
    ['expiresOn', { expiresOn: '2096-11-21' }],
  ])('refuses %s that cannot be right', async (field, given) => {
    const store = await openTestStore()
    const member = await asMember(store, cora)

    const attempt = member.write(addLicense, license(given))

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field })
    expect(await listLicenses(member.scope, cora.id)).toEqual([])
  })

  it('is not for an auditor, who has no record', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ida)

    await expect(member.write(addLicense, license())).rejects.toThrow(Forbidden)
  })
})

describe('who sees a license', () => {
  it('is its educator, an administrator and an auditor, and only the first two its number', async () => {
    const store = await openTestStore()
    const { id } = await (await asMember(store, cora)).write(addLicense, license())

    const numbers = []
    for (const person of [cora, rosa, ida]) {
      numbers.push((await (await asMember(store, person)).read(getLicense, id)).number)
    }

    expect(numbers).toEqual(['482913', '482913', null])
  })

  it('is neither the principal nor anybody of another district', async () => {
    const store = await openTestStore()
    const { id, cycleId } = await (await asMember(store, cora)).write(addLicense, license())

    for (const person of [world.northside.dev, mara, southRosa]) {
      const member = await asMember(store, person)
      await expect(member.read(getLicense, id)).rejects.toThrow(NotFound)
      await expect(member.read(getCycle, cycleId!)).rejects.toThrow(NotFound)
      expect(await member.read(listLicenses, cora.id)).toEqual([])
      expect(await member.read(listCycles, cora.id)).toEqual([])
    }
  })

  it('keeps the number out of the audit trail', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id } = await member.write(addLicense, license())

    const trail = await member.scope.db
      .select({ details: events.details })
      .from(events)
      .where(eq(events.subjectId, id))

    expect(JSON.stringify(trail)).not.toContain('482913')
  })
})

describe('changing a license', () => {
  it('moves its cycle with the day of expiry, by an administrator too', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const input = license()
    await member.write(addLicense, input)

    const administrator = await asMember(store, rosa)
    await administrator.write(editLicense, { ...input, version: 1, expiresOn: '2028-06-30' })

    expect(await openIn(member)).toMatchObject({ startsOn: '2023-07-01', endsOn: '2028-06-30' })
  })

  it('leaves the cycle alone when only the number changes', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const input = license()
    await member.write(addLicense, input)

    await member.write(editLicense, { ...input, version: 1, number: '7' })

    expect(await openIn(member)).toMatchObject({ version: 1 })
    expect(await member.read(getLicense, input.id)).toMatchObject({ number: '7', version: 2 })
  })

  it('refuses what was changed elsewhere', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const input = license()
    await member.write(addLicense, input)
    await member.write(editLicense, { ...input, version: 1 })

    const attempt = member.write(editLicense, { ...input, version: 1, number: '7' })

    await expect(attempt).rejects.toThrow(Conflict)
  })

  it('refuses to become the same as another', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const first = await member.write(addLicense, license())
    const other = license({ area: 'Chemistry' })
    await member.write(addLicense, other)

    const attempt = member.write(editLicense, { ...other, version: 1, area: 'Physics 8–12' })

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', existingId: first.id })
  })

  it('is refused to an auditor, and to a stranger as if there were none', async () => {
    const store = await openTestStore()
    const input = license()
    await (await asMember(store, cora)).write(addLicense, input)
    const edit = async (person: typeof ida) =>
      (await asMember(store, person)).write(editLicense, { ...input, version: 1 })

    await expect(edit(ida)).rejects.toThrow(Forbidden)
    await expect(edit(mara)).rejects.toThrow(NotFound)
    await expect(edit(southRosa)).rejects.toThrow(NotFound)
  })
})

describe('the primary license', () => {
  it('takes the open cycle along, with its own days', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { cycleId } = await member.write(addLicense, license())
    const other = license({ area: 'Chemistry', expiresOn: '2030-06-30' })
    await member.write(addLicense, other)

    await member.write(setPrimary, other.id)

    expect(await openIn(member)).toMatchObject({
      id: cycleId,
      licenseId: other.id,
      startsOn: '2025-07-01',
      endsOn: '2030-06-30',
    })
    const list = await member.read(listLicenses, cora.id)
    expect(list.map(({ area, isPrimary }) => [area, isPrimary])).toEqual([
      ['Chemistry', true],
      ['Physics 8–12', false],
    ])
  })

  it('stays when it is made the primary one again', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id } = await member.write(addLicense, license())

    await member.write(setPrimary, id)

    expect(await openIn(member)).toMatchObject({ version: 1 })
  })
})

describe('removing a license', () => {
  it('keeps it as withdrawn and closes its cycle', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id, cycleId } = await member.write(addLicense, license())

    await member.write(withdrawLicense, id)

    expect(await member.read(listLicenses, cora.id)).toEqual([])
    expect(await member.read(getLicense, id)).toMatchObject({ withdrawnOn: WORLD_TODAY })
    expect(await member.read(getCycle, cycleId!)).toMatchObject({
      closedOn: WORLD_TODAY,
      renewedOn: null,
      licenses: [{ id }],
    })
  })

  it('lets the other one of the state take its place', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id, cycleId } = await member.write(addLicense, license())
    const other = await member.write(addLicense, license({ area: 'Chemistry' }))

    await member.write(withdrawLicense, id)

    expect(await openIn(member)).toMatchObject({ id: cycleId, licenseId: other.id })
    expect((await member.read(getCycle, cycleId!)).licenses).toMatchObject([{ id: other.id }])
  })

  it('allows the same one to be added again', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id } = await member.write(addLicense, license())
    await member.write(withdrawLicense, id)

    const again = await member.write(addLicense, license({ id: newId() }))

    expect(again.cycleId).not.toBeNull()
  })

  it('is said to be done already when it is', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id } = await member.write(addLicense, license())
    await member.write(withdrawLicense, id)

    await expect(member.write(withdrawLicense, id)).rejects.toThrow(Conflict)
    await expect(member.write(setPrimary, id)).rejects.toThrow(Conflict)
  })
})
