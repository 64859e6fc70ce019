import { ZipFile } from 'yazl'
import { fileOf, type TableName, type Version } from '~/domain/roster/columns/table-name'
import { tablesOf } from '~/domain/roster/columns/tables'
import { packageOf, type RosterPackage } from '~/domain/roster/package'
import { readRoster } from '~/domain/roster/read-roster.server'
import type { RosterOptions } from '~/domain/roster/roster'

type Row = Record<string, string>

/** Rows by table, each with only the cells that matter to a test. */
export type Rows = Partial<Record<TableName, Row[]>>

type Shape = { version?: Version; mode?: 'bulk' | 'delta' }

/** A CSV text from its lines. */
export const csv = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

/** A manifest that announces the given tables. */
export function manifest(names: readonly string[], { version = '1.2', mode = 'bulk' }: Shape = {}) {
  return csv(
    'propertyName,value',
    'manifest.version,1.0',
    `oneroster.version,${version}`,
    ...tablesOf(version).map(
      ({ name }) => `file.${name},${names.includes(name) ? mode : 'absent'}`,
    ),
  )
}

/** A file with all columns of the version, in order; cells that a row does not name are blank. */
export function fileWith(name: TableName, rows: readonly Row[], version: Version = '1.2') {
  const columns = tablesOf(version).find((table) => table.name === name)?.columns ?? []
  const names = columns.map((column) => column.name)
  const quoted = (cell = '') => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return csv(
    names.join(','),
    ...rows.map((row) => names.map((column) => quoted(row[column])).join(',')),
  )
}

/** The texts of a package, by file name, with a manifest. */
export function filesOf(rows: Rows, shape: Shape = {}): Record<string, string> {
  const tables = Object.entries(rows) as [TableName, Row[]][]
  return {
    'manifest.csv': manifest(Object.keys(rows), shape),
    ...Object.fromEntries(
      tables.map(([name, own]) => [fileOf(name), fileWith(name, own, shape.version)]),
    ),
  }
}

/** A package from rows, and files that replace or join those of the rows. */
export const packageWith = (
  rows: Rows,
  { files = {}, ...shape }: Shape & { files?: Record<string, string> } = {},
): RosterPackage => packageOf(Object.entries({ ...filesOf(rows, shape), ...files }))

/** A package without a manifest. */
export const bare = (files: Record<string, string>): RosterPackage =>
  packageOf(Object.entries(files))

/** A district with one school. */
export const ORGANIZATIONS: Row[] = [
  { sourcedId: 'd1', name: 'Example District', type: 'district' },
  { sourcedId: 's1', name: 'North School', type: 'school', parentSourcedId: 'd1' },
]

/** A user of 1.2 without a role. */
export const user = (sourcedId: string, more: Row = {}): Row => ({
  sourcedId,
  enabledUser: 'true',
  username: sourcedId,
  givenName: 'Ana',
  familyName: 'Alvarez',
  ...more,
})

/** A user of 1.1 at the school. */
export const userOf11 = (sourcedId: string, role: string, more: Row = {}): Row =>
  user(sourcedId, { role, orgSourcedIds: 's1', ...more })

/** A role of 1.2 at the school. */
export const role = (userSourcedId: string, name: string, more: Row = {}): Row => ({
  sourcedId: `role-${userSourcedId}-${name}`,
  userSourcedId,
  roleType: 'primary',
  role: name,
  orgSourcedId: 's1',
  ...more,
})

/** A teacher, a principal and a student at the school. */
export const SCHOOL: Rows = {
  orgs: ORGANIZATIONS,
  users: [user('u1'), user('u2'), user('u3')],
  roles: [role('u1', 'teacher'), role('u2', 'principal'), role('u3', 'student')],
}

/** Reads users of 1.1 at the school. */
export const readUsersOf11 = (users: Row[], options?: RosterOptions) =>
  readRoster(packageWith({ orgs: ORGANIZATIONS, users }, { version: '1.1' }), options)

/** Reads teachers of 1.2, each with one role that has the given cells. */
export const readRoles = (cells: Row[], options?: RosterOptions) =>
  readRoster(
    packageWith({
      orgs: ORGANIZATIONS,
      users: cells.map((_, index) => user(`u${index}`)),
      roles: cells.map((own, index) => role(`u${index}`, 'teacher', own)),
    }),
    options,
  )

/** A zip of the given entries, as bytes. */
export async function zipOf(entries: readonly (readonly [string, string | Buffer])[]) {
  const zip = new ZipFile()
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return bytesOf(zip)
}

/** The bytes of a zip that has all its entries. */
export async function bytesOf(zip: ZipFile): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
