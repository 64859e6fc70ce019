import { describe, expect, it } from 'vitest'
import { listListViews } from '~/domain/record/record.server'
import { paths } from '~/http/paths'
import * as editing from '~/routes/manage/mandates/edit'
import * as ending from '~/routes/manage/mandates/ending'
import * as fresh from '~/routes/manage/mandates/new'
import * as list from '~/routes/manage/mandates/index'
import * as newTopic from '~/routes/manage/mandates/new-topic'
import * as peopleCsv from '~/routes/manage/mandates/people-csv'
import * as show from '~/routes/manage/mandates/show'
import * as switchingOn from '~/routes/manage/mandates/switching-on'
import * as templates from '~/routes/manage/mandates/templates'
import * as topic from '~/routes/manage/mandates/topic'
import * as topicRemoval from '~/routes/manage/mandates/topic-removal'
import * as training from '~/routes/training/index'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { type Form, send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ida, ming, courses, schools } = northside

const FIRST = 'any[0].all[0]'
const FORM = {
  title: 'Safe classrooms',
  every: '12',
  startsOn: '2026-11-01',
  firstDueOn: '2026-12-15',
  graceDays: '0',
  [`${FIRST}.kind`]: 'works',
  [`${FIRST}.organizationId`]: schools.middle,
  [`${FIRST}.roles`]: 'educator',
}
const COURSE = { kind: 'course', courseId: courses.coding }
const base = paths.newMandate(northside)
const idIn = (redirect: string | null) => /[0-9a-z]{7,13}$/.exec(redirect ?? '')![0]

/** A training that Ming has prepared, with or without what is to be taken. */
async function prepared(topics: Form[] = [COURSE]) {
  const store = await openTestStore()
  const begun = await send(fresh, { store, as: ming, url: base, form: FORM })
  const mandate = idIn(begun.redirect)
  const params = { mandate }
  for (const form of topics) {
    const url = paths.mandateTopics(northside, mandate)
    await send(newTopic, { store, as: ming, url, params, form })
  }
  return { store, mandate, params, page: paths.mandate(northside, mandate) }
}

const shown = async (store: TestStore, url: string, params: { mandate: string }) =>
  (await visit(show, { store, as: ming, url, params })).body

async function switchedOn() {
  const given = await prepared()
  const url = paths.mandateSwitchingOn(northside, given.mandate)
  const answer = await send(switchingOn, { ...given, as: ming, url })
  return { ...given, answer }
}

describe('preparing a required training', () => {
  it('begins with an empty form, or with what a state requires', async () => {
    const store = await openTestStore()

    const empty = await visit(fresh, { store, as: ming, url: base })
    const url = paths.newMandate(northside, 'us-ma-civil-rights')
    const { body } = await visit(fresh, { store, as: ming, url })
    const unknown = await visit(fresh, { store, as: ming, url: `${base}?template=nothing` })

    expect([empty.body.template, unknown.body.template]).toEqual([null, null])
    expect(body.template).toMatchObject({ id: 'us-ma-civil-rights', jurisdiction: 'US-MA' })
    expect(body.values.title).toBe(body.template.title)
  })

  it('shows the templates of the own state, or of the one that the address names', async () => {
    const store = await openTestStore()
    const url = paths.mandateTemplates(northside)
    const stateAt = async (query: string) =>
      (await visit(templates, { store, as: ming, url: `${url}${query}` })).body.state

    expect(await stateAt('')).toBe('US-MA')
    expect(await stateAt('?state=US-TX')).toBe('US-TX')
    expect(await stateAt('?state=all')).toBe('all')
    expect(await stateAt('?state=nowhere')).toBe('US-MA')
  })

  it('leads to its page, and says what is wrong at the fields', async () => {
    const store = await openTestStore()
    const wrong = { ...FORM, title: ' ', every: 'never', firstDueOn: '2026-10-01' }

    const begun = await send(fresh, { store, as: ming, url: base, form: FORM })
    const refused = await send(fresh, { store, as: ming, url: base, form: wrong })

    expect(begun).toRedirectTo(/\/manage\/mandates\/[0-9a-z]{7,13}$/)
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.error!)).toEqual(expect.arrayContaining(['title', 'every']))
  })

  it('keeps which proof it needs, and refuses one that there is not', async () => {
    const store = await openTestStore()
    const save = (proof: string) =>
      send(fresh, { store, as: ming, url: base, form: { ...FORM, proof } })

    const begun = await save('document')
    const refused = await save('stamp')

    const mandate = idIn(begun.redirect)
    const params = { mandate }
    const url = paths.editMandate(northside, mandate)
    const { body } = await visit(editing, { store, as: ming, url, params })
    expect(body.values.proof).toBe('document')
    expect((await shown(store, paths.mandate(northside, mandate), params)).mandate.proof).toBe(
      'document',
    )
    expect(Object.keys(refused.error!)).toEqual(['proof'])
  })

  it('adds another condition to the audience, and keeps what was typed', async () => {
    const store = await openTestStore()
    const query = new URLSearchParams({ ...FORM, 'adding[0]': 'hired', change: 'add.0' })

    const { body } = await visit(fresh, { store, as: ming, url: `${base}?${query}` })

    expect(body.values.title).toBe('Safe classrooms')
    expect(body.values.any[0].all.map(({ kind }: { kind: string }) => kind)).toEqual([
      'works',
      'hired',
    ])
  })
})

