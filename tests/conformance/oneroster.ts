import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPackage } from '../../app/domain/roster/check.server'
import { UnreadablePackage } from '../../app/domain/roster/package'
import { readPackage } from '../../app/domain/roster/read-package.server'
import { readRoster } from '../../app/domain/roster/read-roster.server'
import type { Conformance } from './run'

type Verdict = { version: '1.1' | '1.2' | null; codes: string[]; errors?: number }

/** The vectors of LongsightGroup/oneroster, whose validator passes the official sets of 1.2.1. */
const VECTORS: Record<string, Verdict> = {
  'valid-full-bulk-package': { version: '1.2', codes: [] },
  'valid-gradebook-delta-package': { version: '1.2', codes: [] },
  'valid-resources-bulk-package': { version: '1.2', codes: [] },
  'valid-rostering-bulk-package': { version: '1.2', codes: [] },
  'invalid-delta-lifecycle-datetime-failure': { version: '1.2', codes: ['row.invalid_datetime'] },
  'invalid-field-parser-failures': {
    version: '1.2',
    codes: [
      'row.invalid_year',
      'row.invalid_guid',
      'row.missing_required_value',
      'row.invalid_integer',
      'row.invalid_date',
      'row.invalid_float',
      'row.invalid_enum',
      'row.invalid_boolean',
      'row.invalid_list',
    ],
  },
  'invalid-invalid-manifest-header': { version: '1.2', codes: ['manifest.invalid_header'] },
  'invalid-manifest-marks-supplied-file-missing': {
    version: '1.2',
    codes: ['manifest.file_missing'],
  },
  'invalid-missing-manifest': { version: null, codes: ['package.missing_manifest'] },
  'invalid-missing-target-file-failure': {
    version: '1.2',
    codes: ['reference.missing_target_file'],
  },
  'invalid-semantic-validation-failure': {
    version: '1.2',
    codes: [
      'semantic.invalid_score_range',
      'semantic.invalid_score_scale_mapping',
      'semantic.invalid_case_learning_objective_id',
    ],
  },
  'invalid-unknown-zip-entry': { version: '1.2', codes: ['package.unknown_file'] },
}

const VERDICTS: Record<string, Verdict> = {
  ...Object.fromEntries(
    Object.entries(VECTORS).map(([name, verdict]) => [
      `longsight-1.2.1-vectors/${name}.zip`,
      verdict,
    ]),
  ),
  'moodle-enrol/oneroster_test_data.zip': {
    version: '1.2',
    codes: ['row.invalid_boolean'],
    errors: 1,
  },
  'roster-hub-en-v1p1': { version: '1.1', codes: [] },
  'roster-hub-en-v1p1/oneroster.zip': { version: '1.1', codes: [] },
  'nicelion-empty-v1p1': { version: '1.1', codes: ['file.no_rows'] },
  'microsoft-sds-v2.1': { version: null, codes: ['package.not_oneroster'] },
}

type Staff = {
  version: '1.1' | '1.2'
  staff: number
  students: number
  parents: number
  /** Words that some warning has. */
  warnings: readonly RegExp[]
  /** Whether those who are not in it have left. */
  isFullList: boolean
}

const none = { staff: 0, students: 0, parents: 0, warnings: [], isFullList: false } as const

const STAFF: Record<string, Staff> = {
  'gospelnerd-generator/school-small-v1p1.zip': {
    ...none,
    version: '1.1',
    staff: 7,
    students: 72,
    isFullList: true,
  },
  'moodle-enrol/Test_full_data_set.zip': {
    version: '1.1',
    staff: 2,
    students: 3,
    parents: 1,
    warnings: [
      /exactly true or false/,
      /homeroom or scheduled/,
      /courses\.csv/,
      /parent is not in/,
    ],
    isFullList: true,
  },
  'moodle-enrol/oneroster_test_data.zip': { ...none, version: '1.2', students: 1 },
  'roster-hub-en-v1p1': {
    ...none,
    version: '1.1',
    students: 20,
    warnings: [/2 users teach a class/, /No staff/],
  },
  'nicelion-empty-v1p1': { ...none, version: '1.1', warnings: [/no rows/] },
  'snapwiz-edulastic-v1p1': {
    version: '1.1',
    staff: 4,
    students: 7,
    parents: 0,
    warnings: [/more cells than the header/],
    isFullList: true,
  },
}

