import { recognizeForeignFormat } from '../foreign-format'
import { UnreadablePackage } from '../package'

/** What the columns of a package tell, without its manifest. */
export type Contents = {
  has: Readonly<Record<'orgs' | 'users' | 'roles' | 'courses', boolean>>
  /** Whether `users.csv` says the role of each user, as in 1.1. */
  hasUserRole: boolean
}

/** Without these columns no row of the file could be used. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'orgs.csv': ['sourcedId', 'name', 'type'],
  'users.csv': ['sourcedId'],
  'roles.csv': ['userSourcedId', 'role', 'orgSourcedId'],
}

/**
 * Looks at the headers of a package before anything else is read.
 *
 * @param headers the columns of each file, by file name
 * @throws UnreadablePackage when it is another format, has no file on staff, or lacks a column
 *   without which nothing can be read
 */
export function contentsOf(headers: ReadonlyMap<string, readonly string[]>): Contents {
  const foreign = recognizeForeignFormat(headers)
  if (foreign) throw new UnreadablePackage(foreign.message)

  const columns = new Map(
    [...headers].map(([file, names]) => [
      file.toLowerCase(),
      new Set(names.map((name) => name.trim().toLowerCase())),
    ]),
  )
  const has = (name: string) => columns.has(`${name}.csv`)
  if (!has('orgs') && !has('users') && !has('roles')) {
    throw new UnreadablePackage(
      'The package has no orgs.csv, users.csv or roles.csv. Hand in the OneRoster CSV export (1.1 or 1.2) of your student information system.',
    )
  }
  for (const [file, needed] of Object.entries(NEEDED)) {
    const written = columns.get(file)
    const lacking = needed.find((name) => written && !written.has(name.toLowerCase()))
    if (lacking) {
      throw new UnreadablePackage(
        `The header of ${file} has no column “${lacking}”. Nothing was read. The first row must name the columns as OneRoster does.`,
      )
    }
  }
  return {
    has: {
      orgs: has('orgs'),
      users: has('users'),
      roles: has('roles'),
      courses: has('courses'),
    },
    hasUserRole: columns.get('users.csv')?.has('role') ?? false,
  }
}
