import { fileOf, type TableName } from './columns/table-name'
import { tablesOf } from './columns/tables'
import { asUtf8 } from './csv-text.server'
import { headersOf } from './headers.server'
import { Classes } from './lenient/classes'
import { contentsOf, type Contents } from './lenient/contents'
import { Findings } from './lenient/findings'
import { readManifest } from './lenient/manifest'
import { Members } from './lenient/members'
import { Organizations } from './lenient/organizations'
import { withPrimary, type Placement } from './lenient/placement'
import { Questions } from './lenient/questions'
import type { SourceRecord } from './lenient/record'
import { Roles } from './lenient/roles'
import { Taught } from './lenient/taught'
import { Teaching } from './lenient/teaching'
import { findFile, UnreadablePackage, type RosterPackage } from './package'
import { readRecords, type RecordsRead } from './records.server'
import type { Roster, RosterMode, RosterOptions } from './roster'
import { readTable } from './table.server'

/** The files that are read. The last is only looked through for its shape. */
const FILES: readonly TableName[] = [
  ...(['orgs', 'roles', 'users', 'courses', 'classes', 'enrollments'] as const),
  'academicSessions',
]

/**
 * Reads the staff of a OneRoster package leniently: what can only be meant in one way is read
 * and warned about, what cannot be read is rejected with a reason, and what only a person can
 * decide is asked.
 *
 * Students, parents, guardians and relatives are counted and forgotten. `demographics.csv`,
 * grades, results and resources are not opened.
 *
 * @throws UnreadablePackage when it is no OneRoster package, or when staff cannot be told from
 *   students in it
 */
export async function readRoster(pkg: RosterPackage, options: RosterOptions = {}): Promise<Roster> {
  const contents = contentsOf(headersOf(pkg))
  const findings = new Findings()
  const questions = new Questions(options)
  const manifest = await propertiesOf(pkg)
  const { version, mode } = readManifest(manifest, contents, { options, findings, questions })
  requireRoles(contents, mode, options)
  warnOfShape(pkg, contents, findings)

  const read = readerOf(pkg, findings, options)
  const organizations = new Organizations(findings)
  const context = { mode, options, organizations, findings, questions }
  const roles = new Roles(context)
  const members = new Members({ ...context, roles })
  const classes = new Classes(findings, contents.has.courses)
  const teaching = new Teaching((user) => members.isSkipped(user))
  const taught = new Taught(
    classes,
    (user) => members.byId.has(user) || options.knownMembers?.has(user) === true,
  )

  const readings = {
    orgs: await read('orgs', (record) => organizations.add(record)),
    roles: await read('roles', (record) => roles.add(record)),
    users: await read('users', (record) => members.add(record)),
  }
  await read('courses', (record) => classes.addCourse(record))
  await read('classes', (record) => classes.add(record))
  const enrollments = await read('enrollments', (record) => {
    teaching.add(record)
    taught.add(record)
  })
  await read('academicSessions', () => {})

  const placements = [
    ...members.placements,
    ...placementsWithoutUser(roles, members, mode === 'bulk' && readings.users.hasRows, findings),
  ]
  teaching.settle(findings)
  const present = {
    ...presenceOf(readings, contents, members.byId.size, findings),
    teaching: enrollments.hasRows && enrollments.isComplete,
  }
  const asked = questions.settle(members.byId, placements, findings)
  return {
    version,
    mode,
    organizations: organizations.settle(mode).map((organization) => ({
      ...organization,
      gradeBand:
        organization.kind === 'school' ? classes.gradeBands.of(organization.sourcedId) : null,
    })),
    members: [...members.byId.values()],
    affiliations: [...byMember(placements)].flatMap(([id, own]) =>
      withPrimary(own, members.primaryOrganizationOf(id)),
    ),
    teaching: taught.settle(),
    present,
    spared: {
      organizations: [...organizations.rejectedIds],
      members: [...new Set([...members.rejectedIds, ...roles.rejectedMembers])],
    },
    skipped: members.skipped(),
    rejected: findings.rejected,
    warnings: findings.warnings(),
    questions: asked,
  }
}

async function propertiesOf(pkg: RosterPackage): Promise<Map<string, string> | null> {
  const found = findFile(pkg, 'manifest.csv')
  if (!found) return null
  const properties = new Map<string, string>()
  await readTable(asUtf8(found.bytes).bytes, 'lenient', {
    header: () => {},
    unreadable: () => {},
    row: ([name = '', value = '']) => properties.set(name.trim().toLowerCase(), value.trim()),
  })
  return properties
}

