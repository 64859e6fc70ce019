import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as draft from '~/routes/manage/pathways/draft'
import * as list from '~/routes/manage/pathways/index'
import * as fresh from '~/routes/manage/pathways/new'
import * as newStep from '~/routes/manage/pathways/new-step'
import * as position from '~/routes/manage/pathways/position'
import * as progress from '~/routes/manage/pathways/progress'
import * as publication from '~/routes/manage/pathways/publication'
import * as removal from '~/routes/manage/pathways/removal'
import * as retirement from '~/routes/manage/pathways/retirement'
import * as show from '~/routes/manage/pathways/show'
import * as step from '~/routes/manage/pathways/step'
import { openTestStore, type TestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ida, ming, courses, pathways, steps } = northside

const DRAFT = { pathway: pathways.draft }
const page = paths.managedPathway(northside, pathways.draft)

const titlesOf = async (store: TestStore) => {
  const { body } = await visit(show, { store, as: ming, url: page, params: DRAFT })
  return body.steps.map(({ title }: { title: string }) => title)
}

describe('the builder', () => {
  it('begins a pathway and leads to its steps', async () => {
    const store = await openTestStore()
    const url = paths.newPathway(northside)

    const answer = await send(fresh, { store, as: ming, url, form: { title: 'Podcasts' } })
    const empty = await send(fresh, {
      store,
      as: ming,
      url,
      form: { title: ' ', validMonths: 'x' },
    })

    expect(answer).toRedirectTo(/\/manage\/pathways\/[0-9a-z]{7,13}$/)
    expect(Object.keys(empty.error!)).toEqual(['title', 'validMonths'])
  })

  it('adds a step in one step, and says what is missing', async () => {
    const store = await openTestStore()
    const to = { url: paths.pathwaySteps(northside, pathways.draft), params: DRAFT }
    const form = { kind: 'course', courseId: courses.coding }

    const added = await send(newStep, { store, as: ming, ...to, form })
    const refused = await send(newStep, { store, as: ming, ...to, form: { kind: 'course' } })

    expect(added).toRedirectTo(new RegExp(`^${page}#step-`))
    await expect(Promise.resolve(refused)).toHaveFieldError('courseId')
    expect(await titlesOf(store)).toHaveLength(3)
  })

  it('moves, changes and removes a step', async () => {
    const store = await openTestStore()
    const of = (path: typeof paths.pathwayStep) => ({
      url: path(northside, pathways.draft, steps.draftMinutes),
      params: { ...DRAFT, step: steps.draftMinutes, part: steps.draftMinutes },
    })
    const before = await titlesOf(store)

    const moved = await send(position, {
      store,
      as: ming,
      ...of(paths.pathwayPartPosition),
      form: { direction: 'up' },
    })
    expect(moved).toRedirectTo(`${page}#step-${steps.draftMinutes}`)
    expect(moved.headers.get('Set-Cookie')).toBeNull()
    expect(await titlesOf(store)).toEqual(before.toReversed())

    const changed = { kind: 'evidence', title: 'A podcast' }
    await send(step, { store, as: ming, ...of(paths.pathwayStep), form: changed })
    expect((await titlesOf(store))[0]).toBe('A podcast')

    const removed = await send(removal, { store, as: ming, ...of(paths.pathwayStepRemoval) })
    expect(removed).toRedirectTo(page)
    expect(removed.headers.get('Set-Cookie')).toContain('notice=')
    expect(await titlesOf(store)).toEqual([before[0]])
  })

  it('tells of a version that was published meanwhile', async () => {
    const store = await openTestStore()
    const params = { pathway: pathways.ai, step: steps.aiCourse }
    const url = paths.pathwayStepRemoval(northside, pathways.ai, steps.aiCourse)

    const answer = await send(removal, { store, as: ming, url, params })

    expect(answer).toRedirectTo(paths.managedPathway(northside, pathways.ai))
    expect(decodeURIComponent(answer.headers.get('Set-Cookie')!)).toContain('notice=')
  })

  it('saves its words, and shows both when two change them', async () => {
    const store = await openTestStore()
    const form = { title: 'Media literacy', version: 1, requiredSteps: 1 }

    const first = await send(show, { store, as: ming, url: page, params: DRAFT, form })
    const second = await send(show, { store, as: ming, url: page, params: DRAFT, form })

    expect(first).toRedirectTo(page)
    expect(second.status).toBe(409)
    expect(second.body.initialValue).toMatchObject({ title: 'Media literacy' })
  })

  it('publishes, begins a new version and throws it away', async () => {
    const store = await openTestStore()
    const to = (url: string) => ({ store, as: ming, url, params: DRAFT })
    const drafts = to(paths.pathwayDraft(northside, pathways.draft))

    const published = await send(
      publication,
      to(paths.pathwayPublication(northside, pathways.draft)),
    )
    await send(draft, { ...drafts, form: { intent: 'start' } })
    const changing = await visit(show, to(page))
    await send(draft, { ...drafts, form: { intent: 'discard' } })
    const settled = await visit(show, to(page))
    const nowhere = await send(draft, { ...drafts, form: { intent: 'elsewhere' } })

    expect(nowhere.status).toBe(422)
    expect(published).toRedirectTo(page)
    expect(changing.body.version).toMatchObject({ number: 2, isDraft: true })
    expect(settled.body.version).toMatchObject({ number: 1, isDraft: false })
  })

  it('retires after asking', async () => {
    const store = await openTestStore()
    const to = {
      store,
      as: ming,
      url: paths.pathwayRetirement(northside, pathways.ai),
      params: { pathway: pathways.ai },
    }

    const asked = await visit(retirement, to)
    const done = await send(retirement, to)
    const again = await send(retirement, to)

    expect(asked.body.pathway.open).toBeGreaterThan(0)
    expect(done).toRedirectTo(paths.managedPathways(northside))
    expect(again.status).toBe(409)
  })
})

