import { type Day, isDay } from '../calendar'
import { fold } from '../people/name'
import { JURISDICTIONS, type Jurisdiction } from '../rule-sets/jurisdictions'

/** What a cell says; `undefined` is something that cannot be read, `null` nothing. */
type Read<T> = T | null | undefined

/** A state by its code (`US-MA`, `MA`) or its name. */
export function readJurisdiction(cell: string): Read<Jurisdiction> {
  if (cell === '') return null
  const wanted = fold(cell)
  const codes = Object.keys(JURISDICTIONS) as Jurisdiction[]
  return codes.find(
    (code) =>
      wanted === code.toLowerCase() ||
      wanted === code.slice('US-'.length).toLowerCase() ||
      wanted === fold(JURISDICTIONS[code]),
  )
}

/** A day as `2027-06-30`, or as an American spreadsheet makes it: `6/30/2027`. */
export function readDay(cell: string): Read<Day> {
  if (cell === '') return null
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  const day = american
    ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
    : cell
  return isDay(day) ? day : undefined
}

const YES = ['yes', 'y', 'true', '1', 'x', 'primary']
const NO = ['no', 'n', 'false', '0', 'additional']

/** Whether a license is the primary one. */
export function readFlag(cell: string): Read<boolean> {
  if (cell === '') return null
  const word = cell.toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : undefined
}

/** Several codes or labels, with semicolons between them. */
export const readList = (cell: string) =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

/** The code of a choice that was named by its code or its label; anything else stays as it is. */
export const codeFor = (choices: readonly { code: string; label: string }[], said: string) =>
  choices.find(({ code, label }) => code === said || fold(label) === fold(said))?.code ?? said
