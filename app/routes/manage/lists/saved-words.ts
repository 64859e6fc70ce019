import { counted } from '~/parts/people-words'

const LINES_NAMED = 5

/** How many are on a list, and which lines named nobody. */
export function savedInWords(outcome: { people: number; lost: { line: number; text: string }[] }) {
  const { people, lost } = outcome
  const on = `${counted(people, 'person is', 'people are')} on the list.`
  if (lost.length === 0) return on
  const lines = lost.slice(0, LINES_NAMED).map(({ line, text }) => `line ${line} (${text})`)
  const more = lost.length > LINES_NAMED ? ` and ${lost.length - LINES_NAMED} more` : ''
  return `${on} Nobody was found for ${lines.join(', ')}${more}.`
}
