import type { ActionFunctionArgs } from '@remix-run/node'
import busboy from 'busboy'
import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Invalid } from '~/domain/errors'

/** A form with one file, which stands in the system's folder for temporary files until it is read. */
export type ReceivedZip = {
  fields: FormData
  /** Where the file is, and what it was called; null when there was none, or it was refused. */
  file: { path: string; name: string } | null
  /** Why there is no file to read, in words. */
  refused: Invalid
  discard(): Promise<void>
}

const ZIP = Buffer.from('PK')

/** How large a zip may be, and what is said of one that is refused. */
export type ZipWords = {
  /** What the temporary file is called. */
  name: string
  maxBytes: number
  noFile(): Invalid
  noZip(name: string): Invalid
  tooLarge(name: string): Invalid
}

/**
 * Reads the form with which a zip is handed in, streaming the file to the disk. What is no zip
 * is refused at its first bytes, and nothing of what is refused is kept.
 *
 * @throws Response 400 when the body cannot be read
 */
export async function receiveZip(
  { request }: ActionFunctionArgs,
  words: ZipWords,
): Promise<ReceivedZip> {
  const path = join(tmpdir(), `cairn-${words.name}-${randomUUID()}.zip`)
  const discard = () => rm(path, { force: true })
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) {
    return { fields: await request.formData(), file: null, refused: words.noFile(), discard }
  }
  try {
    const form = await receive(Readable.fromWeb(request.body as WebStream), type, path, words)
    if (!form.file) await discard()
    return { ...form, discard }
  } catch (error) {
    await discard()
    if (error instanceof Error && 'code' in error) throw error
    throw new Response('The form could not be read.', { status: 400 })
  }
}

async function receive(body: Readable, type: string, path: string, words: ZipWords) {
  const fields = new FormData()
  let name: string | null = null
  let storing: Promise<Invalid | null> = Promise.resolve(words.noFile())
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fields: 250, fieldSize: 1024, files: 1 },
  })
  parser.on('field', (field, value) => fields.append(field, value))
  parser.on('file', (_field, content, { filename }) => {
    /* A body may break off while nobody reads the file; the parser tells of it as well. */
    content.on('error', () => {})
    if (!filename) return void content.resume()
    name = plainName(filename)
    storing = keep(content, path, name, words)
    storing.catch((error: Error) => parser.destroy(error))
  })
  await pipeline(body, parser)
  const refused = await storing
  const file = refused === null && name !== null ? { path, name } : null
  return { fields, file, refused: refused ?? words.noFile() }
}

/** Writes a file down, but for one that is refused: that is read to its end, so that the answer arrives. */
async function keep(content: Readable, path: string, name: string, words: ZipWords) {
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  let refused: Invalid | null = null
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      if (refused) continue
      const first = chunk.subarray(0, Math.max(0, ZIP.length - bytes))
      if (!first.equals(ZIP.subarray(bytes, bytes + first.length))) refused = words.noZip(name)
      bytes += chunk.length
      if (bytes > words.maxBytes) refused = words.tooLarge(name)
      if (!refused) await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return bytes === 0 ? words.noZip(name) : refused
}

/** A file's name without folders and control characters, at most 120 letters. */
const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(-120) || 'file.zip'
