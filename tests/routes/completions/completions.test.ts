import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { completions, evidence } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as edit from '~/routes/completions/edit'
import * as list from '~/routes/completions/index'
import * as fresh from '~/routes/completions/new'
import * as show from '~/routes/completions/show'
import { openTestStore } from '../../support/database'
import { memoryFiles, sampleFile } from '../../support/files'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, mara, completions: known, courses } = northside
const url = paths.newCompletion(northside)

const form = (given: Record<string, string | Blob | Blob[] | undefined> = {}) => ({
  id: newId(),
  version: '0',
  title: 'Teaching with primary sources',
  completedOn: '2026-11-12',
  hours: '2:30',
  kind: 'online_course',
  ...given,
})

describe('recording a course', () => {
  it('offers the catalog, and names who will decide', async () => {
    const store = await openTestStore()

    const { status, body } = await visit(fresh, { store, as: ana, url })

    expect(status).toBe(200)
    expect(body.courses.map(({ id }: { id: string }) => id)).toContain(courses.ai)
    expect(body.reviewers).toMatchObject([{ name: mara.name }])
  })

  it('begins with the course that a link asks for', async () => {
    const store = await openTestStore()

    const { body } = await visit(fresh, { store, as: ana, url: `${url}?course=${courses.ai}` })

    expect(body.asked).toMatchObject({ id: courses.ai })
  })

  it('sends it with its certificate and shows it', async () => {
    const store = await openTestStore()
    const files = memoryFiles()
    const fields = form({ files: sampleFile('pdf') })

    const answer = await send(fresh, { store, as: ana, url, form: fields, context: { files } })

    expect(answer.status).toBe(302)
    expect(answer.redirect).toBe(paths.completion(northside, fields.id))
    const member = await asMember(store, ana)
    const [row] = await member.scope.db
      .select({ minutes: completions.minutes, strength: completions.strength })
      .from(completions)
      .where(eq(completions.id, fields.id))
    expect(row).toEqual({ minutes: 150, strength: 'document' })
    expect(files.contents.size).toBe(1)
  })

  it('fills what is left empty of a course from the catalog', async () => {
    const store = await openTestStore()
    const fields = form({ courseId: courses.assessment, title: '', hours: '' })

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(302)
  })

  it.each([
    ['title', { title: '' }],
    ['hours', { hours: '' }],
    ['hours', { hours: 'long' }],
    ['completedOn', { completedOn: '' }],
    ['completedOn', { completedOn: '2026-11-21' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['kind', { kind: 'party' }],
  ])('comes back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()
    const fields = form(given)

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.error)).toContain(field)
    expect(answer.body.initialValue).toMatchObject({ id: fields.id })
  })

  it('keeps no file of a form that was refused, and says to choose it again', async () => {
    const store = await openTestStore()
    const files = memoryFiles()
    const fields = form({ hours: 'long', files: sampleFile('pdf') })

    const answer = await send(fresh, { store, as: ana, url, form: fields, context: { files } })

    expect(answer.body.error).toMatchObject({ files: [expect.stringContaining('again')] })
    expect(files.contents.size).toBe(0)
  })

  it('refuses a file that is none of the kinds taken', async () => {
    const store = await openTestStore()
    const fields = form({ files: new File(['<svg>'], 'certificate.pdf') })

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(422)
    expect(answer.body.error.files[0]).toContain('certificate.pdf')
  })

  it('leads to the course that is recorded already', async () => {
    const store = await openTestStore()
    const first = form()
    await send(fresh, { store, as: ana, url, form: first })

    const answer = await send(fresh, { store, as: ana, url, form: form() })

    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      existingId: first.id,
      error: { title: [expect.any(String)] },
    })
  })

  it('takes the same form twice for one course, and keeps no second file', async () => {
    const store = await openTestStore()
    const files = memoryFiles()
    const fields = form({ files: sampleFile('pdf') })
    const sending = { store, as: ana, url, form: fields, context: { files } }

    const first = await send(fresh, sending)
    const second = await send(fresh, sending)

    expect(second.redirect).toBe(first.redirect)
    expect(files.contents.size).toBe(1)
    const member = await asMember(store, ana)
    expect(await member.scope.db.count(evidence, eq(evidence.completionId, fields.id))).toBe(1)
  })

  it('is forbidden to an auditor', async () => {
    const store = await openTestStore()

    expect((await visit(fresh, { store, as: northside.ida, url })).status).toBe(403)
    expect((await send(fresh, { store, as: northside.ida, url, form: form() })).status).toBe(403)
  })
})

describe('the pages of finished courses', () => {
  const page = (id: string) => ({
    url: paths.completion(northside, id),
    params: { completion: id },
  })

  it('list one’s own, and take what they do not know for nothing', async () => {
    const store = await openTestStore()
    const narrowed = `${paths.completions(northside)}?status=returned&sort=nonsense&page=-3&year=10`

    const { body } = await visit(list, { store, as: ana, url: narrowed })

    expect(body.list.rows.map(({ id }: { id: string }) => id)).toEqual([known.returned])
    expect(body.filter).toMatchObject({ sort: '-date', page: 1 })
  })

  it('show a course to its owner and to the principal, and to nobody else', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana) =>
      (await visit(show, { store, as, ...page(known.waiting) })).status

    expect(await statusFor(ana)).toBe(200)
    expect(await statusFor(mara)).toBe(200)
    expect(await statusFor(ben)).toBe(404)
    expect(await statusFor(world.southside.rosa)).toBe(404)
  })

  it('answer 404 to what is no identifier', async () => {
    const store = await openTestStore()

    expect((await visit(show, { store, as: ana, ...page('nothing') })).status).toBe(404)
  })

  it('let the owner correct what came back and send it again', async () => {
    const store = await openTestStore()
    const params = { completion: known.returned }
    const at = paths.editCompletion(northside, known.returned)
    const fields = form({ id: known.returned, version: '1', title: 'Media literacy' })

    const opened = await visit(edit, { store, as: ana, url: at, params })
    const answer = await send(edit, { store, as: ana, url: at, params, form: fields })

    expect(opened.status).toBe(200)
    expect(answer.redirect).toBe(paths.completion(northside, known.returned))
  })

  it('say so when it was changed in another window', async () => {
    const store = await openTestStore()
    const params = { completion: known.returned }
    const at = paths.editCompletion(northside, known.returned)
    const fields = form({ id: known.returned, version: '0' })

    const answer = await send(edit, { store, as: ana, url: at, params, form: fields })

    expect(answer.status).toBe(409)
    expect(answer.body.initialValue).toMatchObject({ title: fields.title })
  })

  it('let nobody correct what waits, nor what is somebody else’s', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana, id: string) =>
      (
        await visit(edit, {
          store,
          as,
          url: paths.editCompletion(northside, id),
          params: { completion: id },
        })
      ).status

    expect(await statusFor(ana, known.waiting)).toBe(403)
    expect(await statusFor(mara, known.returned)).toBe(404)
  })
})
