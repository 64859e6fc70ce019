import { describe, expect, test } from 'vitest'
import { listMembers, type MemberFilter } from '~/domain/members/listing.server'
import { getMember } from '~/domain/members/showing.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ben, rosa, ming, mara, nora, omar, gwen, schools } = northside

async function asRosa() {
  return asMember(await openTestStore(), rosa)
}

const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name)
const by = (filter: Partial<MemberFilter>): MemberFilter => ({ sort: 'name', page: 1, ...filter })

describe('the list of people', () => {
  test('has everybody of the district, by family name, with those who have left', async () => {
    const list = await (await asRosa()).read(listMembers, by({}))

    expect(list.total).toBe(13)
    expect(names(list).slice(0, 3)).toEqual([ana.name, ben.name, 'Cora Chen'])
    expect(names(list)).toContain(gwen.name)
  })

  test('tells where somebody works, in all roles', async () => {
    const list = await (await asRosa()).read(listMembers, by({ text: 'omar' }))

    expect(list.rows[0]).toMatchObject({
      name: omar.name,
      state: 'joined',
      places: [
        { role: 'coach', organization: northside.name },
        { role: 'educator', organization: 'Riverbend Middle School' },
      ],
    })
  })

  test.each([
    ['a part of the name, without accents', 'alvar', [ana.name]],
    ['words in any order', 'ana alv', [ana.name]],
    ['the address', 'ben.brooks@', [ben.name]],
    ['no one of the other district', southside.slug, []],
    ['a percent sign as itself', '%', []],
  ])('finds by %s', async (_, text, found) => {
    const list = await (await asRosa()).read(listMembers, by({ text }))

    expect(names(list)).toEqual(found)
  })

  test('narrows to a role and a school as of today', async () => {
    const rosa = await asRosa()

    const principals = await rosa.read(listMembers, by({ role: 'principal' }))
    const elementary = await rosa.read(
      listMembers,
      by({ organizationId: schools.elementary, role: 'educator' }),
    )
    const district = await rosa.read(
      listMembers,
      by({ organizationId: northside.organization, role: 'educator' }),
    )

    expect(names(principals)).toEqual(['Dev Desai', mara.name, northside.paul.name])
    expect(names(elementary)).toEqual(['Cora Chen', nora.name])
    expect(names(district)).toContain(ana.name)
  })

  test('an organization of the other district has nobody', async () => {
    const list = await (
      await asRosa()
    ).read(listMembers, by({ organizationId: southside.schools.middle }))

    expect(list.total).toBe(0)
  })

  test('narrows to those who have left, have joined, or were not invited', async () => {
    const rosa = await asRosa()
    const rae = await rosa.write(make.member, { organizationId: schools.middle })

    const left = await rosa.read(listMembers, by({ state: 'left' }))
    const joined = await rosa.read(listMembers, by({ state: 'joined' }))
    const uninvited = await rosa.read(listMembers, by({ state: 'not_invited' }))
    const invited = await rosa.read(listMembers, by({ state: 'invited' }))

    expect(names(left)).toEqual([gwen.name])
    expect(joined.total).toBe(12)
    expect(uninvited.rows).toMatchObject([{ id: rae.id, state: 'not_invited' }])
    expect(invited.total).toBe(0)
  })

  test('is paged, and sorted the other way around', async () => {
    const rosa = await asRosa()
    for (let count = 0; count < 20; count++) {
      await rosa.write(make.member, { organizationId: schools.middle, familyName: `Zed${count}` })
    }

    const last = await rosa.read(listMembers, by({ page: 2 }))
    const reversed = await rosa.read(listMembers, by({ sort: '-name' }))

    expect(last).toMatchObject({ total: 33, page: 2, pages: 2 })
    expect(last.rows).toHaveLength(8)
    expect(names(reversed)[0]).toBe('Rae Zed9')
  })

  test('is for the district office', async () => {
    const store = await openTestStore()

    await expect((await asMember(store, mara)).read(listMembers, by({}))).toBeForbidden()
    await expect((await asMember(store, ming)).read(listMembers, by({}))).resolves.toBeDefined()
  })
})

describe('one person', () => {
  test('has every affiliation there was, newest first', async () => {
    const person = await (await asRosa()).read(getMember, nora.id)

    expect(person).toMatchObject({ name: nora.name, hasJoined: true, can: { edit: true } })
    expect(
      person.affiliations.map(({ organization, isCurrent }) => [organization, isCurrent]),
    ).toEqual([
      ['Birchwood Elementary School', true],
      ['Riverbend Middle School', false],
    ])
  })

  test('is shown to a coordinator, who changes nothing', async () => {
    const ming = await asMember(await openTestStore(), northside.ming)

    const person = await ming.read(getMember, ana.id)

    expect(person.can).toEqual({
      edit: false,
      invite: false,
      placeHold: false,
      viewRecord: false,
      viewUses: false,
    })
  })

  test('of the other district is not there', async () => {
    await expect((await asRosa()).read(getMember, southside.ana.id)).toBeNotFound()
  })
})