describe('who may', () => {
  const PAGES = [
    ['list', list, paths.managedPathways(northside), {}],
    ['builder', show, page, DRAFT],
    ['progress', progress, paths.pathwayProgress(northside, pathways.ai), { pathway: pathways.ai }],
  ] as const

  it.each(PAGES)('an auditor reads the %s, an educator does not', async (_, route, url, params) => {
    const store = await openTestStore()

    const auditor = await visit(route, { store, as: ida, url, params })
    const educator = await visit(route, { store, as: ana, url, params })

    expect([auditor.status, educator.status]).toEqual([200, 403])
  })

  it('a pathway of another district is not there', async () => {
    const store = await openTestStore()
    const params = { pathway: pathways.draft, step: steps.draftCourse }
    const as = southside.ming
    const url = paths.managedPathway(southside, pathways.draft)

    const seen = await visit(show, { store, as, url, params })
    const published = await send(publication, { store, as, url, params })
    const removed = await send(removal, { store, as, url, params })
    const changed = await visit(step, { store, as, url, params })

    expect([seen, published, removed, changed].map(({ status }) => status)).toEqual(
      Array(4).fill(404),
    )
  })
})

describe('progress', () => {
  it('narrows by state and school, in the address', async () => {
    const store = await openTestStore()
    const at = paths.pathwayProgress(northside, pathways.privacy)
    const params = { pathway: pathways.privacy }

    const all = await visit(progress, { store, as: ming, url: at, params })
    const some = await visit(progress, {
      store,
      as: ming,
      url: `${at}?state=completed&organization=${northside.schools.elementary}&sort=-since`,
      params,
    })

    expect(some.body.people.total).toBeLessThan(all.body.people.total)
    expect(some.body.filter).toMatchObject({ state: 'completed', sort: '-since' })
  })
})
