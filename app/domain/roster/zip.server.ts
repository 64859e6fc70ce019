import { crc32 } from 'node:zlib'
import { fromBuffer, open, type Entry, type Options, type ZipFile } from 'yauzl'
import { UnreadablePackage } from './package'
import { tooLarge, tooMany, type PackageLimits } from './package-limits'

const OPTIONS: Options = { lazyEntries: true, autoClose: true, validateEntrySizes: true }

/**
 * Unpacks the files of a zip into memory, by their path inside it.
 *
 * The sizes a zip announces are checked before anything is unpacked, and the unpacking stops
 * when they turn out to be a lie. Paths that leave the zip (`..`, `/etc`, `C:`) are refused.
 *
 * @throws UnreadablePackage
 */
export async function readZip(source: string | Buffer, limits: PackageLimits) {
  const zip = await openZip(source)
  try {
    return await readEntries(zip, limits)
  } catch (error) {
    throw error instanceof UnreadablePackage ? error : explained(error)
  } finally {
    zip.close()
  }
}

function openZip(source: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile) =>
      error ? reject(explained(error)) : resolve(zip)
    if (typeof source === 'string') open(source, OPTIONS, opened)
    else fromBuffer(source, OPTIONS, opened)
  })
}

function readEntries(zip: ZipFile, limits: PackageLimits): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let total = 0

  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(files))
    zip.on('entry', (entry: Entry) => {
      const isFolder = entry.fileName.endsWith('/')
      total += entry.uncompressedSize
      const refusal = refusalOf(entry, { isFirst: !files.has(pathOf(entry)), total }, limits)
      if (refusal) return reject(refusal)
      if (isFolder) return zip.readEntry()

      unpack(zip, entry).then((bytes) => {
        files.set(pathOf(entry), bytes)
        zip.readEntry()
      }, reject)
    })
    if (zip.entryCount > limits.entries) return reject(tooMany(limits))
    zip.readEntry()
  })
}

const pathOf = ({ fileName }: Entry) => fileName.replace(/^(\.\/)+/, '')

function refusalOf(
  entry: Entry,
  { isFirst, total }: { isFirst: boolean; total: number },
  limits: PackageLimits,
): UnreadablePackage | null {
  const { fileName: name, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) {
    return new UnreadablePackage(`“${name}” is protected by a password. Hand in a zip without one.`)
  }
  if (!isFirst) {
    return new UnreadablePackage(`The zip holds “${name}” twice. Each file may be in it once.`)
  }
  if (uncompressedSize > limits.fileBytes || total > limits.totalBytes) {
    return tooLarge(name, limits)
  }
  if (uncompressedSize > Math.max(compressedSize, 1024) * limits.ratio) {
    return new UnreadablePackage(
      `“${name}” would unpack to more than ${limits.ratio} times its size, as a harmful zip does. Export the package anew.`,
    )
  }
  return null
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('error', reject)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        if (crc32(bytes) === entry.crc32) resolve(bytes)
        else reject(damaged(entry.fileName))
      })
    })
  })
}

const damaged = (name: string) =>
  new UnreadablePackage(
    `“${name}” was damaged on its way here: its content is not what was zipped. Export and hand in the package again.`,
  )

function explained(error: unknown): UnreadablePackage {
  const cause = error instanceof Error ? error.message : String(error)
  if (/path|characters in fileName/i.test(cause)) {
    return new UnreadablePackage(
      'The zip holds a file whose path leaves the zip. A OneRoster package has all files at the top of the zip.',
      { cause: error },
    )
  }
  return new UnreadablePackage(
    'This is not a zip that can be opened. Hand in the zip that your student information system exports, or zip the CSV files again.',
    { cause: error },
  )
}
