import { describe, expect, test } from 'vitest'
import { editOrganization } from '~/domain/organizations/editing.server'
import { inTreeOrder } from '~/domain/organizations/organization'
import { getOrganization, listOrganizations } from '~/domain/organizations/queries.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside, southside } = world
const { elementary, middle } = northside.schools

test('rows come as a tree, siblings by name', () => {
  const row = (id: string, parentId: string | null) => ({ id, parentId, sortName: id })

  const tree = inTreeOrder([row('b', 'top'), row('z', 'a'), row('a', 'top'), row('top', null)])

  expect(tree.map(({ id, depth }) => [id, depth])).toEqual([
    ['top', 0],
    ['a', 1],
    ['z', 2],
    ['b', 1],
  ])
})

describe('the organizations', () => {
  test('are listed with how many people work at each today', async () => {
    const ida = await asMember(await openTestStore(), northside.ida)

    const list = await ida.read(listOrganizations)

    expect(list.rows.map(({ name, depth, staff }) => [name, depth, staff])).toEqual([
      [northside.name, 0, 4],
      ['Birchwood Elementary School', 1, 3],
      ['Northside High School', 1, 1],
      ['Riverbend Middle School', 1, 5],
    ])
  })

  test('are for the district office', async () => {
    const mara = await asMember(await openTestStore(), northside.mara)

    await expect(mara.read(listOrganizations)).toBeForbidden()
    await expect(mara.read(getOrganization, middle)).toBeForbidden()
  })

  test('are changed by administrators, and named in the trail', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)

    await rosa.write(editOrganization, elementary, { name: 'Birchwood School' })

    expect(await rosa.read(getOrganization, elementary)).toMatchObject({
      name: 'Birchwood School',
      sortName: 'birchwood school',
      gradeBand: null,
      parent: { name: northside.name },
      staff: 3,
    })
  })

  test('get a number by which the state knows them, and lose it when it is emptied', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)
    const numberAfter = async (identifier?: string) => {
      await rosa.write(editOrganization, elementary, { name: 'Birchwood School', identifier })
      return (await rosa.read(getOrganization, elementary)).identifier
    }

    expect(await numberAfter('00350010')).toBe('00350010')
    expect(await numberAfter()).toBe(null)
  })

  test('are not changed by a coordinator, who may look at them', async () => {
    const ming = await asMember(await openTestStore(), northside.ming)

    const edited = ming.write(editOrganization, middle, { name: 'Other' })

    await expect(edited).toBeForbidden()
    expect(await ming.read(getOrganization, middle)).toMatchObject({ can: { edit: false } })
  })

  test('of the other district are not there', async () => {
    const rosa = await asMember(await openTestStore(), northside.rosa)
    const theirs = southside.schools.middle

    await expect(rosa.read(getOrganization, theirs)).toBeNotFound()
    await expect(rosa.write(editOrganization, theirs, { name: 'Ours' })).toBeNotFound()
  })
})
