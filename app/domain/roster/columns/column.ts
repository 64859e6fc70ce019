import type { TableName } from './table-name'

/**
 * How the cells of a column are written (OneRoster CSV 1.2.1 §3, "Data types").
 *
 * - `guid`, `guids`: 1 to 255 characters of `0-9A-Za-z.-_/@`; a list has commas and no spaces
 * - `text`, `texts`: anything; a list has no empty item
 * - `word`, `words`: one, or a list, of the words of a vocabulary
 * - `userIds`: a list of `{type:id}`
 * - `boolean`: exactly `true` or `false`
 * - `date`: `YYYY-MM-DD`; `datetime`: `YYYY-MM-DDTHH:MM:SS.sssZ`; `year`: `YYYY`
 */
export type ColumnKind =
  | 'guid'
  | 'guids'
  | 'text'
  | 'texts'
  | 'word'
  | 'words'
  | 'userIds'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'integer'
  | 'float'
  | 'year'

/** A column of a OneRoster file. `extensible` words may also be `ext:` and anything (1.2 only). */
export type Column = {
  name: string
  kind: ColumnKind
  required: boolean
  words: readonly string[]
  extensible: boolean
  /** The file whose `sourcedId` the cells repeat. */
  target: TableName | null
}

const column = (name: string, kind: ColumnKind, more: Partial<Column> = {}): Column => ({
  name,
  kind,
  required: false,
  words: [],
  extensible: false,
  target: null,
  ...more,
})

/** The same column, which may not be blank. */
export const required = (optional: Column): Column => ({ ...optional, required: true })

/** A column of the given kind that needs nothing else said about it. */
export const plain = (
  kind: Exclude<ColumnKind, 'guid' | 'guids' | 'word' | 'words'>,
  name: string,
) => column(name, kind)

/** A column of free text. */
export const text = (name: string) => column(name, 'text')

/** An id, of this row or of a row in `target`. */
export const guid = (name: string, target: TableName | null = null) =>
  column(name, 'guid', { target })

/** A list of ids of rows in `target`. */
export const guids = (name: string, target: TableName) => column(name, 'guids', { target })

/** One word of a vocabulary that 1.2 lets a district extend by `ext:`. */
export const word = (name: string, words: readonly string[]) =>
  column(name, 'word', { words, extensible: true })

/** One word of a vocabulary that nobody may extend. */
export const closedWord = (name: string, words: readonly string[]) =>
  column(name, 'word', { words })

/** A list of words of a vocabulary that 1.2 lets a district extend by `ext:`. */
export const words = (name: string, vocabulary: readonly string[]) =>
  column(name, 'words', { words: vocabulary, extensible: true })
