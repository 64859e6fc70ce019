/**
 * Something that the strict check found wrong with a package.
 *
 * - `file`: the file, or `''` when it is about the package as a whole
 * - `row`: the line of the file, the header being row 1; null when it is about the whole file
 * - `field`: the column, or the property of the manifest
 * - `code`: a stable word for programs, such as `row.invalid_guid`
 * - `message`: what is wrong and what would be right. It never repeats the content of a cell,
 *   which may be about a student.
 */
export type CheckFinding = {
  file: string
  row: number | null
  field: string | null
  code: string
  message: string
}

/** A finding whose place is known to the caller. */
export type Fault = Pick<CheckFinding, 'field' | 'code' | 'message'>

/** A finding about the package as a whole. */
export const ofPackage = (code: string, message: string): CheckFinding => ({
  file: '',
  row: null,
  field: null,
  code,
  message,
})
