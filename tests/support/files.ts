import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { newLongId } from '#db/id'
import { withWholeStart } from '~/adapters/files.server'
import {
  type FileStorage,
  MAX_FILE_BYTES,
  type MediaType,
  mediaTypeOf,
} from '~/domain/evidence/file-storage'

/** Files that live as long as the test: what stands in for the disk. */
export type MemoryFiles = FileStorage & {
  /** The bytes of each stored file, by district and identifier: `1/01k…`. */
  contents: Map<string, Buffer>
}

/** An empty file storage in memory that keeps the contract of the real one. */
export function memoryFiles(): MemoryFiles {
  const contents = new Map<string, Buffer>()
  const key = (districtId: number, id: string) => `${districtId}/${id}`

  return {
    contents,
    async store(districtId, content) {
      const { bytes, mediaType } = await readAll(content)
      const id = newLongId()
      contents.set(key(districtId, id), bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { id, mediaType, bytes: bytes.length, sha256 }
    },
    async open(districtId, id) {
      const bytes = contents.get(key(districtId, id))
      return bytes ? Readable.from([bytes]) : null
    },
    async list(districtId) {
      return [...contents.keys()]
        .filter((stored) => stored.startsWith(`${districtId}/`))
        .map((stored) => stored.slice(`${districtId}/`.length))
    },
    async remove(districtId, id) {
      contents.delete(key(districtId, id))
    },
  }
}

const FIRST_BYTES = {
  pdf: Buffer.from('%PDF-1.4\n'),
  png: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  jpg: Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
}
const MEDIA_TYPES = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg' }

/** A small file of one of the accepted kinds, to send with a form. */
export function sampleFile(kind: keyof typeof FIRST_BYTES = 'pdf', name = `certificate.${kind}`) {
  const content = Buffer.concat([FIRST_BYTES[kind], Buffer.from('and the rest of the file')])
  return new File([content], name, { type: MEDIA_TYPES[kind] })
}

/* Refuses as early as the disk does, and leaves the rest of the stream as the disk does. */
async function readAll(content: Readable) {
  const read: Buffer[] = []
  let length = 0
  let mediaType: MediaType | null = null
  const chunks: AsyncIterable<Buffer> = content.iterator({ destroyOnReturn: false })
  for await (const chunk of withWholeStart(chunks)) {
    if (length === 0) mediaType = mediaTypeOf(chunk)
    length += chunk.length
    if (length > MAX_FILE_BYTES) throw refusal('too large')
    if (mediaType === null) throw refusal('other kind')
    read.push(Buffer.from(chunk))
  }
  if (mediaType === null) throw refusal('empty')
  return { bytes: Buffer.concat(read), mediaType }
}

const refusal = (why: 'too large' | 'empty' | 'other kind') =>
  Object.assign(new Error(`Refused: ${why}.`), { why })
