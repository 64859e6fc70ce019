import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as badges from '~/routes/manage/catalog/badges'
import * as courses from '~/routes/manage/catalog/courses'
import * as priorities from '~/routes/manage/catalog/priorities'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ming } = northside

const url = paths.catalog(northside)
const badgeUrl = paths.badgeCatalog(northside)

describe('the catalog of courses', () => {
  it('adds, finds and changes a course', async () => {
    const store = await openTestStore()
    const form = { title: 'Podcasts in class', hours: '1:30', provider: '' }

    const added = await send(courses, { store, as: ming, url, form })
    const found = await visit(courses, { store, as: ming, url: `${url}?text=podcast` })
    const [course] = found.body.courses.rows
    const opened = await visit(courses, { store, as: ming, url: `${url}?edit=${course.id}` })
    const renamed = { ...form, id: course.id, title: 'Podcasting' }
    await send(courses, { store, as: ming, url, form: renamed })

    expect(added).toRedirectTo(url)
    expect(course).toMatchObject({ title: 'Podcasts in class', minutes: 90 })
    expect(opened.body.edited).toMatchObject({ id: course.id })
    const after = await visit(courses, { store, as: ming, url: `${url}?text=podcasting` })
    expect(after.body.courses.total).toBe(1)
  })

  it('comes back filled in when something is not right', async () => {
    const store = await openTestStore()

    const answer = await send(courses, {
      store,
      as: ming,
      url,
      form: { title: '', provider: 'PBS', hours: 'long' },
    })

    expect(Object.keys(answer.error!).sort()).toEqual(['hours', 'title'])
    expect(answer.body.initialValue).toMatchObject({ provider: 'PBS' })
  })

  it('retires a course, but not a step of a pathway', async () => {
    const store = await openTestStore()
    const form = (id: string) => ({ intent: 'retire', id })

    const free = await send(courses, {
      store,
      as: ming,
      url,
      form: form(northside.courses.classroom),
    })
    const used = await send(courses, {
      store,
      as: ming,
      url,
      form: form(northside.courses.privacy),
    })

    expect(free).toRedirectTo(url)
    expect(used.status).toBe(409)
    const retired = await visit(courses, { store, as: ming, url: `${url}?show=retired` })
    expect(retired.body.courses.rows.map(({ id }: { id: string }) => id)).toContain(
      northside.courses.classroom,
    )
  })

  it('is not for educators, nor for another district', async () => {
    const store = await openTestStore()
    const form = { id: northside.courses.coding, title: 'Ours' }

    const seen = await visit(courses, { store, as: ana, url })
    const theirs = await send(courses, {
      store,
      as: southside.ming,
      url: paths.catalog(southside),
      form,
    })

    expect([seen.status, theirs.status]).toEqual([403, 404])
  })
})

describe('the catalog of badges', () => {
  it('adds a badge and retires it', async () => {
    const store = await openTestStore()
    const form = { title: 'Captions', issuer: 'PBS' }

    await send(badges, { store, as: ming, url: badgeUrl, form })
    const found = await visit(badges, { store, as: ming, url: `${badgeUrl}?text=captions` })
    const { id } = found.body.badges.rows[0]
    const retired = await send(badges, {
      store,
      as: ming,
      url: badgeUrl,
      form: { intent: 'retire', id },
    })

    expect(retired).toRedirectTo(badgeUrl)
    const after = await visit(badges, { store, as: ming, url: `${badgeUrl}?text=captions` })
    expect(after.body.badges.total).toBe(0)
  })

  it('asks who issues it', async () => {
    const store = await openTestStore()

    const answer = await send(badges, { store, as: ming, url: badgeUrl, form: { title: 'A' } })

    await expect(Promise.resolve(answer)).toHaveFieldError('issuer')
  })
})

describe('the priorities', () => {
  const priorityUrl = paths.priorities(northside)
  const { ai, feedback } = northside.priorities

  it('are added, changed, moved, retired and used again', async () => {
    const store = await openTestStore()
    const post = (form: Record<string, string>) =>
      send(priorities, { store, as: ming, url: priorityUrl, form })
    const see = async (query = '') =>
      (await visit(priorities, { store, as: ming, url: `${priorityUrl}${query}` })).body

    const added = await post({ name: 'Reading', owner: 'state', fromYear: '2026', untilYear: '' })
    await post({ intent: 'move', id: feedback, to: 'up' })
    await post({ intent: 'retire', id: ai })
    const retired = await see()
    await post({ intent: 'restore', id: ai })

    expect(added).toRedirectTo(priorityUrl)
    const names = (body: typeof retired) =>
      body.priorities.map(({ name }: { name: string }) => name)
    expect(names(retired).slice(1)).toEqual(['Reading', 'Feedback that students use'])
    expect(retired.retired.total).toBe(2)
    expect(names(await see()).at(-1)).toBe('Artificial intelligence with judgment')
    expect((await see(`?edit=${feedback}`)).edited).toMatchObject({ id: feedback })
    expect((await see(`?edit=${northside.priorities.remote}`)).edited).toBeNull()
  })

  it.each([
    ['name', { name: '' }],
    ['owner', { owner: 'school' }],
    ['fromYear', { fromYear: 'soon' }],
    ['untilYear', { untilYear: '2025' }],
  ])('come back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()
    const form = { name: 'Reading', owner: 'state', fromYear: '2026', description: 'By grade 3' }

    const answer = await send(priorities, {
      store,
      as: ming,
      url: priorityUrl,
      form: { ...form, ...given },
    })

    expect(Object.keys(answer.error!)).toEqual([field])
    expect(answer.body.initialValue).toMatchObject({ description: 'By grade 3' })
  })
})
