import * as edit from '~/routes/activities/edit'
import * as page from '~/routes/activities/new'
import * as list from '~/routes/activities/index'
import * as show from '~/routes/activities/show'
import * as evidence from '~/routes/evidence/show'
import { idOfNumber } from '#db/id'
import { eq } from '#db/query.server'
import { activities as activityRows } from '#db/schema'
import { newDraftId } from '~/domain/activities/drafting.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { memoryFiles } from '../../support/files'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, ben, mara, activities } = world.northside
const url = '/d/northside/activities/new'

const typed = () => ({
  id: newDraftId(),
  version: '0',
  title: 'AI literacy webinar',
  kind: 'workshop',
  startedOn: '2026-11-18',
  hours: '1:30',
})

const PDF = new File([Buffer.from('%PDF-1.7 a certificate')], 'certificate.pdf')

test('a new form has an identifier before anything is typed', async () => {
  const store = await openTestStore()

  const answer = await visit(page, { store, as: ana, url })

  expect(answer.status).toBe(302)
  expect(answer.redirect).toMatch(/^\/d\/northside\/activities\/new\?id=[0-9a-z]{13}$/)
})

test('four answers are enough: the activity is sent, and its page says to whom', async () => {
  const store = await openTestStore()
  const form = typed()

  const answer = await send(page, { store, as: ana, url, form: { ...form, then: 'send' } })

  expect(answer).toRedirectTo(`/d/northside/activities/${form.id}`)
  const shown = await visit(show, {
    store,
    as: ana,
    url: answer.redirect!,
    params: { activity: form.id },
  })
  expect(shown.body.activity).toMatchObject({ status: 'submitted', minutes: 90 })
  expect(shown.body.reviewers).toContainEqual({ id: mara.id, name: mara.name })
})

test('what is missing is named at its field, everything typed comes back, and the draft is kept', async () => {
  const store = await openTestStore()
  const form = { ...typed(), title: '', then: 'send' }

  const answer = await send(page, { store, as: ana, url, form })

  expect(answer.status).toBe(422)
  expect(answer).toHaveFieldError('title')
  expect(answer.body.initialValue).toMatchObject({ hours: '1:30', version: '1' })
  const kept = await visit(edit, {
    store,
    as: ana,
    url: `/d/northside/activities/${form.id}/edit`,
    params: { activity: form.id },
  })
  expect(kept.body.activity).toMatchObject({ minutes: 90, status: 'draft' })
})

test('hours that cannot be read are refused with an example', async () => {
  const store = await openTestStore()

  const answer = await send(page, { store, as: ana, url, form: { ...typed(), hours: 'long' } })

  expect(answer).toHaveFieldError('hours', 'Write hours like 1.5, 1:30 or 90 min.')
})

test('a certificate is stored, and only those who may see the activity can open it', async () => {
  const store = await openTestStore()
  const files = memoryFiles()
  const form = { ...typed(), then: 'send', files: PDF }
  const context = { files }

  await send(page, { store, as: ana, url, form, context })

  const shown = await visit(show, {
    store,
    as: mara,
    url: `/d/northside/activities/${form.id}`,
    params: { activity: form.id },
  })
  const [file] = shown.body.evidence
  const open = (as: typeof ana) =>
    visit(evidence, {
      store,
      as,
      url: `/d/northside/evidence/${file.id}`,
      params: { evidence: file.id },
      context,
    })
  expect(file).toMatchObject({ name: 'certificate.pdf', mediaType: 'application/pdf' })
  expect((await open(mara)).headers.get('Content-Disposition')).toContain('attachment')
  expect(await open(ben)).toBeNotFound()
})

test('a file of another kind is refused before it is stored, and the draft is kept', async () => {
  const store = await openTestStore()
  const form = {
    ...typed(),
    then: 'send',
    files: new File(['<svg onload=alert(1)>'], 'certificate.pdf'),
  }

  const answer = await send(page, { store, as: ana, url, form })

  expect(answer.status).toBe(422)
  expect(answer.error?.files?.[0]).toContain('is not a PDF, PNG or JPEG')
  expect(answer.body.initialValue).toMatchObject({ title: 'AI literacy webinar', version: '1' })
})

test('a form under the identifier of somebody else finds nothing, and leaves no file', async () => {
  const store = await openTestStore()
  const files = memoryFiles()
  const form = { ...typed(), id: activities.draft, files: PDF }

  const answer = await send(page, { store, as: ben, url, form, context: { files } })

  expect(answer).toBeNotFound()
  expect(files.contents.size).toBe(0)
})

test('a form under a short identifier, which nobody may claim, is out of date', async () => {
  const store = await openTestStore()
  const form = { ...typed(), id: idOfNumber(1_000_000), then: 'send' }

  const answer = await send(page, { store, as: ana, url, form })

  expect(answer.status).toBe(422)
  expect(answer).toHaveFieldError('id', 'This form is out of date. Open it again.')
  expect(await store.read.$count(activityRows, eq(activityRows.id, form.id))).toBe(0)
})

test('an activity of somebody else cannot be edited, nor one of another district found', async () => {
  const store = await openTestStore()
  const theirs = world.southside.activities.submitted
  const at = (as: typeof ana, id: string) => ({
    store,
    as,
    url: `/d/northside/activities/${id}/edit`,
    params: { activity: id },
  })

  expect(await visit(edit, at(ben, activities.draft))).toBeNotFound()
  expect(await visit(edit, at(ana, theirs))).toBeNotFound()
  expect(await visit(show, at(ana, theirs))).toBeNotFound()
  expect(await visit(edit, at(ana, activities.approved))).toBeForbidden()
})

test('the list narrows, sorts and pages by its address', async () => {
  const store = await openTestStore()
  const at = (query: string) => ({ store, as: ana, url: `/d/northside/activities?${query}` })

  const drafts = await visit(list, at('status=draft'))
  const byHours = await visit(list, at('sort=-hours'))
  const nonsense = await visit(list, at('status=nonsense&sort=nonsense&page=-3'))
  const years = await Promise.all(
    ['-5', '10', '99999'].map((year) => visit(list, at(`year=${year}`))),
  )

  expect(drafts.body.list.rows.map(({ id }: { id: string }) => id)).toEqual([activities.draft])
  const minutes = byHours.body.list.rows.map((row: { minutes: number | null }) => row.minutes ?? 0)
  expect(minutes).toEqual(minutes.toSorted((a: number, b: number) => b - a))
  expect(nonsense.status).toBe(200)
  for (const { body } of years) expect(body.list).toEqual(nonsense.body.list)
})
