import type { ActionFunctionArgs } from '@remix-run/node'
import busboy from 'busboy'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Invalid } from '~/domain/errors'
import { MAX_FILE_BYTES, MAX_FILES, type StoredFile } from '~/domain/evidence/file-storage'
import type { Member } from './member.server'

export type ReceivedForm = {
  /** Everything but the files. */
  fields: FormData
  /** Stored already; `discard` them if nothing comes to name them. */
  files: StoredFile[]
  /** Why a file was not kept, in words; the other files and all fields are. */
  refused: Invalid | null
  discard(): Promise<void>
}

const MEGABYTE = 1024 * 1024
const REASONS: Record<string, (name: string) => string> = {
  'too large': (name) =>
    `“${name}” is larger than ${MAX_FILE_BYTES / MEGABYTE} MB. Everything else is kept. Save it smaller, or attach a link.`,
  empty: (name) => `“${name}” is empty. Everything else is kept. Choose the file again.`,
  'other kind': (name) =>
    `“${name}” is not a PDF, PNG or JPEG. Everything else is kept. Save it as one of these, or attach a link.`,
}

/**
 * Reads a form that may bring files, streaming each into the storage of the member's district. A file
 * that is refused is read to its end and dropped, so that the answer arrives. A form without files is read
 * as well.
 *
 * @throws Response 400 when the body cannot be read or has too many parts
 */
export async function receiveForm(
  { request, context }: ActionFunctionArgs,
  member: Member,
): Promise<ReceivedForm> {
  const files: StoredFile[] = []
  const discard = async () => {
    for (const { id } of files) await context.files.remove(member.district.id, id)
  }
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) {
    return { fields: await request.formData(), files, refused: null, discard }
  }

  const fields = new FormData()
  let refused: Invalid | null = null
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: {
      fields: 100,
      fieldSize: 64 * 1024,
      files: MAX_FILES + 1,
      parts: 104,
      fieldNameSize: 100,
    },
  })
  const storing: Promise<void>[] = []
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (field, content, { filename }) => {
    /* A body may break off while nobody reads the file; the parser tells of it as well. */
    content.on('error', () => {})
    if (!filename) return void content.resume()
    const name = plainName(filename)
    const stored = context.files
      .store(member.district.id, content)
      .then((file) => void files.push({ ...file, name }))
      .catch((error: { why?: string }) => {
        content.resume()
        const reason = REASONS[error.why ?? '']
        if (!reason) throw error
        refused = new Invalid(field, reason(name))
      })
    stored.catch(() => {})
    storing.push(stored)
  })
  const tooMany = () => parser.destroy(new Error('Too many parts.'))
  parser.on('partsLimit', tooMany).on('fieldsLimit', tooMany).on('filesLimit', tooMany)
  try {
    await pipeline(Readable.fromWeb(request.body as WebStream), parser)
    await Promise.all(storing)
  } catch (error) {
    await Promise.allSettled(storing)
    await discard()
    if (error instanceof Error && 'code' in error) throw error
    throw new Response('The form could not be read.', { status: 400 })
  }
  return { fields, files, refused, discard }
}

/** A file's name without folders and control characters, at most 120 letters. */
const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(-120) || 'file'
