import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as attestations from '~/routes/renewal/cycles/attestations'
import * as edit from '~/routes/renewal/cycles/edit'
import * as extension from '~/routes/renewal/cycles/extension'
import * as factRemoval from '~/routes/renewal/cycles/fact-removal'
import * as renewal from '~/routes/renewal/cycles/renewal'
import * as rules from '~/routes/renewal/cycles/rules'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { judgeByDemandingRules } from '../../support/rule-sets'
import { world } from '../../support/world'

const { northside } = world
const { ana, cycles } = northside
const { open, closed } = cycles

const at = (path: (d: typeof northside, row: string) => string, id = open) => ({
  as: ana,
  url: path(northside, id),
  params: { cycle: id },
})
const form = (given: Record<string, string | string[]> = {}) => ({
  version: '1',
  startsOn: '2023-07-15',
  endsOn: '2028-07-14',
  isEmployed: 'yes',
  fteThousandths: '100',
  leaveThousandths: '0',
  ...given,
})
const cycleOf = async (store: TestStore) =>
  (await visit(edit, { store, ...at(paths.editCycle) })).body.cycle

describe('the form of a cycle', () => {
  it('saves shares in percent, and one fact or several', async () => {
    const store = await openTestStore()
    await (await asMember(store, ana)).write(judgeByDemandingRules, open)
    const fields = { isEmployed: 'no', fteThousandths: '66.7', leaveThousandths: '12.5' }

    const one = await send(edit, {
      store,
      ...at(paths.editCycle),
      form: form({ ...fields, facts: 'national_board' }),
    })
    const two = await send(edit, {
      store,
      ...at(paths.editCycle),
      form: form({
        ...fields,
        version: '2',
        facts: ['national_board', 'masters_degree'],
        metOnce: 'sei_esl_bilingual',
      }),
    })

    expect([one.redirect, two.redirect]).toEqual(Array(2).fill(paths.editCycle(northside, open)))
    const cycle = await cycleOf(store)
    expect(cycle).toMatchObject({
      isEmployed: false,
      fteThousandths: 667,
      leaveThousandths: 125,
      choices: { metOnce: [{ code: 'sei_esl_bilingual' }] },
    })
    expect(cycle.facts).toHaveLength(3)
  })

  it.each([
    ['endsOn', { endsOn: '2023-07-14' }],
    ['startsOn', { startsOn: '' }],
    ['fteThousandths', { fteThousandths: '101' }],
    ['leaveThousandths', { leaveThousandths: 'much' }],
    ['facts', { facts: 'masters_degree' }],
  ])('comes back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()

    const answer = await send(edit, { store, ...at(paths.editCycle), form: form(given) })

    expect(answer.status).toBe(422)
    expect(answer).toHaveFieldError(field)
  })

  it('is not there for a cycle that is closed', async () => {
    const store = await openTestStore()

    const page = await visit(edit, { store, ...at(paths.editCycle, closed) })
    const saved = await send(edit, { store, ...at(paths.editCycle, closed), form: form() })

    expect([page.status, saved.status]).toEqual([403, 409])
  })
})

describe('an extension', () => {
  it('is saved with its reason, and is refused without', async () => {
    const store = await openTestStore()
    const given = { version: '1', extendedToOn: '2029-06-30' }

    const without = await send(extension, { store, ...at(paths.cycleExtension), form: given })
    const saved = await send(extension, {
      store,
      ...at(paths.cycleExtension),
      form: { ...given, reason: 'Medical leave' },
    })

    expect(without).toHaveFieldError('reason')
    expect(saved.redirect).toBe(paths.editCycle(northside, open))
    expect(await cycleOf(store)).toMatchObject({ extendedToOn: '2029-06-30' })
  })

  it('is taken back when its day is emptied', async () => {
    const store = await openTestStore()
    const given = { version: '1', extendedToOn: '2029-06-30', reason: 'Leave' }
    await send(extension, { store, ...at(paths.cycleExtension), form: given })

    await send(extension, {
      store,
      ...at(paths.cycleExtension),
      form: { version: '2', extendedToOn: '', reason: 'Leave' },
    })

    expect(await cycleOf(store)).toMatchObject({ extendedToOn: null, extensionReason: null })
  })
})

it('a renewal leads to the next cycle', async () => {
  const store = await openTestStore()

  const answer = await send(renewal, {
    store,
    ...at(paths.cycleRenewal),
    form: { version: '1', renewedOn: '2026-11-02', expiresOn: '' },
  })

  const nextId = answer.redirect!.split('/').at(-2)!
  const { body } = await visit(edit, { store, ...at(paths.editCycle, nextId) })
  expect(body.cycle).toMatchObject({ startsOn: '2028-07-15', endsOn: '2033-07-14' })
})

it('other rules are chosen from those of the state', async () => {
  const store = await openTestStore()
  await (await asMember(store, ana)).write(judgeByDemandingRules, open)
  const { body } = await visit(rules, { store, ...at(paths.cycleRules) })
  const [version] = body.cycle.versions

  const wrong = await send(rules, {
    store,
    ...at(paths.cycleRules),
    form: { version: '1', ruleSet: 'us-nc-2024@1' },
  })
  const right = await send(rules, {
    store,
    ...at(paths.cycleRules),
    form: { version: '1', ruleSet: `${version.id}@${version.revision}` },
  })

  expect(body.cycle.rules.revision).toBe(9000)
  expect(wrong).toHaveFieldError('ruleSet')
  expect(right.status).toBe(302)
  expect((await cycleOf(store)).rules.revision).toBe(version.revision)
})

it('an attestation is noted and removed', async () => {
  const store = await openTestStore()
  await (await asMember(store, ana)).write(judgeByDemandingRules, open)
  const given = { code: 'goals_met', heldOn: '2026-06-12', attestedBy: 'Mara Ortiz' }

  const without = await send(attestations, {
    store,
    ...at(paths.cycleAttestations),
    form: { ...given, attestedBy: '' },
  })
  await send(attestations, { store, ...at(paths.cycleAttestations), form: given })
  const [fact] = (await cycleOf(store)).facts
  const removed = await send(factRemoval, {
    store,
    as: ana,
    url: paths.cycleFactRemoval(northside, open, fact.id),
    params: { cycle: open, fact: fact.id },
  })

  expect(without).toHaveFieldError('attestedBy')
  expect(fact).toMatchObject({ attestedBy: 'Mara Ortiz', heldOn: '2026-06-12' })
  expect(removed.redirect).toBe(paths.editCycle(northside, open))
  expect((await cycleOf(store)).facts).toEqual([])
})
