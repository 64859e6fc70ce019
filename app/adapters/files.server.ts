import { createHash } from 'node:crypto'
import { createReadStream, openSync, writeSync, fsyncSync, closeSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** More than the first bytes by which any kind of file is known. */
const START_BYTES = 16

export type FolderOptions<Kind extends string> = {
  newId: () => string
  maxBytes: number
  /** The kind of file its first bytes say it is; null for a kind that is refused. */
  kindOf: (start: Uint8Array) => Kind | null
}

export type Refusal = 'too large' | 'empty' | 'other kind'

/** A file the folder would not keep; nothing of it is left. */
export class RefusedFile extends Error {
  constructor(readonly why: Refusal) {
    super(why)
  }
}

/**
 * A folder of files, one folder per district, named by identifiers only. A file is written beside its
 * place, flushed to the disk, and moved there whole.
 */
export function openFolder<Kind extends string>(root: string, options: FolderOptions<Kind>) {
  const placeOf = (districtId: number, id: string) =>
    join(root, String(districtId), id.slice(-2), id)

  return {
    /** @throws RefusedFile; the rest of the stream is left to be read */
    async store(districtId: number, content: Readable) {
      const id = options.newId()
      const place = placeOf(districtId, id)
      await mkdir(dirname(place), { recursive: true })
      const part = `${place}.part`
      const descriptor = openSync(part, 'wx', 0o600)
      try {
        const written = await writeAll(descriptor, content, options)
        fsyncSync(descriptor)
        await rename(part, place)
        await flushFolder(dirname(place))
        return { id, ...written }
      } catch (error) {
        await rm(part, { force: true })
        throw error
      } finally {
        closeSync(descriptor)
      }
    },

    /** The bytes of a file; null when there is none. */
    async open(districtId: number, id: string): Promise<Readable | null> {
      const place = placeOf(districtId, id)
      const found = await stat(place).catch(() => null)
      return found && createReadStream(place)
    },

    /** The identifiers of the files of a district that were stored before an instant. */
    async list(districtId: number, before: Date): Promise<string[]> {
      const entries = await readdir(join(root, String(districtId)), {
        recursive: true,
        withFileTypes: true,
      }).catch(() => [])
      const files = entries.filter((entry) => entry.isFile())
      const found: string[] = []
      for (const { name, parentPath } of files) {
        const { mtime } = await stat(join(parentPath, name))
        if (mtime < before) found.push(name)
      }
      return found
    },

    async remove(districtId: number, id: string) {
      await rm(placeOf(districtId, id), { force: true })
    },
  }
}

async function writeAll<Kind extends string>(
  descriptor: number,
  content: Readable,
  options: FolderOptions<Kind>,
) {
  const hash = createHash('sha256')
  let bytes = 0
  let kind: Kind | null = null
  const chunks: AsyncIterable<Buffer> = content.iterator({ destroyOnReturn: false })
  for await (const chunk of withWholeStart(chunks)) {
    if (bytes === 0) kind = options.kindOf(chunk)
    bytes += chunk.length
    if (bytes > options.maxBytes) throw new RefusedFile('too large')
    if (kind === null) throw new RefusedFile('other kind')
    hash.update(chunk)
    writeSync(descriptor, chunk)
  }
  if (kind === null) throw new RefusedFile('empty')
  return { bytes, mediaType: kind, sha256: hash.digest('hex') }
}

/** The same bytes; the first chunk is long enough to tell the kind of file, wherever the network cut it. */
export async function* withWholeStart(chunks: AsyncIterable<Buffer>) {
  let start: Buffer | null = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (start === null) yield chunk
    else {
      start = Buffer.concat([start, chunk])
      if (start.length < START_BYTES) continue
      yield start
      start = null
    }
  }
  if (start !== null && start.length > 0) yield start
}

async function flushFolder(path: string) {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}
