import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { newId } from '#db/id'
import { openFolder, RefusedFile } from '~/adapters/files.server'
import { MAX_FILE_BYTES, mediaTypeOf } from '~/domain/evidence/file-storage'
import { expect, onTestFinished, test } from 'vitest'

async function folder() {
  const root = await mkdtemp(join(tmpdir(), 'cairn-files-'))
  onTestFinished(() => rm(root, { recursive: true }))
  return openFolder(root, { newId, maxBytes: MAX_FILE_BYTES, kindOf: mediaTypeOf })
}

const byteByByte = (text: string) =>
  Readable.from([...Buffer.from(text)].map((byte) => Buffer.from([byte])))

test('a file is known by its first bytes, however the network cuts them', async () => {
  const files = await folder()
  const text = '%PDF-1.7 and the rest of the certificate'

  const { id, mediaType } = await files.store(1, byteByByte(text))

  expect(mediaType).toBe('application/pdf')
  expect((await buffer((await files.open(1, id))!)).toString()).toBe(text)
})

test('a file of another kind is refused in pieces as well as whole', async () => {
  const files = await folder()

  const store = (text: string) => files.store(1, byteByByte(text))

  await expect(store('<b>')).rejects.toThrow(RefusedFile)
  await expect(store('<html>and much more than sixteen bytes</html>')).rejects.toThrow(RefusedFile)
  expect(await files.list(1, new Date(Date.now() + 60_000))).toEqual([])
})
