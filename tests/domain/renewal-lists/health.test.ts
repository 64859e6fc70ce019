import { describe, expect, it } from 'vitest'
import { NotFound } from '~/domain/errors'
import { shareHealth } from '~/domain/licenses/sharing.server'
import { licenseHealthOf } from '~/domain/renewal-lists/health.server'
import { shownCount, worstOf } from '~/domain/renewal-lists/health'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { newcomer } from '../renewal/newcomers'

const { ana, ben, dev, mara, ming, rosa, schools } = world.northside

describe('the license health of a school', () => {
  it('names only those who share it, without figures', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    await newcomer(store, { familyName: 'Silent' })

    const health = await principal.read(licenseHealthOf, schools.middle)

    expect(health).toEqual({
      sharing: 1,
      counts: null,
      people: [{ id: ben.id, name: ben.name, state: 'behind' }],
      more: 0,
      can: { openLists: false },
    })
    expect(JSON.stringify(health)).not.toMatch(/Silent|Álvarez|510277|PDP/)
  })

  it('follows what an educator decides', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    const names = async () =>
      (await principal.read(licenseHealthOf, schools.middle))?.people.map(({ name }) => name)

    await (await asMember(store, ana)).write(shareHealth, true)
    await (await asMember(store, ben)).write(shareHealth, false)

    expect(await names()).toEqual([ana.name])
  })

  it('counts from five people on, and never fewer', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    for (const familyName of ['One', 'Two', 'Three']) {
      await newcomer(store, { familyName, sharesLicenseHealth: true })
    }
    const four = await principal.read(licenseHealthOf, schools.middle)
    await newcomer(store, { familyName: 'Four', sharesLicenseHealth: true })

    const five = await principal.read(licenseHealthOf, schools.middle)

    expect(four).toMatchObject({ sharing: 4, counts: null })
    expect(five).toMatchObject({ sharing: 5, counts: { onCourse: 0, behind: 5, expiring: 1 } })
  })

  it('names 200 people, says how many more there are, and leads the office to the lists', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    for (let person = 0; person < 202; person++) {
      await administrator.write(make.member, {
        organizationId: schools.middle,
        sharesLicenseHealth: true,
      })
    }

    const told = await administrator.read(licenseHealthOf, schools.middle)

    expect(told).toMatchObject({ sharing: 203, more: 3, can: { openLists: true } })
    expect(told!.people).toHaveLength(200)
  })

  it('is for the principal and the district, not for coordinators or other schools', async () => {
    const store = await openTestStore()
    const read = async (person: typeof mara, school = schools.middle) =>
      (await asMember(store, person)).read(licenseHealthOf, school)

    expect(await read(rosa)).toMatchObject({ sharing: 1 })
    expect(await read(ming)).toBe(null)
    await expect(read(dev)).rejects.toThrow(NotFound)
    await expect(read(ana)).rejects.toThrow(NotFound)
    await expect(read(world.southside.rosa)).rejects.toThrow(NotFound)
  })
})

describe('a standing', () => {
  it('is behind where one of several cycles is, and unknown without one', () => {
    expect(worstOf([])).toBe(null)
    expect(worstOf(['met', 'ended'])).toBe('behind')
    expect(worstOf(['met', 'exempt', 'on_course'])).toBe('on_course')
  })

  it('is counted without telling how few they are', () => {
    expect([0, 1, 4, 5].map(shownCount)).toEqual(['none', 'fewer than 5', 'fewer than 5', '5'])
  })
})
