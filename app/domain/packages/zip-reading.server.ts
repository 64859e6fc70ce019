import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, open, type Options, type ZipFile } from 'yauzl'
import { Invalid } from '../errors'
import { PACKAGE_DATA } from './format.server'
import { MAX_DATA_BYTES, MAX_PACKAGE_FILES, MAX_UNPACKED_BYTES } from './limits'

const OPTIONS: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
/** How many times smaller than its content compressed data may be. */
const MOST_RATIO = 200

/** A package that is open for reading. */
export type OpenPackage = {
  /** The data as text. @throws Invalid */
  readText(): Promise<string>
  /** The bytes of a file in it; null when there is none under that name. */
  openFile(name: string): Promise<Readable | null>
  close(): void
}

/**
 * Opens a package on the disk. What it announces is checked before anything is unpacked, and unpacking
 * stops where that was a lie.
 *
 * @throws Invalid when it is no package
 */
export async function openPackage(path: string): Promise<OpenPackage> {
  const zip = await promisify<string, Options, ZipFile>(open)(path, OPTIONS).catch(refuse)
  try {
    const entries = await listEntries(zip)
    const openEntry = promisify<Entry, Readable>(zip.openReadStream.bind(zip))
    return {
      readText: () => readData(entries.get(PACKAGE_DATA), openEntry),
      openFile: async (name) => {
        const entry = entries.get(name)
        return entry && !entry.isEncrypted() ? openEntry(entry) : null
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(noPackage()))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      total += entry.uncompressedSize
      if (total <= MAX_UNPACKED_BYTES) zip.readEntry()
      else reject(new Invalid('file', 'The package unpacks to more than 512 MB. Nothing was kept.'))
    })
    if (zip.entryCount > MAX_PACKAGE_FILES + 10) {
      reject(new Invalid('file', `The package holds more than ${MAX_PACKAGE_FILES} files.`))
    } else zip.readEntry()
  })
}

async function readData(entry: Entry | undefined, openEntry: (entry: Entry) => Promise<Readable>) {
  if (!entry || entry.isEncrypted()) throw noPackage()
  const { uncompressedSize, compressedSize } = entry
  const isHarmful = uncompressedSize > Math.max(compressedSize, 1024) * MOST_RATIO
  if (uncompressedSize > MAX_DATA_BYTES || isHarmful) {
    throw new Invalid(
      'file',
      'The record in the package is larger than any that Cairn makes. Nothing was kept.',
    )
  }
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await openEntry(entry)) chunks.push(chunk as Buffer)
  } catch {
    throw noPackage()
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The failure of a file that is something else. */
export const noPackage = () =>
  new Invalid(
    'file',
    'This is not a package that Cairn made. Nothing was kept. In the other district, open My record and take it for another district.',
  )

const refuse = (): never => {
  throw noPackage()
}
