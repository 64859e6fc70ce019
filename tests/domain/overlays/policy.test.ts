import { and, eq } from '#db/query.server'
import { cycles, events, overlays } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { openClaimForm } from '~/domain/claims/form.server'
import { Conflict, Forbidden, Invalid } from '~/domain/errors'
import { closeCycle } from '~/domain/licenses/closing.server'
import { getCycle } from '~/domain/licenses/cycles.server'
import type { Addition, Policy } from '~/domain/overlays/addition'
import { overlayOf, policyOf } from '~/domain/overlays/addition'
import { policyInput } from '~/domain/overlays/inputs.server'
import { listRevisions } from '~/domain/overlays/overlays.server'
import { listPolicies, openPolicyForm, shippedById } from '~/domain/overlays/policies.server'
import { savePolicy } from '~/domain/overlays/saving.server'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import { previewPolicy } from '~/domain/renewal/policy-preview.server'
import { overlayFaults } from '~/domain/rule-sets/overlay'
import { overlay as format } from '~/domain/rule-sets/overlay.server'
import { openTestStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { earn, newcomer } from '../renewal/newcomers'

const { ana, ben, ida, mara, ming, omar, rosa, cycles: known } = world.northside
const massachusetts = shippedById('us-ma-2017')
const texas = shippedById('us-tx-cpe')
const TOMORROW = '2026-11-21'
const LATER = new Date('2026-11-23T15:00:00Z')
const PAGE = { planned: null, page: 1 }

const TECHNOLOGY: Addition = {
  id: 'district_minimum_1',
  kind: 'minimum',
  label: '10 PDPs in technology',
  category: 'own',
  ownCategory: 'Technology',
  amount: 10,
}

const policy = (given: Partial<Policy> & { version?: number } = {}) => ({
  startsOn: TOMORROW,
  rules: [TECHNOLOGY],
  figures: [],
  conversions: [],
  version: 0,
  ...given,
})

describe('what a district asks', () => {
  it('is asked from its day on, as a bar of its own that educators can fill', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id, member, cycle } = await newcomer(store)
    await earn(member, 12, { fits: ['US-MA/pedagogy', 'US-MA/district_technology'] })

    await office.write(savePolicy, massachusetts, policy())

    const today = await member.read(getCyclePage, cycle, PAGE)
    const educator = await asMember(store, { ...ana, id }, LATER)
    const then = await educator.read(getCyclePage, cycle, PAGE)
    const form = await educator.read(openClaimForm, { activityId: id })
    expect(today.bars.some(({ isOfDistrict }) => isOfDistrict)).toBe(false)
    expect(then.bars.find(({ isOfDistrict }) => isOfDistrict)).toMatchObject({
      name: 'Technology',
      have: 12,
      need: 10,
      met: true,
    })
    expect(then.bars.find(({ category }) => category === 'pedagogy')).toMatchObject({ have: 12 })
    expect(form?.cycles[0]?.categories).toContainEqual({
      key: 'US-MA/district_technology',
      label: 'Technology',
    })
  })

  it('has revisions: a later one holds, earlier ones stay, and an empty one ends it', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    await office.write(savePolicy, massachusetts, policy())
    await office.write(savePolicy, massachusetts, policy({ version: 1, rules: [] }))

    const revisions = await office.read(listRevisions, ['us-ma-2017'])
    const later = await asMember(store, ana, LATER)
    const { overlay } = await later.read(getCycle, known.open)

    expect(revisions.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [2, rosa.name],
      [1, rosa.name],
    ])
    expect(overlay).toBe(undefined)
    const recorded = await office.scope.db
      .select({ details: events.details })
      .from(events)
      .where(and(eq(events.type, 'overlay.saved'), eq(events.actorId, rosa.id)))
    expect(recorded.map(({ details }) => details)).toContainEqual({
      ruleSet: 'us-ma-2017',
      revision: 2,
      startsOn: TOMORROW,
    })
  })

  it('is said with names and units where it sets a figure', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const newYork = shippedById('us-ny-ctle-2016')
    const figures = [{ rule: 'mentoring', amount: 10 }]
    const conversions = [{ from: 'semester_hour', units: 12 }]
    await office.write(savePolicy, texas, policy({ rules: [], figures }))
    await office.write(savePolicy, newYork, policy({ rules: [], conversions }))
    const judgeBy = (cycleId: string, ruleSetId: string) =>
      office.write((scope) =>
        scope.db.update(cycles).set({ ruleSetId }).where(eq(cycles.id, cycleId)),
      )
    await judgeBy(known.open, texas.id)
    const { cycle } = await newcomer(store)
    await judgeBy(cycle, newYork.id)

    const policies = await office.read(listPolicies)

    const asksOf = (id: string) => policies.find((it) => it.id === id)?.next?.asks
    expect(asksOf(texas.id)).toEqual(['At most 10 CPE hours for mentoring'])
    expect(asksOf(newYork.id)).toEqual(['1 semester hour is 12 CTLE hours'])
  })

  it('leaves a cycle that is closed as it was judged on its closing day', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    await office.write(savePolicy, massachusetts, policy())
    const later = await asMember(store, ana, LATER)

    const closed = await later.read(getCycle, known.closed)
    const open = await later.read(getCycle, known.open)
    await office.write(closeCycle, open, { version: open.version })

    expect(closed.overlay).toBe(undefined)
    expect(open.overlay?.rules).toHaveLength(1)
    expect((await later.read(getCycle, known.open)).overlay).toBe(undefined)
  })

  it('adds nothing to an earlier revision of the rules that it does not fit', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const rules: Addition[] = [
      { id: 'sei_once', kind: 'total', label: '200 PDPs in five years', amount: 200 },
    ]
    await office.write(savePolicy, massachusetts, policy({ rules }))
    const { judgeByDemandingRules } = await import('../../support/rule-sets')

    await office.write(judgeByDemandingRules, known.open)

    const later = await asMember(store, ana, LATER)
    expect((await later.read(getCycle, known.open)).overlay).toBe(undefined)
    const bens = await asMember(store, ben, LATER)
    expect((await bens.read(getCycle, known.ofBen)).overlay?.rules).toHaveLength(1)
  })

  it('is saved by administrators only', async () => {
    const store = await openTestStore()

    for (const person of [ana, mara, ming, ida]) {
      const member = await asMember(store, person)
      await expect(member.write(savePolicy, massachusetts, policy())).rejects.toThrow(Forbidden)
      await expect(member.read(listPolicies)).rejects.toThrow(Forbidden)
      await expect(member.read(previewPolicy, massachusetts, policy())).rejects.toThrow(Forbidden)
    }
    const office = await asMember(store, rosa)
    expect(await office.scope.db.count(overlays, eq(overlays.ruleSetId, 'us-ma-2017'))).toBe(0)
  })

  it('is the district’s alone', async () => {
    const store = await openTestStore()
    await (await asMember(store, rosa)).write(savePolicy, massachusetts, policy())

    const theirs = await asMember(store, world.southside.rosa)

    expect(await theirs.read(listRevisions, ['us-ma-2017'])).toEqual([])
    expect((await theirs.read(openPolicyForm, 'us-ma-2017')).version).toBe(0)
  })

  it('refuses what would have begun, what lowers the state, and what somebody else was faster with', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const save = (given: Parameters<typeof policy>[0]) =>
      office.write(savePolicy, massachusetts, policy(given))
    const lower: Addition = { id: 'low', kind: 'total', label: '100 PDPs', amount: 100 }
    await save({})

    await expect(save({ version: 0 })).rejects.toThrow(Conflict)
    await expect(save({ version: 1, startsOn: WORLD_TODAY })).rejects.toThrow(Invalid)
    await expect(save({ version: 1, rules: [lower] })).rejects.toThrow(/may not be lower/)
    expect(await office.read(listRevisions, ['us-ma-2017'])).toHaveLength(1)
  })
})

