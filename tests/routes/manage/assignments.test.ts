import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as fresh from '~/routes/manage/assignments/new'
import * as ending from '~/routes/manage/assignments/ending'
import * as granting from '~/routes/manage/assignments/granting'
import * as reminder from '~/routes/manage/assignments/reminder'
import * as ownPathways from '~/routes/pathways/index'
import * as ownPathway from '~/routes/pathways/show'
import * as show from '~/routes/manage/assignments/show'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ben, ida, ming, assignments, enrollments, organization, pathways, schools } = northside

const params = { pathway: pathways.accessibility }
const url = paths.newAssignment(northside, pathways.accessibility)
const FIRST = 'any[0].all[0]'
const RULE = {
  kind: 'mandated',
  [`${FIRST}.kind`]: 'works',
  [`${FIRST}.organizationId`]: organization,
  [`${FIRST}.roles`]: 'educator',
}
const tried = (rule: Record<string, string>) => `${url}?${new URLSearchParams(rule)}`

describe('the dry run', () => {
  it('begins with an empty form', async () => {
    const store = await openTestStore()

    const { body } = await visit(fresh, { store, as: ming, url, params })

    expect(body).toMatchObject({ run: null, reply: null, form: { pathway: { isPublished: true } } })
    expect(body.form.organizations[0].id).toBe(organization)
  })

  it('says who would be enrolled, and enrolls nobody', async () => {
    const store = await openTestStore()

    const first = await visit(fresh, { store, as: ming, url: tried(RULE), params })
    const second = await visit(fresh, { store, as: ming, url: tried(RULE), params })

    expect(first.body.run.counts.added).toBeGreaterThan(0)
    expect(second.body.run.counts).toEqual(first.body.run.counts)
  })

  it('shows the people of the group that the address names', async () => {
    const store = await openTestStore()

    const { body } = await visit(fresh, {
      store,
      as: ming,
      url: tried({ ...RULE, show: 'kept' }),
      params,
    })

    expect(body.run.shown).toBe('kept')
    expect(body.run.people.total).toBe(body.run.counts.kept)
  })

  it.each([
    ['no school', { [`${FIRST}.organizationId`]: '' }, `${FIRST}.organizationId`],
    [
      'a day that is none',
      { 'any[0].all[1].kind': 'hired', 'any[0].all[1].from': 'June' },
      'any[0].all[1].from',
    ],
    ['a due day without the day', { due: 'day' }, 'dueOn'],
    ['due days without a number', { due: 'assignment' }, 'dueDays'],
  ])('says what is not right: %s', async (_, given, field) => {
    const store = await openTestStore()

    const { body } = await visit(fresh, {
      store,
      as: ming,
      url: tried({ ...RULE, ...given }),
      params,
    })

    expect(Object.keys(body.reply.error)).toEqual([field])
    expect(body.run).toBe(null)
  })

  it.each([
    ['add.0', { 'adding[0]': 'license' }, [['works', 'license']]],
    ['or.0', {}, [['works'], ['works']]],
    ['remove.0.0', {}, []],
  ])('comes back with %s done, and tries nothing', async (change, given, kinds) => {
    const store = await openTestStore()

    const { body } = await visit(fresh, {
      store,
      as: ming,
      url: tried({ ...RULE, ...given, change }),
      params,
    })

    const blocks = body.values.any as { all: { kind: string }[] }[]
    expect(blocks.map(({ all }) => all.map(({ kind }) => kind))).toEqual(kinds)
    expect(body.run).toBe(null)
  })

  it('leaves somebody out whom the address names', async () => {
    const store = await openTestStore()
    const all = await visit(fresh, { store, as: ming, url: tried(RULE), params })
    const [person] = all.body.run.people.rows

    const { body } = await visit(fresh, {
      store,
      as: ming,
      url: tried({ ...RULE, except: person.text }),
      params,
    })

    expect(body.run.counts.added).toBe(all.body.run.counts.added - 1)
    expect(body.run.people.rows).not.toContainEqual(expect.objectContaining({ id: person.id }))
  })

  it('does not know the school of another district', async () => {
    const store = await openTestStore()
    const theirs = { ...RULE, [`${FIRST}.organizationId`]: southside.schools.middle }

    const answer = await visit(fresh, { store, as: ming, url: tried(theirs), params })

    expect(answer.status).toBe(404)
  })
})

