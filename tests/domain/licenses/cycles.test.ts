import { and, eq } from '#db/query.server'
import { events, pinnedRuleSets } from '#db/schema'
import { beforeEach, describe, expect, it } from 'vitest'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import type { EventType } from '~/domain/events/event'
import { addLicense } from '~/domain/licenses/adding.server'
import { recordAttestation, removeFact } from '~/domain/licenses/attesting.server'
import { editCycle, extendCycle, repinCycle } from '~/domain/licenses/cycle-editing.server'
import { findOpenCycle, getCycle } from '~/domain/licenses/cycles.server'
import type { CycleInput } from '~/domain/licenses/inputs.server'
import { ruleSetOf, ruleSetsOf } from '~/domain/licenses/pinning.server'
import { getLicense } from '~/domain/licenses/queries.server'
import { listHealthVisible, shareHealth, sharesHealth } from '~/domain/licenses/sharing.server'
import { recordRenewal } from '~/domain/renewal/renewing.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { demandingRules, judgeByDemandingRules } from '../../support/rule-sets'
import { world, WORLD_TODAY } from '../../support/world'
import { license } from './given'

const { cora, dev, ida, rosa } = world.northside
const southRosa = world.southside.rosa

let store: TestStore
let member: TestMember
let id: string

beforeEach(async () => {
  store = await openTestStore()
  member = await asMember(store, cora)
  const added = await member.write(addLicense, license())
  id = added.cycleId!
})

const cycle = (given: Partial<CycleInput> = {}): CycleInput => ({
  version: 1,
  startsOn: '2024-07-01',
  endsOn: '2029-06-30',
  isEmployed: true,
  fteThousandths: 1000,
  leaveThousandths: 0,
  facts: [],
  metOnce: [],
  ...given,
})

const eventsOf = (type: EventType) =>
  member.scope.db
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.type, type)))

describe('changing a cycle', () => {
  it('keeps its days and the share of a position', async () => {
    const given = { endsOn: '2029-08-31', isEmployed: false, fteThousandths: 667 }

    await member.write(editCycle, id, cycle(given))

    expect(await member.read(getCycle, id)).toMatchObject({
      ...given,
      earnUntilOn: '2029-08-31',
      version: 2,
    })
    expect(await eventsOf('cycle.edited')).toMatchObject([
      { details: { before: { endsOn: '2029-06-30' } } },
    ])
  })

  it.each([
    ['endsOn', { endsOn: '2024-07-01' }],
    ['endsOn', { endsOn: '2064-07-01' }],
    ['endsOn', { startsOn: '9995-07-01', endsOn: '9999-12-31' }],
    ['startsOn', { startsOn: '1066-07-01', endsOn: '1071-06-30' }],
    ['facts', { facts: ['masters_degree'] }],
    ['metOnce', { metOnce: ['ell'] }],
  ])('refuses %s that cannot be right', async (field, given) => {
    const attempt = member.write(editCycle, id, cycle(given))

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field })
    expect(await member.read(getCycle, id)).toMatchObject({ version: 1, facts: [] })
  })

  it('is for its educator and an administrator', async () => {
    await (await asMember(store, rosa)).write(editCycle, id, cycle())
    const edit = async (person: typeof ida) =>
      (await asMember(store, person)).write(editCycle, id, cycle({ version: 2 }))

    await expect(edit(ida)).rejects.toThrow(Forbidden)
    await expect(edit(dev)).rejects.toThrow(NotFound)
    await expect(edit(southRosa)).rejects.toThrow(NotFound)
  })

  it('refuses what was changed elsewhere', async () => {
    await member.write(editCycle, id, cycle())

    await expect(member.write(editCycle, id, cycle())).rejects.toThrow(Conflict)
  })
})

describe('an extension', () => {
  it('is kept with its reason, and can be taken back', async () => {
    const extension = { version: 1, extendedToOn: '2030-06-30', reason: 'Medical leave' }
    await member.write(extendCycle, id, extension)
    const extended = await member.read(getCycle, id)

    await member.write(extendCycle, id, { version: 2 })

    expect(extended).toMatchObject({ extendedToOn: '2030-06-30', extensionReason: 'Medical leave' })
    expect(await member.read(getCycle, id)).toMatchObject({
      extendedToOn: null,
      extensionReason: null,
    })
    expect(await eventsOf('cycle.extended')).toHaveLength(2)
  })

  it.each(['2029-06-30', '2028-01-01', '2039-01-01'])('refuses %s', async (extendedToOn) => {
    const attempt = member.write(extendCycle, id, { version: 1, extendedToOn, reason: 'x' })

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field: 'extendedToOn' })
  })
})

