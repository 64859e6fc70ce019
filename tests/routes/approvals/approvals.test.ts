import * as queue from '~/routes/approvals/queue'
import * as show from '~/routes/approvals/show'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, ben, dev, mara, submissions } = world.northside
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
  expect(answer.redirect).toMatch(/^\/d\/northside\/approvals\/[0-9a-z]{26}$/)
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

test('the queue is for reviewers, and each sees only their own school', async () => {
  const store = await openTestStore()

  expect(await visit(queue, { store, as: ben, url })).toBeForbidden()
  expect(await visit(show, { store, as: dev, ...at(submissions.waiting) })).toBeNotFound()
  expect(
    await visit(show, { store, as: ana, ...at(world.southside.submissions.waiting) }),
  ).toBeNotFound()
})