/** A full list in which nobody has a role would make everybody a student, or nobody. */
function requireRoles({ has, hasUserRole }: Contents, mode: RosterMode, options: RosterOptions) {
  const knowsMembers = mode === 'delta' && options.knownMembers !== undefined
  if (!has.users || has.roles || hasUserRole || knowsMembers) return
  throw new UnreadablePackage(
    'users.csv has no column “role”, and there is no roles.csv, so that staff cannot be told from students. Nothing was read. Export OneRoster 1.2 with roles.csv, or OneRoster 1.1.',
  )
}

function warnOfShape(
  { files, folder, ignored }: RosterPackage,
  { has }: Contents,
  findings: Findings,
) {
  const warn = (file: string, message: string) =>
    findings.warn({ file, row: null, field: null, message })
  if (folder !== null) {
    warn(
      '',
      `The files stand in a folder of the zip, “${folder}”. OneRoster wants them at its top.`,
    )
  }
  const unknown = [...files.keys()].filter((name) => !KNOWN_FILES.has(name.toLowerCase()))
  for (const name of unknown) warn(name, 'The file is none of OneRoster and was not read.')
  if (ignored.length > 0) {
    warn('', `${ignored.length} entries of the zip are no files of OneRoster and were left out.`)
  }
  if (!has.orgs) warn('orgs.csv', 'The package has no orgs.csv; organizations stay as they are.')
  if (!has.users) warn('users.csv', 'The package has no users.csv; members stay as they are.')
}

const KNOWN_FILES = new Set([
  'manifest.csv',
  ...[...tablesOf('1.1'), ...tablesOf('1.2')].map(({ name }) => fileOf(name).toLowerCase()),
])

function readerOf(pkg: RosterPackage, findings: Findings, { onProgress }: RosterOptions) {
  const sizes = FILES.map((name) => findFile(pkg, fileOf(name))?.bytes.length ?? 0)
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0)
  let bytes = 0

  return (name: TableName, onRecord: (record: SourceRecord) => void) =>
    readRecords(pkg, fileOf(name), {
      findings,
      columns: columnsOf(name),
      onRecord,
      onProgress: (rows, more) => {
        bytes += more
        onProgress?.({ file: fileOf(name), rows, bytes, totalBytes })
      },
    })
}

/** The columns of a file in either version, in lower case. */
const columnsOf = (name: TableName): Set<string> =>
  new Set(
    [...tablesOf('1.1'), ...tablesOf('1.2')]
      .filter((table) => table.name === name)
      .flatMap(({ columns }) => columns.map((column) => column.name.toLowerCase())),
  )

/**
 * Staff roles of users who have no row in `users.csv`. They are rejected where that file is the
 * full list, and otherwise kept for members who came with an earlier package.
 */
function placementsWithoutUser(
  roles: Roles,
  members: Members,
  isFullList: boolean,
  findings: Findings,
): Placement[] {
  const without = [...roles.users()].filter(
    (user) => !members.byId.has(user) && !members.rejectedIds.has(user),
  )
  const placements = without.flatMap((user) => roles.placementsOf(user))
  if (!isFullList) return placements

  for (const { record, memberSourcedId } of placements) {
    roles.rejectedMembers.add(memberSourcedId)
    const message = 'userSourcedId refers to a user that users.csv does not have.'
    findings.reject(record, 'userSourcedId', message)
  }
  return []
}

function presenceOf(
  { orgs, roles, users }: Record<'orgs' | 'roles' | 'users', RecordsRead>,
  { has }: Contents,
  staff: number,
  findings: Findings,
): Omit<Roster['present'], 'teaching'> {
  if (users.hasRows && staff === 0) {
    const message = 'No staff was found in users.csv; members stay as they are.'
    findings.warn({ file: 'users.csv', row: null, field: null, message })
  }
  const members = users.hasRows && users.isComplete && roles.isComplete && staff > 0
  return {
    organizations: orgs.hasRows && orgs.isComplete,
    members,
    affiliations: members && (!has.roles || roles.hasRows),
  }
}

function byMember(placements: readonly Placement[]): Map<string, Placement[]> {
  const grouped = new Map<string, Placement[]>()
  for (const placement of placements) {
    const own = grouped.get(placement.memberSourcedId)
    if (own) own.push(placement)
    else grouped.set(placement.memberSourcedId, [placement])
  }
  return grouped
}