describe('a renewal', () => {
  const renewal = { version: 1, renewedOn: '2026-11-02', expiresOn: '2034-06-30' }

  it('closes the cycle, dates the license anew and opens the next cycle', async () => {
    await member.write(editCycle, id, cycle({ fteThousandths: 800, leaveThousandths: 200 }))

    const nextId = await member.write(recordRenewal, id, { ...renewal, version: 2 })

    expect(await member.read(getCycle, id)).toMatchObject({
      renewedOn: '2026-11-02',
      closedOn: WORLD_TODAY,
      can: { edit: false },
    })
    const next = await member.read(getCycle, nextId!)
    expect(next).toMatchObject({
      startsOn: '2029-07-01',
      endsOn: '2034-06-30',
      ruleSetId: 'us-ma-2017',
      fteThousandths: 800,
      leaveThousandths: 0,
    })
    expect(await member.read(getLicense, next.licenseId)).toMatchObject({
      expiresOn: '2034-06-30',
      version: 2,
    })
  })

  it('assumes a whole term where the state has not said', async () => {
    const nextId = await member.write(recordRenewal, id, { version: 1, renewedOn: '2026-11-02' })

    const next = await member.read(getCycle, nextId!)
    expect(next.endsOn).toBe('2034-06-30')
    expect(await member.read(getLicense, next.licenseId)).toMatchObject({ expiresOn: next.endsOn })
  })

  it.each([
    ['renewedOn', { renewedOn: '2026-11-21' }],
    ['renewedOn', { renewedOn: '2024-06-30' }],
    ['expiresOn', { expiresOn: '2029-06-30' }],
    ['expiresOn', { expiresOn: '2099-06-30' }],
  ])('refuses %s that cannot be right', async (field, given) => {
    const attempt = member.write(recordRenewal, id, { ...renewal, ...given })

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field })
    expect(await findOpenCycle(member.scope, cora.id, 'US-MA')).toMatchObject({ id, version: 1 })
  })

  it('leaves a closed cycle that nothing can change', async () => {
    await member.write(recordRenewal, id, renewal)
    const pin = { id: 'us-ma-2017', revision: 1 }

    for (const attempt of [
      () => member.write(recordRenewal, id, { ...renewal, version: 2 }),
      () => member.write(editCycle, id, cycle({ version: 2 })),
      () => member.write(extendCycle, id, { version: 2 }),
      () => member.write(repinCycle, id, { version: 2, ruleSet: pin }),
      () =>
        member.write(recordAttestation, id, { code: 'x', heldOn: WORLD_TODAY, attestedBy: 'x' }),
    ]) {
      await expect(attempt()).rejects.toThrow(Conflict)
    }
  })

  it('is not for an auditor', async () => {
    const auditor = await asMember(store, ida)

    await expect(auditor.write(recordRenewal, id, renewal)).rejects.toThrow(Forbidden)
  })
})

describe('the rules of a cycle', () => {
  it('are the ones it was opened under, when a release has others', async () => {
    await member.write(judgeByDemandingRules, id)
    await member.write(judgeByDemandingRules, id)

    const { ruleSet } = await member.read(getCycle, id)

    expect(ruleSet).toEqual(demandingRules())
    expect(await member.scope.db.count(pinnedRuleSets, eq(pinnedRuleSets.revision, 9000))).toBe(1)
  })

  it('can be exchanged for another version, and the event keeps the one they were', async () => {
    await member.write(judgeByDemandingRules, id)
    const shipped = shippedRuleSets().find((it) => it.id === 'us-ma-2017')!
    const ruleSet = { id: shipped.id, revision: shipped.revision }

    await member.write(repinCycle, id, { version: 1, ruleSet })

    expect(await member.read(getCycle, id)).toMatchObject({ ruleSetRevision: shipped.revision })
    expect(await eventsOf('cycle.repinned')).toEqual([
      { details: { before: { id: 'us-ma-2017', revision: 9000 }, after: ruleSet } },
    ])
  })

  it('are never those of another state', async () => {
    const ruleSet = { id: 'us-nc-2024', revision: 1 }

    const attempt = member.write(repinCycle, id, { version: 1, ruleSet })

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field: 'ruleSet' })
  })

  it('of another district are not found', async () => {
    await member.write(judgeByDemandingRules, id)
    const pin = { id: 'us-ma-2017', revision: 9000 }
    const stranger = await asMember(store, southRosa)

    expect(await member.read(ruleSetOf, pin)).toMatchObject({ revision: 9000 })
    await expect(stranger.read(ruleSetOf, pin)).rejects.toThrow(NotFound)
    expect(await stranger.read(ruleSetsOf, [pin])).toEqual(new Map())
  })
})