describe('a required training that is prepared', () => {
  it('has its words and topics changed, and a topic taken out', async () => {
    const { store, mandate, params, page } = await prepared([COURSE, COURSE])
    const [first, second] = (await shown(store, page, params)).topics
    const of = (path: typeof paths.mandateTopic, { id }: { id: string }) => ({
      url: path(northside, mandate, id),
      params: { ...params, topic: id },
    })

    const saved = await send(editing, {
      store,
      as: ming,
      url: paths.editMandate(northside, mandate),
      params,
      form: { ...FORM, title: 'Safe schools', version: '1' },
    })
    const changed = await send(topic, {
      store,
      as: ming,
      ...of(paths.mandateTopic, first),
      form: { ...COURSE, courseId: courses.media, title: 'Online' },
    })
    const removed = await send(topicRemoval, {
      store,
      as: ming,
      ...of(paths.mandateTopicRemoval, second),
    })

    expect([saved, changed, removed].map(({ redirect }) => redirect)).toEqual([page, page, page])
    const after = await shown(store, page, params)
    expect(after.mandate).toMatchObject({ title: 'Safe schools', status: 'prepared' })
    expect(after.topics.map(({ title }: { title: string }) => title)).toEqual(['Online'])
  })

  it('says who changed it first, and keeps what the other one typed', async () => {
    const { store, mandate, params } = await prepared()
    const url = paths.editMandate(northside, mandate)
    const save = (title: string) =>
      send(editing, { store, as: ming, url, params, form: { ...FORM, title, version: '1' } })
    await save('First')

    const second = await save('Second')

    expect(second.status).toBe(409)
    expect(second.body.initialValue.title).toBe('Second')
  })

  it('is not switched on before it says what is to be taken', async () => {
    const { store, mandate, params } = await prepared([])
    const url = paths.mandateSwitchingOn(northside, mandate)

    const page = await visit(switchingOn, { store, as: ming, url, params })
    const answer = await send(switchingOn, { store, as: ming, url, params })

    expect(page.body.run.hasTopics).toBe(false)
    expect(answer.status).toBe(422)
  })
})

