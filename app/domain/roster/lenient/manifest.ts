import type { Version } from '../columns/table-name'
import type { RosterMode, RosterOptions } from '../roster'
import type { Contents } from './contents'
import type { Findings } from './findings'
import type { Questions } from './questions'

const STAFF_FILES = ['orgs', 'users', 'roles'] as const

/**
 * Tells the version and the mode of a package: by its manifest, or else by its files.
 *
 * A package without a manifest counts as a delta until somebody says that it is the full list,
 * since nobody can end for not being in a delta. So does one in which any of the files on staff
 * is a delta.
 *
 * @param properties the properties of the manifest by their names in lower case; null without one
 */
export function readManifest(
  properties: ReadonlyMap<string, string> | null,
  contents: Contents,
  {
    options,
    findings,
    questions,
  }: { options: RosterOptions; findings: Findings; questions: Questions },
): { version: Version; mode: RosterMode } {
  warnOfAbsent(properties, contents, findings)
  return {
    version: versionOf(properties, contents, findings),
    mode: modeOf(properties, options, questions),
  }
}

function warnOfAbsent(
  properties: ReadonlyMap<string, string> | null,
  { has }: Contents,
  findings: Findings,
) {
  for (const name of STAFF_FILES) {
    const [file, field] = [`${name}.csv`, `file.${name}`]
    if (!has[name] || properties?.get(field)?.toLowerCase() !== 'absent') continue
    const message = `The manifest says that ${file} is absent, but it is in the package; it was read.`
    findings.warn({ file, row: null, field, message })
  }
}

function versionOf(
  properties: ReadonlyMap<string, string> | null,
  contents: Contents,
  findings: Findings,
): Version {
  const minor = /^v?1[.p]([12])\b/.exec(properties?.get('oneroster.version') ?? '')?.[1]
  const stated = minor === '1' ? '1.1' : minor === '2' ? '1.2' : null
  const inferred = versionOfColumns(contents) ?? stated ?? '1.2'
  if (stated === inferred) return stated

  const message = !properties
    ? `The package has no manifest.csv. By its columns it was read as OneRoster ${inferred}.`
    : stated
      ? `The manifest says OneRoster ${stated}, but the columns are those of ${inferred}; the package was read by its columns.`
      : `The manifest names no version that is known here. By its columns the package was read as OneRoster ${inferred}.`
  findings.warn({ file: 'manifest.csv', row: null, field: 'oneroster.version', message })
  return inferred
}

function versionOfColumns({ has, hasUserRole }: Contents): Version | null {
  if (has.roles) return '1.2'
  return hasUserRole ? '1.1' : null
}

function modeOf(
  properties: ReadonlyMap<string, string> | null,
  options: RosterOptions,
  questions: Questions,
): RosterMode {
  const modes = STAFF_FILES.map((name) => properties?.get(`file.${name}`)?.toLowerCase())
  if (modes.includes('delta')) return 'delta'
  if (modes.includes('bulk')) return 'bulk'
  if (!options.mode) questions.unknownMode()
  return options.mode ?? 'delta'
}
