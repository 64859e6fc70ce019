import { fileOf } from './columns/table-name'
import { tablesOf } from './columns/tables'
import { isProperText } from './csv-text.server'
import { recognizeForeignFormat } from './foreign-format'
import { headersOf } from './headers.server'
import type { RosterPackage } from './package'
import { ofPackage, type CheckFinding } from './strict/finding'
import { checkFiles, checkManifest, type Manifest, type ManifestRow } from './strict/manifest'
import { References } from './strict/references'
import { Semantics } from './strict/semantics'
import { TableCheck } from './strict/table-check'
import { Verdict, type CheckResult } from './strict/verdict'
import { readTable, type TableFault, type TableVisitor } from './table.server'

export type { CheckFinding } from './strict/finding'
export type { CheckResult } from './strict/verdict'

/** How far the check has come: bytes read of all bytes of the package. */
export type CheckProgress = (progress: { file: string; bytes: number; totalBytes: number }) => void

/**
 * Checks a package against the letter of OneRoster CSV 1.2.1 (August 2023), or of 1.1 when its
 * manifest says so: manifest, files, headers, every cell, ids and references, and the rules of
 * meaning. Nothing is tolerated that the binding does not allow; a blank `status` in a bulk file
 * of 1.2 is asked for, a capital TRUE is an error.
 */
export async function checkPackage(
  pkg: RosterPackage,
  onProgress?: CheckProgress,
): Promise<CheckResult> {
  const verdict = new Verdict()
  const read = readerOf(pkg, verdict, onProgress)

  const foreign = recognizeForeignFormat(headersOf(pkg))
  if (foreign) {
    verdict.add(ofPackage('package.not_oneroster', foreign.message))
    return verdict.result(null)
  }
  for (const finding of findingsOfShape(pkg)) verdict.add(finding)
  const manifest = await checkManifestFile(pkg, read, verdict)
  if (!manifest) return verdict.result(null)

  for (const finding of checkFiles(pkg.files.keys(), manifest)) verdict.add(finding)
  await checkTables(pkg, manifest, read, verdict)
  return verdict.result(manifest.version)
}

/** Reads a file; false when there are lines, which are reported, that cannot be read. */
type Read = (file: string, visitor: Pick<TableVisitor, 'header' | 'row'>) => Promise<boolean>

function readerOf({ files }: RosterPackage, verdict: Verdict, onProgress?: CheckProgress): Read {
  const totalBytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  let bytesRead = 0

  return async (file, visitor) => {
    const bytes = files.get(file) ?? new Uint8Array()
    if (!isProperText(bytes)) {
      verdict.add({ ...ofPackage('csv.invalid_utf8', 'The file must be encoded as UTF-8.'), file })
      return false
    }
    let isComplete = true
    await readTable(bytes, 'strict', {
      ...visitor,
      unreadable(fault, row) {
        isComplete = false
        verdict.add({ ...ofPackage(`csv.${fault}`, CSV_FAULTS[fault]), file, row })
      },
      progress(more) {
        bytesRead += more
        onProgress?.({ file, bytes: bytesRead, totalBytes })
      },
    })
    return isComplete
  }
}

function findingsOfShape({ folder, ignored }: RosterPackage): CheckFinding[] {
  const inFolder = `All files stand in the folder “${folder}”; they must stand at the top of the zip.`
  return [
    ...(folder === null ? [] : [ofPackage('package.nested_folder', inFolder)]),
    ...ignored.map((path) => {
      const message = `“${path}” is no file of OneRoster; take it out of the package.`
      return { ...ofPackage('package.unknown_file', message), file: path }
    }),
  ]
}

async function checkManifestFile({ files }: RosterPackage, read: Read, verdict: Verdict) {
  if (!files.has('manifest.csv')) {
    const message =
      'The package has no manifest.csv, which tells the version and how each file is meant.'
    verdict.add(ofPackage('package.missing_manifest', message))
    return null
  }
  const rows: ManifestRow[] = []
  const keep = (cells: string[], line: number) => void rows.push({ cells, line })
  await read('manifest.csv', { header: keep, row: keep })

  const { manifest, errors, warnings } = checkManifest(rows)
  for (const error of errors) verdict.add(error)
  for (const warning of warnings) verdict.warn(warning)
  return manifest
}

async function checkTables(
  { files }: RosterPackage,
  { version, modes }: Manifest,
  read: Read,
  verdict: Verdict,
) {
  const supplied = tablesOf(version).filter(
    ({ name }) => files.has(fileOf(name)) && (modes.get(name) ?? 'absent') !== 'absent',
  )
  const references = new References(new Set(supplied.map(({ name }) => name)))
  const semantics = new Semantics()

  for (const table of supplied) {
    const mode = modes.get(table.name) === 'delta' ? 'delta' : 'bulk'
    const check = new TableCheck(table, { version, mode }, references, semantics, verdict)
    const isComplete = await read(fileOf(table.name), check)
    check.end(isComplete)
  }
  for (const { row, fault } of semantics.endOfPackage()) verdict.at('users', row, fault)
}

const CSV_FAULTS: Record<TableFault, string> = {
  stray_quote:
    'A quotation mark stands in the wrong place: a cell with one must be in quotation marks, and the mark doubled.',
  unclosed_quote:
    'A quotation mark is opened and not closed in this row. No cell may contain a line break.',
  bare_carriage_return:
    'The row contains a carriage return without a line feed; lines must end with a line feed.',
}