describe('the form of a policy', () => {
  const every: Addition[] = [
    TECHNOLOGY,
    { id: 'a', kind: 'total', label: '160 PDPs', amount: 160 },
    { id: 'b', kind: 'minimum', label: '20', category: 'pedagogy', amount: 20 },
    {
      id: 'c',
      kind: 'cap',
      label: 'At most 30',
      activityKinds: ['book_study'],
      amount: 30,
      per: 'cycle',
    },
    { id: 'd', kind: 'preapproval', label: 'Ask first', activityKinds: [] },
    {
      id: 'e',
      kind: 'attestation',
      label: 'Goals met',
      by: 'the principal',
      per: 'year',
      count: 1,
    },
    {
      id: 'f',
      kind: 'rotating_topic',
      label: 'Every 3 years',
      topic: 'Suicide prevention',
      firstYear: 2026,
      everyYears: 3,
    },
  ]
  const about = { ruleSet: massachusetts.id, revision: 1, name: 'Ours' }

  it('makes an overlay that may be used as a file, and comes back as it was', () => {
    const overlay = overlayOf(policy({ rules: every }), about)

    expect(() => format.parse(overlay)).not.toThrow()
    expect(overlayFaults(massachusetts, overlay)).toEqual([])
    expect(policyOf(overlay).rules).toEqual(every)
  })

  it('says of each fault at which field it is', () => {
    const typed = {
      startsOn: WORLD_TODAY,
      rules: [
        { id: 'a', kind: 'total', label: 'Less', amount: '100' },
        { id: 'b', kind: 'minimum', label: 'Own', category: 'own', amount: '5' },
      ],
    }
    const faultsOf = (given: object) =>
      policyInput(massachusetts, WORLD_TODAY)
        .safeParse({ ...typed, ...given })
        .error?.issues.map(({ path }) => path.join('.'))

    expect(faultsOf({})).toEqual(['startsOn', 'rules.1.ownCategory'])
    expect(faultsOf({ startsOn: TOMORROW, rules: [typed.rules[0]] })).toEqual(['rules.0.amount'])
    expect(faultsOf({ rules: [{ ...typed.rules[0], label: '', amount: 'x' }] })).toEqual([
      'rules.0.label',
      'rules.0.amount',
    ])
  })

  it('sets the figures that a state leaves open, and no other', () => {
    const input = policyInput(texas, WORLD_TODAY)
    const typed = (rule: string) => ({ startsOn: TOMORROW, figures: [{ rule, amount: '8' }] })

    expect(input.safeParse(typed('swd_including_dyslexia')).success).toBe(true)
    expect(input.safeParse(typed('total')).error?.issues[0]?.path).toEqual(['figures', 0, 'amount'])
  })
})