describe('assigning', () => {
  it('enrolls those whom the dry run named', async () => {
    const store = await openTestStore()
    const { body } = await visit(fresh, { store, as: ming, url: tried(RULE), params })

    const answer = await send(fresh, { store, as: ming, url: tried(RULE), params, form: RULE })

    expect(answer).toRedirectTo(/\/manage\/assignments\/[0-9a-z]{7,13}$/)
    const id = answer.redirect!.split('/').at(-1)!
    const page = await visit(show, {
      store,
      as: ming,
      url: answer.redirect!,
      params: { assignment: id },
    })
    expect(page.body.counts.assigned).toBeGreaterThanOrEqual(body.run.counts.added)
  })

  it('refuses a due date that has passed, and the same assignment twice', async () => {
    const store = await openTestStore()
    const late = { ...RULE, due: 'day', dueOn: '2026-01-01' }

    const passed = await send(fresh, { store, as: ming, url, params, form: late })
    await send(fresh, { store, as: ming, url, params, form: RULE })
    const twice = await send(fresh, { store, as: ming, url, params, form: RULE })

    await expect(Promise.resolve(passed)).toHaveFieldError('dueOn')
    expect(twice.status).toBe(409)
  })

  it('is for coordinators: not for educators, auditors or another district', async () => {
    const store = await openTestStore()

    const educator = await send(fresh, { store, as: ana, url, params, form: RULE })
    const auditor = await visit(fresh, { store, as: ida, url, params })
    const stranger = await send(fresh, {
      store,
      as: southside.ming,
      url: paths.newAssignment(southside, pathways.accessibility),
      params,
      form: { ...RULE, [`${FIRST}.organizationId`]: southside.organization },
    })

    expect([educator.status, auditor.status, stranger.status]).toEqual([403, 403, 404])
  })
})

describe('one assignment', () => {
  const at = {
    url: paths.assignment(northside, assignments.mandated),
    params: { assignment: assignments.mandated },
  }

  it('shows how far its people are', async () => {
    const store = await openTestStore()

    const { body } = await visit(show, { store, as: ming, ...at })

    expect(body.assignment).toMatchObject({ kind: 'mandated', graceDays: 7 })
    expect(body.schools.map(({ id }: { id: string }) => id)).toContain(schools.middle)
  })

  it('ends, and takes the pathway back when asked to', async () => {
    const store = await openTestStore()

    const before = await visit(ending, { store, as: ming, ...at })
    const ended = await send(ending, { store, as: ming, ...at, form: { takeBack: 'on' } })
    const again = await send(ending, { store, as: ming, ...at })
    const { body } = await visit(show, { store, as: ming, ...at })

    expect(before.body.run.counts.removed).toBe(before.body.run.people.total)
    expect(ended).toRedirectTo(at.url)
    expect(again.status).toBe(409)
    expect(body.assignment).toMatchObject({ open: 0, endedOn: '2026-11-20' })
    expect(body.can.end).toBe(false)
  })

  it('of another district is not there', async () => {
    const store = await openTestStore()
    const theirs = { ...at, url: paths.assignment(southside, assignments.mandated) }

    const seen = await visit(show, { store, as: southside.ming, ...theirs })
    const ended = await send(ending, { store, as: southside.ming, ...theirs })

    expect([seen.status, ended.status]).toEqual([404, 404])
  })
})

