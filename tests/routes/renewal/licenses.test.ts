import { newId } from '#db/id'
import { recordViews } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as list from '~/routes/renewal/index'
import * as edit from '~/routes/renewal/licenses/edit'
import * as fresh from '~/routes/renewal/licenses/new'
import * as primary from '~/routes/renewal/licenses/primary'
import * as removal from '~/routes/renewal/licenses/removal'
import * as sharing from '~/routes/renewal/sharing'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, cora, mara, rosa, licenses } = northside

const form = (given: Record<string, string | string[]> = {}) => ({
  id: newId(),
  version: '0',
  jurisdiction: 'US-MA',
  kind: 'professional',
  class: '',
  area: 'Physics 8–12',
  number: '',
  issuedOn: '',
  expiresOn: '2029-06-30',
  ...given,
})

const at = (id: string, url = paths.license(northside, id)) => ({ url, params: { license: id } })
const listUrl = paths.renewal(northside)

describe('the list', () => {
  it('has the licenses by state, the primary one first, with their standing and their cycles', async () => {
    const store = await openTestStore()

    const { body } = await visit(list, { store, as: ana, url: listUrl })

    expect(body.shares).toBe(false)
    expect(body.states).toMatchObject([
      {
        name: 'Massachusetts',
        hasRules: true,
        licenses: [
          { title: 'Mathematics 5–8', isPrimary: true, standing: { state: 'active' } },
          { title: 'Moderate Disabilities 5–8', isPrimary: false },
        ],
        cycle: { id: northside.cycles.open, lastDayToEarn: '2028-07-14' },
        closed: [{ id: northside.cycles.closed }],
      },
    ])
    expect(JSON.stringify(body)).not.toContain('482913')
  })

  it('is empty for somebody without any', async () => {
    const store = await openTestStore()

    const { body } = await visit(list, { store, as: cora, url: listUrl })

    expect(body.states).toEqual([])
  })

  it('says in words where those of the others stand', async () => {
    const store = await openTestStore()
    const standings = []

    for (const person of [northside.ben, northside.nora, northside.omar]) {
      const { body } = await visit(list, { store, as: person, url: listUrl })
      standings.push(body.states[0].licenses[0].standing)
    }

    expect(standings).toEqual([
      { state: 'soon', on: '2027-03-20', months: 4 },
      { state: 'extended', on: '2027-10-01', months: null },
      { state: 'active', on: '2028-06-30', months: null },
    ])
  })
})

describe('adding a license', () => {
  const url = paths.newLicense(northside)

  it('asks for the state first, with the district’s own at hand', async () => {
    const store = await openTestStore()

    const { body } = await visit(fresh, { store, as: cora, url })

    expect(body).toMatchObject({ state: null, likely: 'US-MA', choices: null })
    expect(body.states.withRules).toContainEqual({ code: 'US-NC', label: 'North Carolina' })
    expect(body.states.others).toContainEqual({ code: 'US-NV', label: 'Nevada' })
  })

  it('then offers the kinds and classes of that state', async () => {
    const store = await openTestStore()

    const { body } = await visit(fresh, { store, as: cora, url: `${url}?state=US-NC` })

    expect(body.state).toEqual({ code: 'US-NC', name: 'North Carolina' })
    expect(body.choices.kinds[0]).toEqual({
      code: 'continuing_professional',
      label: 'Continuing Professional',
    })
    expect(body.choices.classes.length).toBeGreaterThan(1)
  })

  it('offers words where there are no rules, and asks again for a state that is none', async () => {
    const store = await openTestStore()

    const nevada = await visit(fresh, { store, as: cora, url: `${url}?state=US-NV` })
    const bavaria = await visit(fresh, { store, as: cora, url: `${url}?state=DE-BY` })

    expect(nevada.body).toMatchObject({ state: { name: 'Nevada' }, choices: null })
    expect(bavaria.body.state).toBeNull()
  })

  it('saves it and says that its cycle is open', async () => {
    const store = await openTestStore()

    const answer = await send(fresh, { store, as: cora, url, form: form() })

    expect(answer.redirect).toBe(listUrl)
    const { body } = await visit(list, { store, as: cora, url: listUrl })
    expect(body.states[0]).toMatchObject({ cycle: { startsOn: '2024-07-01' } })
  })

  it.each([
    ['jurisdiction', { jurisdiction: 'DE-BY' }],
    ['kind', { kind: '' }],
    ['kind', { kind: 'apprentice' }],
    ['expiresOn', { expiresOn: '30.6.2029' }],
    ['issuedOn', { issuedOn: '2027-01-01' }],
  ])('comes back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()
    const fields = form(given)

    const answer = await send(fresh, { store, as: cora, url, form: fields })

    expect(answer.status).toBe(422)
    expect(answer).toHaveFieldError(field)
    expect(answer.body.initialValue.area).toBe(fields.area)
  })

  it('leads to the one that is there already', async () => {
    const store = await openTestStore()

    const answer = await send(fresh, {
      store,
      as: ana,
      url,
      form: form({ area: 'Mathematics 5–8' }),
    })

    expect(answer.status).toBe(422)
    expect(answer.body.existingId).toBe(licenses.primary)
  })
})

describe('one license', () => {
  it('can be changed by its educator, with one endorsement or several', async () => {
    const store = await openTestStore()
    const fields = form({ version: '1', area: 'Algebra', number: '99' })

    const answer = await send(edit, { store, as: ana, ...at(licenses.primary), form: fields })

    expect(answer.redirect).toBe(listUrl)
    const { body } = await visit(edit, { store, as: ana, ...at(licenses.primary) })
    expect(body.license).toMatchObject({ area: 'Algebra', number: '99', version: 2 })
  })

  it('notes for its educator that an administrator opened it', async () => {
    const store = await openTestStore()
    const before = await store.read.$count(recordViews)

    const answer = await visit(edit, { store, as: rosa, ...at(licenses.primary) })

    expect(answer.body).toMatchObject({ isOwn: false, license: { number: '482913' } })
    expect(await store.read.$count(recordViews)).toBe(before + 1)
  })

  it('becomes the primary one, and can be removed', async () => {
    const store = await openTestStore()
    const { additional } = licenses

    const made = await send(primary, {
      store,
      as: ana,
      ...at(additional, paths.licensePrimary(northside, additional)),
    })
    const removed = await send(removal, {
      store,
      as: ana,
      ...at(additional, paths.licenseRemoval(northside, additional)),
    })

    expect(made.redirect).toBe(paths.license(northside, additional))
    expect(removed.redirect).toBe(listUrl)
    const { body } = await visit(list, { store, as: ana, url: listUrl })
    expect(body.states[0].licenses).toMatchObject([{ id: licenses.primary, isPrimary: true }])
  })

  it('is nothing to a principal', async () => {
    const store = await openTestStore()

    const answer = await visit(edit, { store, as: mara, ...at(licenses.primary) })

    expect(answer.status).toBe(404)
  })
})

it('what the principal may see is switched on and off', async () => {
  const store = await openTestStore()
  const url = paths.renewalSharing(northside)
  const shares = async () => (await visit(list, { store, as: ana, url: listUrl })).body.shares

  await send(sharing, { store, as: ana, url, form: { shares: 'on' } })
  const on = await shares()
  await send(sharing, { store, as: ana, url, form: {} })

  expect([on, await shares()]).toEqual([true, false])
})