describe('what holds for an educator', () => {
  const attestation = { code: 'goals_met', heldOn: '2026-06-12', attestedBy: 'Dev Desai' }

  it('is ticked and unticked, and keeps the day it was first said', async () => {
    await member.write(judgeByDemandingRules, id)
    const facts = ['masters_degree', 'national_board']
    await member.write(editCycle, id, cycle({ facts, metOnce: ['sei_esl_bilingual'] }))

    await member.write(editCycle, id, cycle({ version: 2, facts: ['national_board'] }))

    expect((await member.read(getCycle, id)).facts).toMatchObject([
      { kind: 'fact', code: 'national_board', heldOn: WORLD_TODAY, recordedById: cora.id },
    ])
    expect(await eventsOf('cycle.fact_removed')).toHaveLength(2)
  })

  it('is attested on a day, once, and can be removed', async () => {
    await member.write(judgeByDemandingRules, id)
    const factId = await member.write(recordAttestation, id, attestation)
    const again = member.write(recordAttestation, id, attestation)
    await expect(again).rejects.toMatchObject({ name: 'Invalid', field: 'heldOn' })

    await member.write(removeFact, id, factId)

    expect((await member.read(getCycle, id)).facts).toEqual([])
    await expect(member.write(removeFact, id, factId)).rejects.toThrow(NotFound)
  })

  it.each([
    ['code', { code: 'party' }],
    ['heldOn', { heldOn: '2026-11-21' }],
    ['heldOn', { heldOn: '2024-06-30' }],
  ])('is refused when %s cannot be right', async (field, given) => {
    await member.write(judgeByDemandingRules, id)

    const attempt = member.write(recordAttestation, id, { ...attestation, ...given })

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field })
  })

  it('goes along into the next cycle, but for attestations and what is used up', async () => {
    await member.write(judgeByDemandingRules, id)
    const facts = ['masters_degree', 'national_board']
    await member.write(editCycle, id, cycle({ facts, metOnce: ['sei_esl_bilingual'] }))
    await member.write(recordAttestation, id, attestation)

    const nextId = await member.write(recordRenewal, id, { version: 2, renewedOn: '2026-11-02' })

    const next = await member.read(getCycle, nextId!)
    expect(next.facts.map(({ code }) => code).toSorted()).toEqual([
      'national_board',
      'sei_esl_bilingual',
    ])
  })
})

describe('sharing with the principal', () => {
  it('shows the principal of the school whose renewal is on course, and nobody else’s principal', async () => {
    const { ana, ben, mara } = world.northside
    const ids = [ana.id, ben.id, cora.id]
    const seen = async (person: typeof ana) =>
      (await asMember(store, person)).read(listHealthVisible, ids)

    expect(await seen(mara)).toEqual(new Set([ben.id]))
    expect(await seen(dev)).toEqual(new Set())
    expect(await seen(ana)).toEqual(new Set([ana.id]))
    expect(await seen(ida)).toEqual(new Set(ids))
    expect(await seen(southRosa)).toEqual(new Set())
  })

  it('is off until the educator switches it on', async () => {
    const before = await member.read(sharesHealth)

    await member.write(shareHealth, true)

    expect([before, await member.read(sharesHealth)]).toEqual([false, true])
    expect(await (await asMember(store, dev)).read(sharesHealth)).toBe(false)
  })
})
