import { eq } from '#db/query.server'
import { overlays } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as change from '~/routes/manage/renewal-policy/change'
import { openTestStore, type TestStore } from '../../support/database'
import { type Form, send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ida, rosa } = northside
const url = paths.renewalPolicyOf(northside, 'us-ma-2017')

const TOTAL = {
  'rules[0].id': 'district_total_1',
  'rules[0].kind': 'total',
  'rules[0].label': '160 PDPs in five years',
  'rules[0].amount': '160',
}
const BOTH = {
  ...TOTAL,
  'rules[1].id': 'district_cap_2',
  'rules[1].kind': 'cap',
  'rules[1].label': 'At most 30 from books',
  'rules[1].activityKinds': ['book_study', 'conference'],
  'rules[1].amount': '30',
  'rules[1].per': 'cycle',
}

const press = (store: TestStore, intent: string, form: Form = {}) =>
  send(change, {
    store,
    as: rosa,
    url,
    form: { version: '0', startsOn: '2027-07-01', intent, ...form },
  })

const saved = (store: TestStore) =>
  forDistrict(store.read, northside.id).count(overlays, eq(overlays.ruleSetId, 'us-ma-2017'))

describe('the form of the renewal policy', () => {
  it('gets a group more, and one less, and loses nothing that was typed', async () => {
    const store = await openTestStore()

    const more = await press(store, 'add', { ...TOTAL, newKind: 'minimum' })
    const less = await press(store, 'remove:0', BOTH)

    expect(more.body.initialValue.rules).toEqual([
      { id: 'district_total_1', kind: 'total', label: '160 PDPs in five years', amount: '160' },
      { id: 'district_minimum_2', kind: 'minimum' },
    ])
    expect(less.body.initialValue.rules).toMatchObject([
      { id: 'district_cap_2', activityKinds: ['book_study', 'conference'], amount: '30' },
    ])
    expect(await saved(store)).toBe(0)
  })

  it('says what it would change, and saves nothing', async () => {
    const store = await openTestStore()

    const answer = await press(store, 'preview', BOTH)

    expect(answer.status).toBe(200)
    expect(answer.body.preview).toMatchObject({ newlyShort: 0 })
    expect(answer.body.initialValue.rules).toHaveLength(2)
    expect(await saved(store)).toBe(0)
  })

  it('comes back filled in, with each fault at its field', async () => {
    const store = await openTestStore()
    const typed = { ...BOTH, 'rules[0].amount': '100', 'rules[1].amount': 'a lot' }

    const unreadable = await press(store, 'save', typed)
    const lower = await press(store, 'save', { ...TOTAL, 'rules[0].amount': '100' })

    expect(unreadable.status).toBe(422)
    expect(Object.keys(unreadable.error!)).toEqual(['rules[1].amount'])
    expect(lower.error).toEqual({
      'rules[0].amount': [
        '“160 PDPs in five years” may not be lower than the 150 that the state asks for.',
      ],
    })
    expect(await saved(store)).toBe(0)
  })

  it('saves a revision, and says so when somebody else was faster', async () => {
    const store = await openTestStore()

    const first = await press(store, 'save', BOTH)
    const second = await press(store, 'save', TOTAL)

    expect(first.redirect).toBe(paths.renewalPolicy(northside))
    expect(second.status).toBe(409)
    expect(await saved(store)).toBe(1)
    const page = await visit(change, { store, as: rosa, url })
    expect(page.body).toMatchObject({ version: 1, policy: { startsOn: '2027-07-01' } })
    expect(page.body.policy.rules).toHaveLength(2)
  })

  it('is not there for rules that nobody knows, nor for an auditor', async () => {
    const store = await openTestStore()

    const unknown = await visit(change, {
      store,
      as: rosa,
      url: paths.renewalPolicyOf(northside, 'us-xx-none'),
    })
    const auditor = await visit(change, { store, as: ida, url })

    expect([unknown.status, auditor.status]).toEqual([404, 403])
  })
})
