import { expect, test } from 'vitest'
import { newId } from '#db/id'
import { outgoingMail } from '#db/schema'
import { inviteMember } from '~/domain/people/invitations.server'
import { readEnvironment } from '~/http/env.server'
import * as organizations from '~/routes/manage/organizations/index'
import * as organization from '~/routes/manage/organizations/show'
import * as outbox from '~/routes/manage/outbox/outbox'
import * as settings from '~/routes/manage/settings/settings'
import * as yardsticks from '~/routes/manage/settings/yardsticks'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { rosa, ming, ida, schools } = world.northside
const base = '/d/northside/manage'
const SETTINGS = {
  name: 'Northside Schools',
  timeZone: 'America/New_York',
  reviewDays: '21',
  usesMayOverlap: 'no',
  administratorRole: '',
}

test('the settings are saved', async () => {
  const store = await openTestStore()
  const url = `${base}/settings`
  const { schoolYearStartsOn } = (await visit(settings, { store, as: rosa, url })).body

  const answer = await send(settings, {
    store,
    as: rosa,
    url,
    form: { ...SETTINGS, schoolYearStartsOn },
  })

  expect(answer).toRedirectTo(url)
  const shown = await visit(settings, { store, as: rosa, url })
  expect(shown.body.settings).toMatchObject({
    name: 'Northside Schools',
    reviewDays: 21,
    usesMayOverlap: false,
  })
})

test('settings that make no sense are named at their fields', async () => {
  const store = await openTestStore()
  const form = {
    ...SETTINGS,
    name: '',
    timeZone: 'Mars',
    schoolYearStartsOn: '',
    reviewDays: '0',
    usesMayOverlap: '',
  }

  const answer = await send(settings, { store, as: rosa, url: `${base}/settings`, form })

  expect(answer.status).toBe(422)
  expect(Object.keys(answer.error!).toSorted()).toEqual([
    'name',
    'reviewDays',
    'schoolYearStartsOn',
    'timeZone',
    'usesMayOverlap',
  ])
})

test('a yardstick is set in hours as people write them', async () => {
  const store = await openTestStore()
  const form = { hours: '22:30', startsOn: '2027-01-01' }

  const answer = await send(yardsticks, {
    store,
    as: rosa,
    url: `${base}/settings/yardsticks`,
    form,
  })

  expect(answer).toRedirectTo(`${base}/settings`)
  const shown = await visit(settings, { store, as: rosa, url: `${base}/settings` })
  expect(shown.body.yardsticks[0]).toMatchObject({ minutes: 1350, startsOn: '2027-01-01' })
})

test('an organization is changed, and an unknown one is not there', async () => {
  const store = await openTestStore()
  const at = (id: string) => ({
    store,
    as: rosa,
    url: `${base}/organizations/${id}`,
    params: { organization: id },
    form: { name: 'Birchwood School', gradeBand: 'middle' },
  })

  const answer = await send(organization, at(schools.elementary))

  expect(answer).toRedirectTo(`${base}/organizations/${schools.elementary}`)
  expect(await send(organization, at(newId()))).toBeNotFound()
  expect(await visit(organization, at(world.southside.schools.middle))).toBeNotFound()
  const list = await visit(organizations, { store, as: ida, url: `${base}/organizations` })
  expect(list.body.list.rows[1]).toMatchObject({ name: 'Birchwood School', gradeBand: 'middle' })
})

test('the outbox shows an invitation with its link, and whether mail is sent at all', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  const organizationId = schools.middle
  const rae = await administrator.write(make.member, { organizationId, email: 'rae@x.example' })
  await administrator.write(inviteMember, rae.id, 'https://cairn.example')
  const environment = readEnvironment('development', {
    NODE_ENV: 'test',
    SMTP_URL: 'smtp://mail.example',
  })
  const url = `${base}/outbox`

  const unsent = await visit(outbox, { store, as: rosa, url })
  const sending = await visit(outbox, { store, as: rosa, url, context: { environment } })

  expect(await store.read.$count(outgoingMail)).toBe(1)
  expect(unsent.body).toMatchObject({
    sendsMail: false,
    letters: { rows: [{ recipient: 'rae@x.example', state: 'waiting' }] },
  })
  expect(unsent.body.letters.rows[0].link).toMatch(/^https:\/\/cairn\.example\/invitations\//)
  expect(sending.body.sendsMail).toBe(true)
})

test('settings and outbox are for administrators', async () => {
  const store = await openTestStore()

  for (const [route, path] of [
    [settings, 'settings'],
    [yardsticks, 'settings/yardsticks'],
    [outbox, 'outbox'],
  ] as const) {
    expect(await visit(route, { store, as: ming, url: `${base}/${path}` })).toBeForbidden()
  }
})