describe('more time for somebody', () => {
  const params = { enrollment: enrollments.notEngaged }
  const url = paths.enrollmentGranting(northside, enrollments.notEngaged)
  const form = { kind: 'extension', until: '2027-12-01', reason: 'He was away for a month.' }

  it('is granted with the reason, which the educator reads on the pathway', async () => {
    const store = await openTestStore()
    const before = await visit(granting, { store, as: ming, url, params })

    const answer = await send(granting, { store, as: ming, url, params, form })

    const own = await visit(ownPathway, {
      store,
      as: ben,
      url: paths.enrollment(northside, enrollments.notEngaged),
      params,
    })
    expect(before.body).toMatchObject({ enrollment: { name: ben.name }, requests: [] })
    expect(answer).toRedirectTo(paths.assignment(northside, before.body.enrollment.assignmentId))
    expect(own.body.enrollment.dueOn).toBe('2027-12-01')
    expect(own.body.requests).toMatchObject([
      { status: 'approved', reason: form.reason, decidedBy: ming.name },
    ])
  })

  it('lets somebody off, and says so where their pathways stand', async () => {
    const store = await openTestStore()
    const waiver = { kind: 'waiver', reason: 'He teaches it himself.' }

    await send(granting, { store, as: ming, url, params, form: waiver })

    const { body } = await visit(ownPathways, {
      store,
      as: ben,
      url: paths.enrollments(northside),
    })
    const again = await visit(granting, { store, as: ming, url, params })
    expect(body.waived).toMatchObject([{ reason: waiver.reason, decidedBy: ming.name }])
    expect(again.status).toBe(404)
  })

  it('needs a later day and a reason, and a coordinator of the district', async () => {
    const store = await openTestStore()
    const early = { ...form, until: '2026-01-01' }

    const tooEarly = await send(granting, { store, as: ming, url, params, form: early })
    const silent = await send(granting, {
      store,
      as: ming,
      url,
      params,
      form: { ...form, reason: '' },
    })
    const educator = await send(granting, { store, as: ana, url, params, form })
    const stranger = await visit(granting, {
      store,
      as: southside.ming,
      url: paths.enrollmentGranting(southside, enrollments.notEngaged),
      params,
    })

    await expect(Promise.resolve(tooEarly)).toHaveFieldError('until')
    await expect(Promise.resolve(silent)).toHaveFieldError('reason')
    expect([educator.status, stranger.status]).toEqual([403, 404])
  })
})

describe('a reminder', () => {
  const params = { assignment: assignments.mandated }
  const url = paths.assignmentReminder(northside, assignments.mandated)

  it('shows the letter with the sentence that is to stand in it, for the people of the filter', async () => {
    const store = await openTestStore()
    const query = new URLSearchParams({ state: 'not_started', note: 'Come on Friday.' })

    const all = await visit(reminder, { store, as: ming, url, params })
    const some = await visit(reminder, { store, as: ming, url: `${url}?${query}`, params })

    expect(some.body.preview.letter.text).toContain('Come on Friday.')
    expect(some.body.preview.counts.completed).toBe(0)
    expect(all.body.preview.counts.completed).toBeGreaterThan(0)
  })

  it('leaves once, and says why it does not the second time', async () => {
    const store = await openTestStore()
    const { body } = await visit(reminder, { store, as: ming, url, params })
    const form = { note: '', expected: String(body.preview.counts.written) }

    const first = await send(reminder, { store, as: ming, url, params, form })
    const second = await send(reminder, { store, as: ming, url, params, form })

    expect(first.redirect).toBe(paths.assignment(northside, assignments.mandated))
    expect(second.status).toBe(422)
    expect(second.error).toEqual({ '': [expect.stringContaining('Nobody would get a letter')] })
  })

  it('keeps the sentence when the list has changed meanwhile', async () => {
    const store = await openTestStore()
    const form = { note: 'Come on Friday.', expected: '100000' }

    const { status, body } = await send(reminder, { store, as: ming, url, params, form })

    expect(status).toBe(409)
    expect(body.initialValue.note).toBe('Come on Friday.')
  })
})
