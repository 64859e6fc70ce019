import { ZipFile } from 'yazl'
import { packageOf } from '~/domain/roster/package'
import { readRoster } from '~/domain/roster/read-roster.server'
import type { RosterOptions } from '~/domain/roster/roster'

type Cells = Record<string, string>

/** The files of a OneRoster 1.1 package: a list of rows, or null for a file that is missing. */
export type RosterFiles = { orgs?: Cells[] | null; users?: Cells[] | null; mode?: 'bulk' | 'delta' }

const ORG_COLUMNS = ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier']
const USER_COLUMNS = ['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'orgSourcedIds']
const COLUMNS = {
  orgs: [...ORG_COLUMNS, 'parentSourcedId'],
  users: [...USER_COLUMNS, 'role', 'username', 'givenName', 'familyName', 'identifier', 'email'],
}

/** A district and two schools. */
export const SCHOOLS: Cells[] = [
  { sourcedId: 'd', name: 'Fresh Schools', type: 'district' },
  { sourcedId: 'lincoln', name: 'Lincoln Elementary', type: 'school', parentSourcedId: 'd' },
  { sourcedId: 'adams', name: 'Adams Middle', type: 'school', parentSourcedId: 'd' },
]

/** Somebody of `users.csv`: a teacher at Lincoln Elementary unless it says otherwise. */
export function user(name: string, cells: Cells = {}): Cells {
  const [givenName = '', familyName = ''] = name.split(' ')
  const account = name.toLowerCase().replace(' ', '.')
  return {
    sourcedId: account,
    enabledUser: 'true',
    orgSourcedIds: 'lincoln',
    role: 'teacher',
    username: account,
    givenName,
    familyName,
    email: `${account}@fresh.example`,
    ...cells,
  }
}

/** So many teachers, for a roster in which one more or less is not a tenth. */
export const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => user(`Teacher Number${index}`))

/** The texts of the files, by name. */
export function rosterTexts({ orgs = SCHOOLS, users = [], mode = 'bulk' }: RosterFiles) {
  const files = Object.entries({ orgs, users }).flatMap(([name, rows]) =>
    rows ? [[`${name}.csv`, csvOf(COLUMNS[name as 'orgs' | 'users'], rows)] as const] : [],
  )
  const manifest = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...['orgs', 'users'].map((name) => [
      `file.${name}`,
      files.some(([file]) => file === `${name}.csv`) ? mode : 'absent',
    ]),
  ]
  const text = ['propertyName,value', ...manifest.map((row) => row.join(','))].join('\r\n')
  return [['manifest.csv', text] as const, ...files]
}

/** The files as they are read. */
export const rosterOf = (files: RosterFiles, options: RosterOptions = {}) =>
  readRoster(packageOf(rosterTexts(files)), options)

function csvOf(columns: string[], rows: Cells[]) {
  const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const line = (cells: Cells) => columns.map((column) => quoted(cells[column] ?? '')).join(',')
  return [columns.join(','), ...rows.map(line)].join('\r\n')
}

/** The files as the zip that somebody hands in. */
export async function rosterZip(files: RosterFiles, name = 'roster.zip') {
  const zip = new ZipFile()
  for (const [file, text] of rosterTexts(files)) zip.addBuffer(Buffer.from(text), file)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer))
  return new File([Buffer.concat(chunks)], name, { type: 'application/zip' })
}
