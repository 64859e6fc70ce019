/** A roster format that is mistaken for OneRoster, and what to do instead. */
export type ForeignFormat = { name: string; message: string }

type Signature = {
  name: string
  advice: string
  /** Files with columns that only this format has, in lower case; no columns: the file is enough. */
  marks: readonly { file: string; columns?: readonly string[] }[]
}

const EXPORT_ONEROSTER =
  'In the student information system, choose the export “OneRoster 1.2 CSV” or “OneRoster 1.1 CSV” instead: a zip with a manifest.csv, orgs.csv and users.csv.'

const SIGNATURES: readonly Signature[] = [
  {
    name: 'Microsoft School Data Sync 2.1',
    advice:
      'Its users.csv, orgs.csv and roles.csv have the names of OneRoster files but other columns, and no status and no manifest.',
    marks: [
      { file: 'users.csv', columns: ['activedirectorymatchid'] },
      { file: 'roles.csv', columns: ['isprimary', 'sessionsourcedid'] },
      { file: 'relationships.csv', columns: ['relationshiprole'] },
    ],
  },
  {
    name: 'Microsoft School Data Sync 1',
    advice: 'It keeps students, teachers and sections in files of their own.',
    marks: [
      { file: 'teacherroster.csv' },
      { file: 'studentenrollment.csv' },
      { file: 'section.csv', columns: ['sis id', 'school sis id'] },
    ],
  },
  {
    name: 'the CSV format of Clever',
    advice: 'It keeps schools, teachers, students and sections in files of their own.',
    marks: [
      { file: 'teachers.csv', columns: ['teacher_id', 'school_id'] },
      { file: 'schools.csv', columns: ['school_id', 'school_name'] },
      { file: 'sections.csv', columns: ['section_id', 'school_id'] },
    ],
  },
]

/**
 * Tells whether a package is another vendor's format that looks like OneRoster. Such a package
 * is refused as a whole: half of its columns have OneRoster's names and another meaning.
 *
 * @param headers the columns of each file, by file name
 */
export function recognizeForeignFormat(
  headers: ReadonlyMap<string, readonly string[]>,
): ForeignFormat | null {
  const lower = new Map(
    [...headers].map(([file, columns]) => [
      file.toLowerCase(),
      new Set(columns.map((column) => column.trim().toLowerCase())),
    ]),
  )
  if (lower.has('manifest.csv')) return null

  const found = SIGNATURES.find(({ marks }) =>
    marks.some(({ file, columns = [] }) => {
      const written = lower.get(file)
      return written !== undefined && columns.every((column) => written.has(column))
    }),
  )
  if (!found) return null
  return {
    name: found.name,
    message: `This is ${found.name}, not OneRoster. ${found.advice} Nothing was read. ${EXPORT_ONEROSTER}`,
  }
}
