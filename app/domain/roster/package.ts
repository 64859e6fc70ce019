/**
 * A OneRoster package as it was handed in, before anybody has read what is in its files.
 *
 * - `files`: the bytes of each file, by its name without a folder, in the order of the zip
 * - `folder`: the one folder that all of the files stood in, or null when they stood at the top
 * - `ignored`: entries that are no file of a package: `__MACOSX/…`, `.DS_Store`, deeper folders
 */
export type RosterPackage = {
  files: ReadonlyMap<string, Uint8Array>
  folder: string | null
  ignored: readonly string[]
}

/**
 * A package that cannot be read at all. The message is a sentence for the person who handed it
 * in: what is wrong, and what would be right.
 */
export class UnreadablePackage extends Error {
  override name = 'UnreadablePackage'
}

/**
 * A package from files that are already at hand, such as single CSV files of an upload.
 *
 * @param files pairs of a name (`users.csv`) and its text or bytes
 */
export function packageOf(files: Iterable<readonly [string, string | Uint8Array]>): RosterPackage {
  const encoder = new TextEncoder()
  const bytes = new Map<string, Uint8Array>()
  for (const [name, content] of files) {
    bytes.set(name, typeof content === 'string' ? encoder.encode(content) : content)
  }
  return { files: bytes, folder: null, ignored: [] }
}

/**
 * The bytes of a file, found even when the name is written in another case (`Users.csv`).
 *
 * @returns the name as it is written in the package and the bytes, or null
 */
export function findFile({ files }: RosterPackage, name: string) {
  const exact = files.get(name)
  if (exact) return { name, bytes: exact }

  const wanted = name.toLowerCase()
  for (const [written, bytes] of files) {
    if (written.toLowerCase() === wanted) return { name: written, bytes }
  }
  return null
}
