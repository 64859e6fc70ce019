import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UnreadablePackage, type RosterPackage } from './package'
import { PACKAGE_LIMITS, tooLarge, tooMany, type PackageLimits } from './package-limits'
import { readZip } from './zip.server'

const DEBRIS = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/**
 * Opens a OneRoster package: a zip (as a path or as bytes) or a folder of CSV files. Nothing is
 * decided about the content; a folder inside the zip and debris of a file manager are noted for
 * the strict check and the lenient reading to judge (OneRoster CSV 1.2.1 §2.1: a zip with all
 * files at its root).
 *
 * Of a folder on disk only the CSV files directly inside are read.
 *
 * @throws UnreadablePackage when there is no such file, it is no zip, or a limit is exceeded
 */
export async function readPackage(
  source: string | Buffer,
  limits: Partial<PackageLimits> = {},
): Promise<RosterPackage> {
  const within = { ...PACKAGE_LIMITS, ...limits }
  if (typeof source !== 'string') return fromEntries(await readZip(source, within))

  const found = await stat(source).catch(() => null)
  if (!found) throw new UnreadablePackage(`There is no file or folder “${basename(source)}”.`)
  if (found.isDirectory()) return readFolder(source, within)
  return fromEntries(await readZip(source, within))
}

async function readFolder(path: string, limits: PackageLimits): Promise<RosterPackage> {
  const listed = await readdir(path, { withFileTypes: true })
  const names = listed.filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name))
  if (names.length > limits.entries) throw tooMany(limits)

  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { name } of names.sort((a, b) => a.name.localeCompare(b.name))) {
    const { size } = await stat(join(path, name))
    total += size
    if (size > limits.fileBytes || total > limits.totalBytes) throw tooLarge(name, limits)
    files.set(name, await readFile(join(path, name)))
  }
  return { files, folder: null, ignored: [] }
}

function fromEntries(entries: ReadonlyMap<string, Uint8Array>): RosterPackage {
  const debris = [...entries.keys()].filter((path) => DEBRIS.test(path))
  const paths = [...entries.keys()].filter((path) => !DEBRIS.test(path))
  const folder = commonFolder(paths)
  const depth = folder === null ? 0 : folder.length + 1

  const files = new Map<string, Uint8Array>()
  const deeper: string[] = []
  for (const path of paths) {
    const name = path.slice(depth)
    const bytes = entries.get(path)
    if (name.includes('/') || !bytes) deeper.push(path)
    else files.set(name, bytes)
  }
  return { files, folder, ignored: [...debris, ...deeper] }
}

function commonFolder(paths: readonly string[]): string | null {
  const [top] = (paths[0] ?? '').split('/', 1)
  return top && paths.every((path) => path.startsWith(`${top}/`)) ? top : null
}