describe('the preview', () => {
  it('counts those who would be short or behind and are not now, before anything is saved', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { member } = await newcomer(store)
    const all = ['content', 'pedagogy', 'sei_esl_bilingual', 'swd_diverse']
    for (const category of all) await earn(member, 40, { fits: [`US-MA/${category}`] })
    const higher: Addition = { id: 'a', kind: 'total', label: '170 PDPs', amount: 170 }
    const far: Addition = { ...higher, amount: 900 }
    const preview = (rules: Addition[]) =>
      office.read(previewPolicy, massachusetts, policy({ rules }))

    const before = await preview([])

    expect(before).toMatchObject({ newlyShort: 0, newlyBehind: 0 })
    expect(before.people).toBeGreaterThan(2)
    expect(await preview([higher])).toMatchObject({ newlyShort: 1, newlyBehind: 0 })
    expect((await preview([far])).newlyBehind).toBeGreaterThanOrEqual(1)
    expect(await office.read(listRevisions, ['us-ma-2017'])).toEqual([])
  })
})

describe('the list of policies', () => {
  it('has the rule sets that judge somebody, with what is asked now', async () => {
    const office = await asMember(await openTestStore(), rosa)

    const policies = await office.read(listPolicies)

    expect(policies.map(({ id }) => id)).toEqual(['us-ma-2017', 'us-nc-2024'])
    expect(policies[0]).toMatchObject({ current: null, next: null, revisions: [] })
    expect(policies[1]).toMatchObject({ people: 1, current: { asks: ['9 CEUs in five years'] } })
    const omars = await asMember(await openTestStore(), omar)
    const page = await omars.read(getCyclePage, known.ofOmar, PAGE)
    expect(page.bars.filter(({ isOfDistrict }) => isOfDistrict)).toMatchObject([{ need: 9 }])
  })

  it('is empty where nobody has a cycle', async () => {
    const office = await freshDistrict(await openTestStore())

    expect(await office.read(listPolicies)).toEqual([])
  })
})