const REFUSED: Record<string, RegExp> = {
  'microsoft-sds-v2.1': /Microsoft School Data Sync 2\.1, not OneRoster.*OneRoster 1\.2 CSV/,
}

/**
 * Reads the files of other programs under `oneroster-csv` and compares with what is known of
 * them: the verdict of the strict check, and the staff that the lenient reading finds.
 */
export async function conformOneRoster(folder: string): Promise<Conformance[]> {
  const files = join(folder, 'oneroster-csv')
  const results: Conformance[] = [await everyVectorIsKnown(files)]
  for (const [name, expected] of Object.entries(VERDICTS)) {
    results.push(await tried(`check ${name}`, () => tryCheck(join(files, name), expected)))
  }
  for (const [name, expected] of Object.entries(STAFF)) {
    results.push(await tried(`read ${name}`, () => tryReading(join(files, name), expected)))
  }
  for (const [name, expected] of Object.entries(REFUSED)) {
    results.push(await tried(`refuse ${name}`, () => tryRefusal(join(files, name), expected)))
  }
  return results
}

type Outcome = Omit<Conformance, 'name'>

async function tried(name: string, attempt: () => Promise<Outcome>): Promise<Conformance> {
  try {
    return { name, ...(await attempt()) }
  } catch (error) {
    return { name, passed: false, detail: String(error) }
  }
}

async function everyVectorIsKnown(files: string): Promise<Conformance> {
  const found = await readdir(join(files, 'longsight-1.2.1-vectors'))
  const unknown = found.filter((file) => !(file.replace(/\.zip$/, '') in VECTORS))
  return {
    name: 'every vector has an expectation',
    passed: unknown.length === 0,
    detail: unknown.length > 0 ? `none for ${unknown.join(', ')}` : `${found.length} vectors`,
  }
}

async function tryCheck(path: string, expected: Verdict): Promise<Outcome> {
  const { valid, version, errors, errorCount } = await checkPackage(await readPackage(path))
  const found = new Set(errors.map(({ code }) => code))
  const missing = expected.codes.filter((code) => !found.has(code))
  const unplaced = errors.filter(({ code, file, row }) => code.startsWith('row.') && !(file && row))
  const passed =
    valid === (expected.codes.length === 0) &&
    version === expected.version &&
    missing.length === 0 &&
    unplaced.length === 0 &&
    (expected.errors ?? errorCount) === errorCount
  const verdict = valid ? 'valid' : `invalid: ${[...found].join(', ')}`
  const lacking = missing.length > 0 ? `; lacks ${missing.join(', ')}` : ''
  return {
    passed,
    detail: `${version ?? 'no version'}, ${errorCount} errors, ${verdict}${lacking}`,
  }
}

async function tryReading(path: string, expected: Staff): Promise<Outcome> {
  const roster = await readRoster(await readPackage(path))
  const { students, parents, others } = roster.skipped
  const unsaid = expected.warnings.filter(
    (words) => !roster.warnings.some(({ message }) => words.test(message)),
  )
  const passed =
    roster.version === expected.version &&
    roster.members.length === expected.staff &&
    students === expected.students &&
    parents === expected.parents &&
    others === 0 &&
    roster.rejected.length === 0 &&
    roster.present.members === expected.isFullList &&
    unsaid.length === 0
  const counts = `${roster.members.length} staff, ${students} students, ${parents} parents`
  const said = `${roster.warnings.length} warnings, ${roster.questions.length} questions`
  const silence = unsaid.length > 0 ? `; no warning of ${unsaid.join(', ')}` : ''
  return { passed, detail: `${roster.version}, ${counts}, ${said}${silence}` }
}

async function tryRefusal(path: string, expected: RegExp): Promise<Outcome> {
  try {
    await readRoster(await readPackage(path))
    return { passed: false, detail: 'was read' }
  } catch (error) {
    if (!(error instanceof UnreadablePackage)) throw error
    return { passed: expected.test(error.message), detail: error.message.slice(0, 80) }
  }
}
