import type { z } from 'zod'
import type { FileStorage, StoredFile } from '../evidence/file-storage'
import {
  comingActivity,
  comingBadge,
  comingCompletion,
  type ComingCycle,
  type ComingLicense,
  type ComingRow,
  type PackageFault,
} from './coming'
import {
  packagedActivity,
  packagedBadge,
  packagedCompletion,
  packagedCycle,
  packagedLicense,
  packageEnvelope,
} from './format.server'
import { noPackage, type OpenPackage, openPackage } from './zip-reading.server'

/** What was read of a package; its files are stored already, and no row names them yet. */
export type ReadPackage = {
  from: { slug: string; name: string }
  member: { givenName: string; familyName: string; email: string | null }
  exportedAt: string
  rows: ComingRow[]
  licenses: ComingLicense[]
  cycles: ComingCycle[]
  faults: PackageFault[]
  /** How many rows stay behind, for they were denied or taken back. */
  leftOut: number
  /** The stored files by the id of the evidence they belong to. */
  files: Record<string, StoredFile>
}

/**
 * Reads a package that was handed in. What is wrong with single rows and files is told; the others can be
 * brought.
 *
 * @throws Invalid when it is no package, or holds more than one may
 */
export async function readPackage(
  path: string,
  storage: FileStorage,
  districtId: number,
): Promise<ReadPackage> {
  const zip = await openPackage(path)
  try {
    const read = readRows(await zip.readText())
    const files = await storeFiles(zip, read, storage, districtId)
    return { ...read, files }
  } finally {
    zip.close()
  }
}

/** Reads the data of a package. @throws Invalid */
export function readRows(json: string): Omit<ReadPackage, 'files'> {
  const envelope = packageEnvelope.safeParse(parsed(json))
  if (!envelope.success) throw noPackage()
  const { activities, completions, badges, licenses, cycles, district, member } = envelope.data
  const faults: PackageFault[] = []
  const good = <S extends z.ZodType>(schema: S, kind: PackageFault['kind'], rows: unknown[]) =>
    rows.flatMap((row): z.output<S>[] => {
      const result = schema.safeParse(row)
      if (result.success) return [result.data]
      faults.push({ kind, title: titleOf(row), reason: reasonOf(result.error) })
      return []
    })
  const coming = [
    ...good(packagedActivity, 'activity', activities).map(comingActivity),
    ...good(packagedCompletion, 'completion', completions).map(comingCompletion),
    ...good(packagedBadge, 'award', badges).map(comingBadge),
  ]
  const rows = coming.filter((row) => row !== null)
  return {
    from: district,
    member,
    exportedAt: envelope.data.exportedAt,
    rows: withOwnEvidence(withoutTwins(rows, faults), faults),
    licenses: good(packagedLicense, 'license', licenses),
    cycles: good(packagedCycle, 'cycle', cycles),
    faults,
    leftOut: coming.length - rows.length,
  }
}

/**
 * Stores the files of the package that its rows name and that are what the rows say they are, digest and
 * all. Each is stored once, so that no more comes out of a package than what its entries announce.
 */
async function storeFiles(
  zip: OpenPackage,
  { rows, faults }: Pick<ReadPackage, 'rows' | 'faults'>,
  storage: FileStorage,
  districtId: number,
) {
  const files: ReadPackage['files'] = {}
  const used = new Set<string>()
  for (const { id, file, name, sha256 } of rows.flatMap(({ evidence }) => evidence)) {
    if (file === null) continue
    const refuse = (reason: string) => faults.push({ kind: 'file', title: name, reason })
    if (used.has(file)) {
      refuse('The same file backs something else in the package; it comes along once.')
      continue
    }
    used.add(file)
    const content = await zip.openFile(file)
    if (!content) {
      refuse('It is not in the package.')
      continue
    }
    const stored = await storage.store(districtId, content).catch((error: { why?: string }) => {
      content.destroy()
      return error.why ?? 'damaged'
    })
    if (typeof stored === 'string') refuse(REFUSALS[stored] ?? REFUSALS.damaged!)
    else if (stored.sha256 === sha256) files[id] = { ...stored, name }
    else {
      await storage.remove(districtId, stored.id)
      refuse('Its content is not what the package says: its SHA-256 is another.')
    }
  }
  return files
}

const REFUSALS: Record<string, string> = {
  'too large': 'It is larger than 25 MB.',
  empty: 'It is empty.',
  'other kind': 'It is not a PDF, PNG or JPEG.',
  damaged: 'It was damaged on its way here.',
}

/** One row for each id. */
function withoutTwins(rows: ComingRow[], faults: PackageFault[]) {
  const seen = new Set<string>()
  return rows.filter(({ id, kind, title }) => {
    if (!seen.has(id)) return seen.add(id)
    faults.push({ kind, title, reason: 'It is in the package twice; the first one is brought.' })
    return false
  })
}

/** One piece of evidence for each id. */
function withOwnEvidence(rows: ComingRow[], faults: PackageFault[]) {
  const seen = new Set<string>()
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence.filter(({ id, name }) => {
      if (!seen.has(id)) return seen.add(id)
      const reason = 'It is in the package twice; the first one is brought.'
      faults.push({ kind: 'file', title: name, reason })
      return false
    }),
  }))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function titleOf(row: unknown) {
  const { title, area, kind, id } = Object(row) as Record<string, unknown>
  return String(title ?? area ?? kind ?? id ?? 'A row').slice(0, 200)
}

/** “minutes: Too small” of the first thing that is wrong. */
function reasonOf(error: z.ZodError) {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'The row'}: ${issue.message}.`.replace('..', '.') : ''
}
