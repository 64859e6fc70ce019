import { takeNotice } from '~/http/flash.server'
import * as first from '~/routes/approvals/first'
import * as queue from '~/routes/approvals/queue'
import * as reopening from '~/routes/approvals/reopening'
import * as show from '~/routes/approvals/show'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, ben, dev, mara, rosa, submissions } = world.northside
const url = '/d/northside/approvals'
const at = (submission: string) => ({
  url: `${url}/${submission}`,
  params: { submission },
})

test('an approval leads to the next that waits', async () => {
  const store = await openTestStore()

  const answer = await send(show, {
    store,
    as: mara,
    ...at(submissions.waiting),
    form: { decision: 'approved' },
  })

  expect(answer.status).toBe(302)
  expect(answer.redirect).toMatch(/^\/d\/northside\/approvals\/[0-9a-z]{7,13}$/)
  expect(answer.redirect).not.toContain(submissions.waiting)
})

test('a return without a reason comes back with what was asked', async () => {
  const store = await openTestStore()

  const answer = await send(show, {
    store,
    as: mara,
    ...at(submissions.waiting),
    form: { decision: 'returned', reason: '' },
  })

  expect(answer.status).toBe(422)
  expect(answer).toHaveFieldError('reason')
})

test('several are approved at once from the list', async () => {
  const store = await openTestStore()
  const before = await visit(queue, { store, as: mara, url })
  const chosen = before.body.rows.slice(0, 2).map(({ id }: { id: string }) => id)

  const answer = await send(queue, {
    store,
    as: mara,
    url,
    form: { submissions: chosen, decision: 'approved' },
  })

  const after = await visit(queue, { store, as: mara, url })
  expect(answer).toRedirectTo(url)
  expect(after.body.total).toBe(before.body.total - 2)
})

test('choosing none says so', async () => {
  const store = await openTestStore()

  const answer = await send(queue, { store, as: mara, url, form: { decision: 'approved' } })

  expect(answer).toHaveFieldError('submissions', 'Choose at least one.')
})

test('what was decided meanwhile is a conflict, not an error', async () => {
  const store = await openTestStore()
  const decide = () =>
    send(show, { store, as: mara, ...at(submissions.waiting), form: { decision: 'approved' } })
  await decide()

  const again = await decide()

  expect(again.status).toBe(409)
})

test('an approval says where it can be taken back', async () => {
  const store = await openTestStore()

  const answer = await send(show, {
    store,
    as: mara,
    ...at(submissions.waiting),
    form: { decision: 'approved' },
  })

  const Cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!
  const { notice } = await takeNotice(new Request('http://localhost', { headers: { Cookie } }))
  expect(notice).toMatchObject({
    link: { href: `${url}/${submissions.waiting}/reopening`, label: 'Take it back' },
  })
})

test('a decision that is taken back leads to its page, where it can be decided anew', async () => {
  const store = await openTestStore()
  const page = { store, as: mara, ...at(submissions.approved) }
  const before = await visit(reopening, page)

  const answer = await send(reopening, { ...page, form: { reason: 'I meant the one below it.' } })

  const after = await visit(show, page)
  expect(before.body.can).toEqual({ decide: false, reopen: true })
  expect(answer).toRedirectTo(`${url}/${submissions.approved}`)
  expect(after.body.can).toEqual({ decide: true, reopen: false })
})

test('a decision is not taken back without a reason', async () => {
  const store = await openTestStore()

  const answer = await send(reopening, {
    store,
    as: mara,
    ...at(submissions.approved),
    form: { reason: '  ' },
  })

  expect(answer.status).toBe(422)
  expect(answer).toHaveFieldError('reason', 'Say why you take the decision back.')
})

test('a decision that was taken back meanwhile is a conflict, with the reason kept', async () => {
  const store = await openTestStore()
  const page = { store, as: mara, ...at(submissions.approved) }
  const reason = 'I meant the one below it.'
  await send(reopening, { ...page, form: { reason } })

  const again = await send(reopening, { ...page, form: { reason } })

  expect(again.status).toBe(409)
  expect(again.body.initialValue).toEqual({ reason })
})

test('the queue is for reviewers, and each sees only their own school', async () => {
  const store = await openTestStore()

  expect(await visit(queue, { store, as: ben, url })).toBeForbidden()
  expect(await visit(show, { store, as: dev, ...at(submissions.waiting) })).toBeNotFound()
  expect(
    await visit(show, { store, as: ana, ...at(world.southside.submissions.waiting) }),
  ).toBeNotFound()
})

test('the queue of one school stays that of the school while one pages and decides', async () => {
  const store = await openTestStore()
  const { elementary, middle } = world.northside.schools
  const query = `?whose=all&organization=${middle}`
  const at = { store, as: rosa }

  const before = await visit(queue, { ...at, url: url + query })
  const oldest = await visit(first, { ...at, url: url + query })
  const ids: string[] = before.body.rows.map(({ id }: { id: string }) => id)
  const [chosen, next] = ids
  const decided = await send(show, {
    ...at,
    url: `${url}/${chosen}${query}&page=1`,
    params: { submission: chosen! },
    form: { decision: 'returned', reason: 'Where was it?' },
  })
  const several = await send(queue, {
    ...at,
    url: url + query,
    form: { submissions: [next!], decision: 'approved' },
  })

  expect(before.body.places.map(({ id }: { id: string }) => id)).toEqual([elementary, middle])
  expect(before.body.rows.length).toBe(before.body.total)
  expect(oldest.body.submission.id).toBe(chosen)
  expect(
    new Set(before.body.rows.map((row: { organization: string }) => row.organization)),
  ).toEqual(new Set(['Riverbend Middle School']))
  const kept = new URLSearchParams(query).toString()
  expect(ids.slice(1).map((id) => `${url}/${id}?${kept}`)).toContain(decided.redirect)
  expect(several.redirect).toBe(`${url}?${kept}`)
})

test('the oldest of a school stands beside its queue, and nothing where nothing waits there', async () => {
  const store = await openTestStore()
  const { elementary, high } = world.northside.schools
  const ask = (route: typeof queue | typeof first, school: string) =>
    visit(route, { store, as: rosa, url: `${url}?organization=${school}&whose=all` })

  const [list, oldest] = [await ask(queue, elementary), await ask(first, elementary)]
  const [empty, none] = [await ask(queue, high), await ask(first, high)]

  expect(oldest.body.submission.id).toBe(list.body.rows[0].id)
  expect(empty.body).toMatchObject({ total: 0, organizationId: high })
  expect(none.body).toBeNull()
})

test('the queue of a school of another district is empty', async () => {
  const store = await openTestStore()
  const theirs = world.southside.schools.middle

  const { body } = await visit(queue, {
    store,
    as: rosa,
    url: `${url}?organization=${theirs}&whose=all`,
  })

  expect(body).toMatchObject({ total: 0, inAll: 0 })
  expect(body.places.map(({ id }: { id: string }) => id)).not.toContain(theirs)
})
