import type { ActionFunctionArgs } from '@remix-run/node'
import busboy from 'busboy'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Invalid } from '~/domain/errors'
import { MAX_ROSTER_BYTES } from '~/domain/roster/import'

/** A form with one file, which stands in the system's folder for temporary files until it is read. */
export type ReceivedRoster = {
  fields: FormData
  /** Where the file is, and what it was called. */
  file: { path: string; name: string }
  discard(): Promise<void>
}

const MEGABYTE = 1024 * 1024
const ZIP = Buffer.from('PK')

/**
 * Reads the form with which a roster file is handed in, streaming the file to the disk. What is no zip
 * is refused at its first bytes, and nothing of what is refused stays.
 *
 * @throws Invalid `file` when there is none, it is no zip or larger than 64 MB
 * @throws Response 400 when the body cannot be read
 */
export async function receiveRoster({ request }: ActionFunctionArgs): Promise<ReceivedRoster> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) throw noFile()
  const folder = await mkdtemp(join(tmpdir(), 'cairn-roster-'))
  const path = join(folder, 'roster.zip')
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const { fields, name } = await receive(Readable.fromWeb(request.body as WebStream), type, path)
    if (name === null) throw noFile()
    return { fields, file: { path, name }, discard }
  } catch (error) {
    await discard()
    if (error instanceof Invalid) throw error
    throw new Response('The form could not be read.', { status: 400 })
  }
}

async function receive(body: Readable, type: string, path: string) {
  const fields = new FormData()
  let name: string | null = null
  let storing = Promise.resolve()
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fields: 250, fieldSize: 1024, files: 1, fileSize: MAX_ROSTER_BYTES + 1 },
  })
  parser.on('field', (field, value) => fields.append(field, value))
  parser.on('file', (_field, content, { filename }) => {
    if (!filename) return void content.resume()
    name = plainName(filename)
    storing = pipeline(content, onlyZip(name), createWriteStream(path, { mode: 0o600 }))
    storing.catch((error) => parser.destroy(error))
  })
  await pipeline(body, parser)
  await storing
  return { fields, name: name as string | null }
}

/** Lets a zip of a fair size through. */
function onlyZip(name: string) {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes === 0 && !chunk.subarray(0, 2).equals(ZIP)) return done(noZip(name))
      bytes += chunk.length
      done(bytes > MAX_ROSTER_BYTES ? tooLarge(name) : null, chunk)
    },
    flush: (done) => done(bytes === 0 ? noZip(name) : null),
  })
}

/** A file's name without folders and control characters, at most 120 letters. */
const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(-120) || 'roster.zip'

const noFile = () =>
  new Invalid('file', 'Choose the zip that your student information system made.')

const noZip = (name: string) =>
  new Invalid(
    'file',
    `“${name}” is no zip. Nothing was kept. Choose the zip with the CSV files that your student information system made.`,
  )

const tooLarge = (name: string) =>
  new Invalid(
    'file',
    `“${name}” is larger than ${MAX_ROSTER_BYTES / MEGABYTE} MB. Nothing was kept. Export it without grades, results and resources.`,
  )
