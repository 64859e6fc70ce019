import { fileOf, type TableName, type Version } from '../columns/table-name'
import { tablesOf } from '../columns/tables'
import type { CheckFinding } from './finding'

/** How a file is meant: all rows there are, the rows that changed, or not supplied. */
export type FileMode = 'bulk' | 'delta' | 'absent'

/** What `manifest.csv` says of the package. */
export type Manifest = { version: Version; modes: ReadonlyMap<TableName, FileMode> }

/** A row of `manifest.csv` and the line on which it stands. */
export type ManifestRow = { cells: readonly string[]; line: number }

type Properties = ReadonlyMap<string, { value: string; line: number }>
type Checked = { manifest: Manifest | null; errors: CheckFinding[]; warnings: CheckFinding[] }

const HEADER = 'propertyName,value'
const OTHER_PROPERTIES = [
  'manifest.version',
  'oneroster.version',
  'source.systemName',
  'source.systemCode',
]

/**
 * Checks `manifest.csv` (OneRoster CSV 1.2.1 §2.1 and 1.1 §2.1): its header, its two versions,
 * and a line for every file of the version.
 *
 * A 1.1 manifest may leave out files, which then are absent, and have properties nobody knows;
 * both are warnings, for they may be a slip of the pen.
 *
 * @param rows all rows, the header first
 * @returns the manifest, null when no version could be told
 */
export function checkManifest([header, ...rows]: readonly ManifestRow[]): Checked {
  const errors: CheckFinding[] = []
  if (header?.cells.join() !== HEADER) {
    errors.push(find('invalid_header', null, 1, `The header must be exactly ${HEADER}.`))
  }
  errors.push(...faultsOfRows(rows))

  const properties = propertiesOf(rows)
  errors.push(...faultsOfVersions(properties))
  const version = properties.get('oneroster.version')?.value
  if (version !== '1.1' && version !== '1.2') return { manifest: null, errors, warnings: [] }

  const modes = new Map<TableName, FileMode>()
  for (const { name } of tablesOf(version)) {
    const mode = properties.get(`file.${name}`)?.value
    if (mode === 'bulk' || mode === 'delta' || mode === 'absent') modes.set(name, mode)
  }
  errors.push(...faultsOfModes(properties, version))
  const slips = slipsOf(properties, version)
  const manifest: Manifest = { version, modes }
  return version === '1.1'
    ? { manifest, errors, warnings: slips }
    : { manifest, errors: [...errors, ...slips], warnings: [] }
}

/** The properties of a manifest by their name; of one that stands twice, the last. */
export const propertiesOf = (rows: readonly ManifestRow[]): Properties =>
  new Map(rows.map(({ cells: [name = '', value = ''], line }) => [name, { value, line }]))

const find = (
  code: string,
  field: string | null,
  row: number | null,
  message: string,
): CheckFinding => ({ file: 'manifest.csv', row, field, code: `manifest.${code}`, message })

function faultsOfRows(rows: readonly ManifestRow[]): CheckFinding[] {
  const seen = new Set<string>()
  return rows.flatMap(({ cells, line }) => {
    const [name = ''] = cells
    const isRepeated = seen.has(name)
    seen.add(name)
    if (cells.length !== 2) {
      return [find('wrong_width', name, line, 'The row must have a property name and a value.')]
    }
    return isRepeated
      ? [find('duplicate_property', name, line, `“${name}” stands in an earlier row.`)]
      : []
  })
}

function faultsOfVersions(properties: Properties): CheckFinding[] {
  const manifest = properties.get('manifest.version')
  const oneroster = properties.get('oneroster.version')
  const findings: CheckFinding[] = []
  if (manifest?.value !== '1.0') {
    const [field, row] = ['manifest.version', manifest?.line ?? null]
    findings.push(find('invalid_manifest_version', field, row, `${field} must be 1.0.`))
  }
  if (oneroster?.value !== '1.1' && oneroster?.value !== '1.2') {
    const [field, row] = ['oneroster.version', oneroster?.line ?? null]
    findings.push(find('invalid_oneroster_version', field, row, `${field} must be 1.1 or 1.2.`))
  }
  return findings
}

function faultsOfModes(properties: Properties, version: Version): CheckFinding[] {
  return tablesOf(version).flatMap(({ name }) => {
    const field = `file.${name}`
    const property = properties.get(field)
    if (!property || /^(bulk|delta|absent)$/.test(property.value)) return []
    const message = `${field} must be absent, bulk or delta.`
    return [find('invalid_file_mode', field, property.line, message)]
  })
}

function slipsOf(properties: Properties, version: Version): CheckFinding[] {
  const files = tablesOf(version).map(({ name }) => `file.${name}`)
  const known = new Set([...OTHER_PROPERTIES, ...files])
  const missing = files.filter((field) => !properties.has(field))
  const unknown = [...properties].filter(([field]) => !known.has(field))
  return [
    ...missing.map((field) => {
      const message = `The manifest has no line ${field}; it must say absent, bulk or delta of every file.`
      return find('missing_property', field, null, message)
    }),
    ...unknown.map(([field, { line }]) =>
      find('unknown_property', field, line, `“${field}” is no property of a manifest.`),
    ),
  ]
}

/**
 * Holds the files of a package against its manifest: what is announced must be there, and
 * nothing else.
 *
 * @param names the files of the package
 */
export function checkFiles(names: Iterable<string>, { version, modes }: Manifest): CheckFinding[] {
  const given = new Set(names)
  const expected = tablesOf(version).map(({ name }) => ({
    file: fileOf(name),
    isAnnounced: (modes.get(name) ?? 'absent') !== 'absent',
  }))
  const known = new Set(['manifest.csv', ...expected.map(({ file }) => file)])

  return [
    ...expected.flatMap(({ file, isAnnounced }) => {
      if (isAnnounced === given.has(file)) return []
      const [code, message] = isAnnounced
        ? ['manifest.file_missing', `The manifest announces ${file}, which is not in the package.`]
        : ['manifest.file_unexpected', `${file} is in the package, but the manifest says absent.`]
      return [{ file, row: null, field: null, code, message }]
    }),
    ...[...given]
      .filter((file) => !known.has(file))
      .map((file) => {
        const right = [...known].find((name) => name.toLowerCase() === file.toLowerCase())
        const message = right
          ? `“${file}” must be written ${right}.`
          : `“${file}” is no file of OneRoster CSV ${version}; take it out of the package.`
        return { file, row: null, field: null, code: 'package.unknown_file', message }
      }),
  ]
}
