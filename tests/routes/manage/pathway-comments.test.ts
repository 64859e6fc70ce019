import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as mine from '~/routes/pathways/index'
import * as removal from '~/routes/manage/pathways/comment-removal'
import * as settling from '~/routes/manage/pathways/comment-settling'
import * as preview from '~/routes/manage/pathways/preview'
import * as readerRemoval from '~/routes/manage/pathways/reader-removal'
import * as sharing from '~/routes/manage/pathways/sharing'
import * as show from '~/routes/manage/pathways/show'
import { openTestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, ming, pathways, steps } = northside

const params = { pathway: pathways.draft }
const builder = { url: paths.managedPathway(northside, pathways.draft), params }
const shared = { url: paths.pathwayPreview(northside, pathways.draft), params }
const asking = { url: paths.pathwaySharing(northside, pathways.draft), params }

test('a draft is shared, commented on, settled and taken back', async () => {
  const store = await openTestStore()
  const form = { who: ana.email, question: 'Is it too long?' }

  const askedAnswer = await send(sharing, { store, as: ming, ...asking, form })
  const written = await send(preview, {
    store,
    as: ana,
    ...shared,
    form: { text: 'Too long.', step: steps.draftCourse },
  })
  const { comments, readers } = (await visit(show, { store, as: ming, ...builder })).body
  const of = { ...params, comment: comments[0].id }
  const settled = await send(settling, {
    store,
    as: ming,
    url: paths.pathwayCommentSettling(northside, pathways.draft, comments[0]),
    params: of,
    form: { intent: 'settle' },
  })
  const taken = await send(removal, {
    store,
    as: ana,
    url: paths.pathwayCommentRemoval(northside, pathways.draft, comments[0]),
    params: of,
  })

  expect(askedAnswer).toRedirectTo(asking.url)
  expect(written).toRedirectTo(`${shared.url}#comments`)
  expect(comments).toMatchObject([{ by: ana.name, text: 'Too long.', isTakenBack: false }])
  expect(readers).toMatchObject([{ name: ana.name }])
  expect(settled).toRedirectTo(`${builder.url}#comment-${comments[0].id}`)
  expect(taken).toRedirectTo(`${shared.url}#comments`)
  const after = (await visit(preview, { store, as: ana, ...shared })).body
  expect(after.comments).toMatchObject([{ text: '', isTakenBack: true }])
  expect(after.asked).toMatchObject({ question: 'Is it too long?' })
})

test('says what is wrong with whom one asks and with what one writes', async () => {
  const store = await openTestStore()

  const unknown = await send(sharing, { store, as: ming, ...asking, form: { who: 'Nobody Here' } })
  const nobody = await send(sharing, { store, as: ming, ...asking, form: {} })
  const empty = await send(preview, { store, as: ming, ...shared, form: { text: '  ' } })

  await expect(Promise.resolve(unknown)).toHaveFieldError('who')
  await expect(Promise.resolve(nobody)).toHaveFieldError('who')
  await expect(Promise.resolve(empty)).toHaveFieldError('text')
})

test('stands under Pathways of whoever is asked, until they are taken off', async () => {
  const store = await openTestStore()
  const list = { store, as: ana, url: paths.enrollments(northside) }
  await send(sharing, { store, as: ming, ...asking, form: { who: ana.email } })
  const before = (await visit(mine, list)).body.asked
  const { readers } = (await visit(sharing, { store, as: ming, ...asking })).body

  const off = await send(readerRemoval, {
    store,
    as: ming,
    url: paths.pathwayReaderRemoval(northside, pathways.draft, readers[0]),
    params: { ...params, reader: readers[0].id },
  })

  expect(before).toMatchObject([{ id: pathways.draft, by: ming.name }])
  expect(off).toRedirectTo(asking.url)
  expect((await visit(mine, list)).body.asked).toEqual([])
  expect((await visit(preview, { store, as: ana, ...shared })).status).toBe(404)
  expect((await visit(preview, { store, as: ben, ...shared })).status).toBe(404)
})

test('leads back to the pathway where no version of it is being built', async () => {
  const store = await openTestStore()
  const published = { pathway: pathways.ai }
  const url = paths.pathwaySharing(northside, pathways.ai)

  const page = await visit(sharing, { store, as: ming, url, params: published })
  const answer = await send(sharing, {
    store,
    as: ming,
    url,
    params: published,
    form: { who: ana.email },
  })

  expect(page).toRedirectTo(paths.managedPathway(northside, pathways.ai))
  expect(answer.status).toBe(409)
})
