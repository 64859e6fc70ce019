import { openStore } from '#db/client.server'
import { eq } from '#db/query.server'
import { affiliations } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import { evaluateDistrict, evaluateMembers } from '~/domain/renewal/evaluating.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { earn, newcomer } from './newcomers'

const { ana, ben, rosa } = world.northside

describe('evaluating everybody', () => {
  it('says of each cycle what its own page says', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)
    await earn(member, 12, { fits: ['US-MA/pedagogy'] })
    await earn(member, 4, { topic: 'Chess' })
    const office = await asMember(store, rosa)

    const results = await office.read(evaluateDistrict)

    expect(results.length).toBeGreaterThan(4)
    for (const result of results) {
      const page = await office.read(getCyclePage, result.id, { planned: null, page: 1 })
      const { state, counted, required, monthsLeft, met } = page
      expect(result).toMatchObject({ state, counted, required, monthsLeft, met })
      expect(result.gaps).toHaveLength(
        page.bars.filter((bar) => !bar.met).length + page.duties.filter((it) => !it.met).length,
      )
    }
  })

  it('counts what is lost by reason, and what rests on the word of the educator', async () => {
    const store = await openTestStore()
    const { id, member } = await newcomer(store)
    await earn(member, 12, { fits: ['US-MA/pedagogy'] })
    await earn(member, 4, { topic: 'Chess' })
    await earn(member, 3, { proof: 'attendance_log', topic: 'Maps' })

    const [result] = await member.read(evaluateMembers, [id])

    expect(result).toMatchObject({ counted: 12, weak: 1 })
    expect(result?.sentence).toMatch(/^Behind: 12 of 150 PDPs, 31 months left; /)
    expect(result?.losses).toMatchObject([
      { reason: 'proof', rows: 1, units: 3 },
      { reason: 'block', rows: 1, units: 4 },
    ])
  })

  it('asks the database as often for several people as for one', async () => {
    const store = await openTestStore()
    await newcomer(store)
    let queries = 0
    const counting = await openStore(store.url, { onQuery: () => void (queries += 1) })
    const office = await asMember(counting, rosa)
    const countFor = async (ids: string[]) => {
      queries = 0
      await office.read(evaluateMembers, ids)
      return queries
    }

    const one = await countFor([ana.id])
    const several = await countFor([ana.id, ben.id, world.northside.omar.id])
    await counting.close()

    expect(one).toBeGreaterThan(5)
    expect(several).toBe(one)
  })

  it('leaves out who has left, and the other district', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const before = await office.read(evaluateDistrict)

    await office.write((scope) =>
      scope.db
        .update(affiliations)
        .set({ endedOn: '2026-11-01' })
        .where(eq(affiliations.memberId, ben.id)),
    )

    const after = await office.read(evaluateDistrict)
    expect(before.map(({ memberId }) => memberId)).toContain(ben.id)
    expect(after.map(({ memberId }) => memberId)).not.toContain(ben.id)
    const foreign = Object.values(world.southside.cycles)
    expect(after.filter(({ id }) => foreign.includes(id))).toEqual([])
  })

  it('is right again as soon as something is written', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)

    const first = await office.read(evaluateDistrict)
    const second = await office.read(evaluateDistrict)
    await newcomer(store)

    expect(second).toEqual(first)
    expect(await office.read(evaluateDistrict)).toHaveLength(first.length + 1)
  })

  it('is nothing for nobody', async () => {
    const office = await asMember(await openTestStore(), rosa)

    expect(await office.read(evaluateMembers, [])).toEqual([])
    expect(await office.read(evaluateMembers, [rosa.id])).toEqual([])
  })
})