describe('switching a required training on', () => {
  it('shows first whom it would ask, by the group that the address names, and asks nobody', async () => {
    const { store, mandate, params, page } = await prepared()
    const url = paths.mandateSwitchingOn(northside, mandate)

    const due = (await visit(switchingOn, { store, as: ming, url, params })).body
    const met = await visit(switchingOn, { store, as: ming, url: `${url}?show=met`, params })

    expect(due.group).toBe('due')
    expect(due.run.people.total).toBe(due.run.counts.due)
    expect(due.run.counts.due).toBeGreaterThan(0)
    expect([met.body.group, met.body.run.people.total]).toEqual(['met', due.run.counts.met])
    expect((await shown(store, page, params)).counts.asked).toBe(0)
  })

  it('asks everybody it is for, who read of it with the day it is due', async () => {
    const { store, params, page, answer } = await switchedOn()

    const { mandate, counts, asked } = await shown(store, page, params)
    const mine = await visit(training, { store, as: ana, url: paths.training(northside) })

    expect(answer).toRedirectTo(page)
    expect(mandate.status).toBe('on')
    expect(asked.people.total).toBe(counts.asked)
    expect(mine.body.open).toMatchObject([{ title: 'Safe classrooms', dueOn: '2026-12-15' }])
  })

  it('is done once, and leads to its page from then on', async () => {
    const { store, mandate, params, page } = await switchedOn()
    const url = paths.mandateSwitchingOn(northside, mandate)

    const again = await send(switchingOn, { store, as: ming, url, params })
    const opened = await visit(switchingOn, { store, as: ming, url, params })

    expect(again.status).toBe(409)
    expect(opened).toRedirectTo(page)
  })
})

describe('the people of a required training', () => {
  it('are narrowed by the address, the same on the page and in the file', async () => {
    const { store, mandate, params, page } = await switchedOn()
    const csvAt = async (query: string) => {
      const url = `${paths.mandatePeopleCsv(northside, mandate)}${query}`
      return (await visit(peopleCsv, { store, as: ida, url, params })).body as string
    }
    const rows = (csv: string) => csv.trim().split('\n').length - 1
    const here = `?organization=${schools.middle}`
    const elsewhere = `?organization=${schools.elementary}`

    const all = await shown(store, page, params)
    const there = await shown(store, `${page}${elsewhere}`, params)

    expect(rows(await csvAt(''))).toBe(all.asked.people.total)
    expect(rows(await csvAt(here))).toBe(all.asked.people.total)
    expect([rows(await csvAt(elsewhere)), there.asked.people.total]).toEqual([0, 0])
    expect(await csvAt('')).toContain(ana.name.split(' ')[1])
  })

  it('are told of whoever takes the file away', async () => {
    const { store, mandate, params } = await switchedOn()
    const url = paths.mandatePeopleCsv(northside, mandate)
    const owner = await asMember(store, ana)
    const before = await owner.read(listListViews)

    const refused = await visit(peopleCsv, { store, as: ana, url, params })
    await visit(peopleCsv, { store, as: ming, url, params })

    expect(refused.status).toBe(403)
    expect(before).not.toContainEqual(expect.objectContaining({ id: ming.id }))
    expect(await owner.read(listListViews)).toContainEqual(
      expect.objectContaining({ id: ming.id, days: 1 }),
    )
  })
})

describe('ending a required training', () => {
  it('asks nobody any more, and stays on the list', async () => {
    const { store, mandate, params, page } = await switchedOn()
    const url = paths.mandateEnding(northside, mandate)

    const before = await visit(ending, { store, as: ming, url, params })
    const answer = await send(ending, { store, as: ming, url, params })

    expect(before.body.counts.asked).toBeGreaterThan(0)
    expect(answer).toRedirectTo(paths.mandates(northside))
    expect(await shown(store, page, params)).toMatchObject({
      mandate: { status: 'ended' },
      counts: { asked: 0 },
    })
    const { body } = await visit(list, { store, as: ida, url: paths.mandates(northside) })
    expect(body.mandates.map(({ id }: { id: string }) => id)).toContain(mandate)
    const mine = await visit(training, { store, as: ana, url: paths.training(northside) })
    expect(mine.body.open).toEqual([])
  })

  it('is not for who only looks, nor for another district', async () => {
    const { store, mandate, params } = await switchedOn()
    const url = paths.mandateEnding(northside, mandate)
    const abroad = paths.mandateEnding(southside, mandate)

    const auditor = await send(ending, { store, as: ida, url, params })
    const stranger = await send(ending, { store, as: southside.ming, url: abroad, params })

    expect([auditor.status, stranger.status]).toEqual([403, 404])
  })
})
