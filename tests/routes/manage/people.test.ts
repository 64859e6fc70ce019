import { describe, expect, test } from 'vitest'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations } from '#db/schema'
import * as edit from '~/routes/manage/people/edit'
import * as ending from '~/routes/manage/people/ending'
import * as list from '~/routes/manage/people/index'
import * as invitation from '~/routes/manage/people/invitation'
import * as add from '~/routes/manage/people/new'
import * as newAffiliation from '~/routes/manage/people/new-affiliation'
import * as show from '~/routes/manage/people/show'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, ben, rosa, ming, mara, schools } = world.northside
const base = '/d/northside/manage/people'

const someone = () => ({
  id: newId(),
  givenName: 'Hana',
  familyName: 'Hill',
  email: 'Hana.Hill@northside.example ',
  organizationId: schools.middle,
  role: 'educator',
  startedOn: '2026-11-20',
})

test('the list reads its filters from the address, and leaves out what makes no sense', async () => {
  const store = await openTestStore()
  const url = `${base}?q=brooks&role=educator&state=anything&sort=-name&page=x`

  const answer = await visit(list, { store, as: rosa, url })

  expect(answer.body.filter).toEqual({
    text: 'brooks',
    role: 'educator',
    organizationId: undefined,
    state: undefined,
    sort: '-name',
    page: 1,
  })
  expect(answer.body.list.rows).toMatchObject([{ id: ben.id }])
})

test('the list is for the district office; a coordinator may look and not add', async () => {
  const store = await openTestStore()

  expect(await visit(list, { store, as: mara, url: base })).toBeForbidden()
  const seen = await visit(list, { store, as: ming, url: base })
  expect(seen.body.mayAdd).toBe(false)
  expect(await visit(add, { store, as: ming, url: `${base}/new` })).toBeForbidden()
})

describe('adding somebody', () => {
  test('leads to their page', async () => {
    const store = await openTestStore()
    const form = someone()

    const answer = await send(add, { store, as: rosa, url: `${base}/new`, form })

    expect(answer).toRedirectTo(`${base}/${form.id}`)
    const shown = await page(store, form.id)
    expect(shown.body).toMatchObject({ name: 'Hana Hill', email: 'hana.hill@northside.example' })
  })

  test('names what is missing at its field, and gives everything back', async () => {
    const store = await openTestStore()
    const form = { ...someone(), familyName: '', role: 'king', email: 'nowhere' }

    const answer = await send(add, { store, as: rosa, url: `${base}/new`, form })

    expect(answer.status).toBe(422)
    expect(Object.keys(answer.error!).toSorted()).toEqual(['email', 'familyName', 'role'])
    expect(answer.body.initialValue).toMatchObject({ givenName: 'Hana', email: 'nowhere' })
  })

  test('names who has the address already', async () => {
    const store = await openTestStore()
    const form = { ...someone(), email: ana.email }

    const answer = await send(add, { store, as: rosa, url: `${base}/new`, form })

    expect(answer).toHaveFieldError('email', /has this address already/)
    expect(answer.body.existingId).toBe(ana.id)
  })
})

test('editing saves and comes back', async () => {
  const store = await openTestStore()
  const form = { givenName: 'Anna', familyName: 'Álvarez', email: ana.email, hiredOn: '' }

  const answer = await send(edit, { ...at(store, 'edit'), form })

  expect(answer).toRedirectTo(`${base}/${ana.id}`)
  expect((await page(store, ana.id)).body).toMatchObject({ name: 'Anna Álvarez', hiredOn: null })
})

test('an affiliation is started, and refused where there is one', async () => {
  const store = await openTestStore()
  const form = {
    id: newId(),
    organizationId: schools.elementary,
    role: 'educator',
    startedOn: '2026-12-01',
  }

  const started = await send(newAffiliation, { ...at(store, 'affiliations'), form })
  const again = await send(newAffiliation, {
    ...at(store, 'affiliations'),
    form: { ...form, id: newId() },
  })

  expect(started).toRedirectTo(`${base}/${ana.id}`)
  expect(again.status).toBe(422)
  expect(again).toHaveFieldError('startedOn')
})

test('an affiliation is ended on a day', async () => {
  const store = await openTestStore()
  const [row] = await store.read
    .select()
    .from(affiliations)
    .where(eq(affiliations.memberId, ana.id))
  const given = at(store, `affiliations/${row!.id}/ending`, { affiliation: row!.id })

  const opened = await visit(ending, given)
  const refused = await send(ending, { ...given, form: { endedOn: 'soon' } })
  const ended = await send(ending, { ...given, form: { endedOn: '2026-11-30' } })

  expect(opened.body).toMatchObject({ name: ana.name, role: 'educator' })
  expect(refused).toHaveFieldError('endedOn')
  expect(ended).toRedirectTo(`${base}/${ana.id}`)
})

describe('an invitation', () => {
  test('is sent, and its link is shown to who sent it', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    const organizationId = schools.middle
    const rae = await administrator.write(make.member, { organizationId, email: 'rae@x.example' })
    const given = {
      store,
      as: rosa,
      url: `${base}/${rae.id}/invitation`,
      params: { person: rae.id },
    }

    const opened = await visit(invitation, given)
    const sent = await send(invitation, given)
    const again = await visit(invitation, given)

    expect(opened.body).toMatchObject({ name: 'Rae Rivers', invitedAt: null })
    expect(sent.body.link).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{20,}$/)
    expect(again.body.invitedAt).not.toBeNull()
  })

  test('to who has joined already is refused', async () => {
    const store = await openTestStore()

    const answer = await send(invitation, at(store, 'invitation'))

    expect(answer.status).toBe(422)
    expect(answer).toHaveFieldError('', /has joined already/)
  })
})

test.each([
  [show, ''],
  [edit, '/edit'],
  [invitation, '/invitation'],
  [newAffiliation, '/affiliations'],
])('somebody of the other district is not there: %#', async (route, suffix) => {
  const store = await openTestStore()
  const { id } = world.southside.ana
  const given = { store, as: rosa, url: `${base}/${id}${suffix}`, params: { person: id } }

  expect(await visit(route, given)).toBeNotFound()
})

const page = (store: TestStore, id: string) =>
  visit(show, { store, as: rosa, url: `${base}/${id}`, params: { person: id } })

/** A page about Ana, for the administrator. */
const at = (store: TestStore, path: string, params = {}) => ({
  store,
  as: rosa,
  url: `${base}/${ana.id}/${path}`,
  params: { person: ana.id, ...params },
})
