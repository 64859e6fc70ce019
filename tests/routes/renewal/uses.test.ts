import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as csv from '~/routes/renewal/uses/csv'
import * as list from '~/routes/renewal/uses/index'
import * as fresh from '~/routes/renewal/uses/new'
import * as of from '~/routes/renewal/uses/of'
import * as takingBack from '~/routes/renewal/uses/taking-back'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, rosa, uses, activities } = northside
const own = { url: paths.newUse(northside, ana), params: { member: ana.id } }
const form = (given: Record<string, string> = {}) => ({
  purpose: 'stipend',
  year: '2026',
  rows: activities.approved,
  label: 'Summer stipend',
  usedOn: '2026-11-10',
  expiresOn: '2027-06-30',
  ...given,
})

describe('recording a use', () => {
  it('goes back to the page that shows it', async () => {
    const store = await openTestStore()

    const answer = await send(fresh, { store, as: ana, ...own, form: form() })

    expect(answer.redirect).toBe(paths.uses(northside))
    const page = await visit(list, { store, as: ana, url: paths.uses(northside) })
    expect(page.body.uses.rows[0]).toMatchObject({
      label: 'Summer stipend',
      minutes: 180,
      expiresOn: '2027-06-30',
      subject: { id: activities.approved },
    })
  })

  it('uses only the hours that were typed beside a row', async () => {
    const store = await openTestStore()
    const fields = form({ [`hours.${activities.approved}`]: '1:30' })

    await send(fresh, { store, as: rosa, ...own, form: fields })

    const { body } = await visit(of, {
      store,
      as: rosa,
      url: paths.usesOf(northside, ana),
      params: own.params,
    })
    expect(body.uses.rows[0]).toMatchObject({ minutes: 90 })
    expect(body.member).toMatchObject({ isOwn: false, name: ana.name })
  })

  it.each([
    ['rows', { rows: '' }],
    ['label', { label: ' ' }],
    ['usedOn', { usedOn: '2027-01-01' }],
    ['year', { year: '99999' }],
    [`hours.${activities.approved}`, { [`hours.${activities.approved}`]: 'many' }],
  ])('comes back with what was typed when %s is wrong', async (field, given) => {
    const store = await openTestStore()

    const answer = await send(fresh, { store, as: ana, ...own, form: form(given) })

    expect(answer.status).toBe(422)
    expect(Object.keys(answer.error!)).toEqual([field])
  })

  it('offers what is left of the school year that is asked for', async () => {
    const store = await openTestStore()
    const ask = (query: string) =>
      visit(fresh, { store, as: ana, ...own, url: `${own.url}?${query}` })

    const [now, then, odd] = await Promise.all([
      ask('purpose=stipend'),
      ask('year=2024&purpose=stipend'),
      ask('year=1850&purpose=party'),
    ])

    expect(now.body).toMatchObject({ year: 2026, purpose: 'stipend' })
    expect(now.body.rows.map(({ id }: { id: string }) => id)).toContain(activities.approved)
    expect(then.body.rows.map(({ title }: { title: string }) => title)).toEqual([
      'Co-teaching in the mathematics classroom',
      'Universal design for learning, day 1',
      'Number theory for teachers of the middle grades',
    ])
    expect(odd.body).toMatchObject({ year: 2026, purpose: 'pay_lane' })
  })
})

describe('taking a use back', () => {
  const asked = {
    url: paths.takingBackOfUse(northside, ana, uses.payLane),
    params: { member: ana.id, use: uses.payLane },
  }

  it('asks for a reason, and does it once', async () => {
    const store = await openTestStore()
    const because = { reason: 'It was the wrong lane.' }

    const empty = await send(takingBack, { store, as: ana, ...asked, form: { reason: ' ' } })
    const done = await send(takingBack, { store, as: rosa, ...asked, form: because })
    const again = await send(takingBack, { store, as: ana, ...asked, form: because })

    expect(empty.status).toBe(422)
    expect(done.redirect).toBe(paths.usesOf(northside, ana))
    expect(again.status).toBe(409)
  })
})

describe('what was used', () => {
  it('can be narrowed to a purpose, and taken away', async () => {
    const store = await openTestStore()
    const url = `${paths.uses(northside)}?purpose=renewal`

    const page = await visit(list, { store, as: ana, url })
    const file = await visit(csv, {
      store,
      as: ana,
      url: paths.usesCsv(northside, ana),
      params: own.params,
    })

    expect(page.body.uses).toMatchObject({ total: 2, page: 1 })
    expect(file.headers.get('Content-Disposition')).toContain('cairn-hours-used.csv')
  })
})
