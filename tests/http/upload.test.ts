import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '#db/id'
import { openFolder } from '~/adapters/files.server'
import { type FileStorage, MAX_FILE_BYTES, mediaTypeOf } from '~/domain/evidence/file-storage'
import { newDraftId } from '~/domain/activities/drafting.server'
import { receiveForm } from '~/http/upload.server'
import { requireMember } from '~/http/member.server'
import * as fresh from '~/routes/activities/new'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { memoryFiles, sampleFile } from '../support/files'
import { contextOf, send, signedIn } from '../support/requests'
import { world } from '../support/world'

const { ana } = world.northside
const url = '/d/northside/activities/new'
const MEGABYTE = 1024 * 1024

const svg = (bytes = 20) => new File([Buffer.alloc(bytes, '<svg onload=alert(1)>')], 'drawing.pdf')
const tooLarge = () =>
  new File([Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(MAX_FILE_BYTES)])], 'scan.pdf')

let folder: string
let files: FileStorage

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-files-'))
  files = openFolder(folder, { newId, maxBytes: MAX_FILE_BYTES, kindOf: mediaTypeOf })
})

afterEach(() => rmSync(folder, { recursive: true }))

const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

function formOf(parts: [string, string | File][]) {
  const form = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value)
  }
  return form
}

async function receive(body: FormData | ReadableStream, storage = files) {
  const store = await openTestStore()
  const { context } = contextOf(store, { files: storage })
  const headers = new Headers(await signedIn(store, ana))
  if (!(body instanceof FormData)) headers.set('Content-Type', 'multipart/form-data; boundary=x')
  const init: RequestInit = { method: 'POST', headers, body, duplex: 'half' }
  const request = new Request(`http://localhost${url}`, init)
  const args = { request, params: { district: 'northside' }, context }
  return receiveForm(args, await requireMember(args))
}

test.each([
  ['of another kind, small', svg(), 'is not a PDF'],
  ['of another kind, of many pieces', svg(3 * MEGABYTE), 'is not a PDF'],
  ['that is too large', tooLarge(), 'is larger than 25 MB'],
  ['that is empty', new File([], 'nothing.pdf'), 'is empty'],
])(
  'a file %s is refused, what stands around it is received, and the folder is empty',
  async (_, file, reason) => {
    const form = formOf([
      ['title', 'AI literacy'],
      ['files', file],
      ['reflection', 'Typed below the file'],
    ])

    const received = await receive(form)

    expect(received.refused).toMatchObject({ field: 'files' })
    expect(received.refused?.message).toContain(reason)
    expect(Object.fromEntries(received.fields)).toEqual({
      title: 'AI literacy',
      reflection: 'Typed below the file',
    })
    expect(received.files).toEqual([])
    expect(kept()).toEqual([])
  },
)

test('files around one that is refused are kept whole, until they are discarded', async () => {
  const form = formOf([
    ['files', sampleFile('png')],
    ['files', svg(MEGABYTE)],
    ['files', sampleFile('jpg')],
  ])

  const received = await receive(form)

  expect(received.refused?.message).toContain('drawing.pdf')
  const names = received.files.map(({ name }) => name)
  expect(names.toSorted()).toEqual(['certificate.jpg', 'certificate.png'])
  expect(kept()).toHaveLength(2)
  await received.discard()
  expect(kept()).toEqual([])
})

test('a form with a refused file is answered at its field, and all that was typed comes back', async () => {
  const store = await openTestStore()
  const form = { id: newDraftId(), version: '0', title: 'AI literacy', files: svg(MEGABYTE) }

  const answer = await send(fresh, { store, as: ana, url, form, context: { files } })

  expect(answer.status).toBe(422)
  expect(answer.error?.files?.[0]).toContain('is not a PDF, PNG or JPEG')
  expect(answer.body.initialValue).toMatchObject({ title: 'AI literacy', version: '1' })
  expect(kept()).toEqual([])
})

test('a disk that fails ends the request, and not as a mistake in the form', async () => {
  const full = Object.assign(new Error('No space left.'), { code: 'ENOSPC' })
  const storage: FileStorage = { ...files, store: () => Promise.reject(full) }

  const received = receive(formOf([['files', sampleFile()]]), storage)

  await expect(received).rejects.toBe(full)
})

/** The beginning of a form, in the middle of its file. */
const begun = (name: string, content: string) =>
  Buffer.from(
    `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${content}`,
  )

test.each([
  ['that is being kept', begun('a.pdf', '%PDF-1.7 and')],
  ['that is refused', begun('a.pdf', '<svg>'.repeat(100))],
  ['that has no name', begun('', 'and')],
])('a body that ends in the middle of a file %s leaves nothing behind', async (_, start) => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(start)
      controller.close()
    },
  })

  const refusal = await receive(body).catch((thrown: unknown) => thrown)

  expect(refusal).toMatchObject({ status: 400 })
  expect(kept()).toEqual([])
})

test('a sender who goes away in the middle of a file leaves nothing behind', async () => {
  const gone = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(begun('a.pdf', '%PDF-1.7 and')),
    pull: (controller) => controller.error(gone),
  })

  await expect(receive(body)).rejects.toBe(gone)

  expect(kept()).toEqual([])
})

test('more files than a form takes are refused, and none is kept', async () => {
  const form = formOf(Array.from({ length: 5 }, () => ['files', sampleFile()]))

  const refusal = await receive(form).catch((thrown: unknown) => thrown)

  expect(refusal).toMatchObject({ status: 400 })
  expect(kept()).toEqual([])
})

describe('a storage lets go of a stream it refuses, and the caller reads it to its end', () => {
  test.each([
    ['on the disk', () => files],
    ['in memory', memoryFiles],
  ])('%s', async (_, open) => {
    const stream = Readable.from([
      Buffer.from('<svg width="1" height="1">'),
      Buffer.from('the rest'),
    ])

    await expect(open().store(1, stream)).rejects.toMatchObject({ why: 'other kind' })

    expect(stream.destroyed).toBe(false)
    expect(Buffer.concat(await stream.toArray()).toString()).toBe('the rest')
  })
})
