import { z } from 'zod'
import { Invalid } from './errors'

/**
 * A value of a shape, from a JSON value.
 *
 * @throws Invalid with every fault, one a line: where it stands, and what would be right
 */
export function readJson<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const { success, data, error } = schema.safeParse(json, { error: wordsOf })
  if (success) return data
  const faults = error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`)
  throw new Invalid(null, faults.join('\n'))
}

/** Where something stands in a file, as people count: `row 2, part 1, hours`. */
function placeOf(path: readonly PropertyKey[]) {
  const steps = path.flatMap((step, at) => {
    if (typeof step === 'number') return []
    const index = path[at + 1]
    return typeof index === 'number' ? `${oneOf(String(step))} ${index + 1}` : String(step)
  })
  return steps.length > 0 ? steps.join(', ') : 'the file'
}

/* What one of a list is called where it is not the name of the list without its s. */
const ONE: Record<string, string> = { split: 'part', categories: 'category', classes: 'class' }

const oneOf = (list: string) => ONE[list] ?? list.replace(/s$/, '')

type Issue = z.core.$ZodRawIssue

/** What would be right; a schema that says it itself comes first. */
function wordsOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `write ${expectedIn(issue)}${issue.input === undefined ? '' : `, not ${shown(issue.input)}`}.`
    case 'invalid_format':
      return issue.format === 'date' ? `write ${A_DAY}, not ${shown(issue.input)}.` : undefined
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}.`
    case 'invalid_union':
      return Array.isArray(issue.options) ? `write one of ${issue.options.join(', ')}.` : undefined
    case 'not_multiple_of':
      return `write at most ${decimalsOf(issue.divisor)} decimals, not ${shown(issue.input)}.`
    case 'too_small':
    case 'too_big':
      return sizeIn(issue)
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `“${key}”`).join(', ')}${fieldsOf(issue)}.`
    default:
      return undefined
  }
}

const A_DAY = 'a day as "2026-09-30"'

const EXPECTED: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number without quotation marks, such as 1.5',
  int: 'a whole number, such as 90',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
}

const expectedIn = ({ inst, expected }: Issue & { code: 'invalid_type' }) =>
  inst instanceof z.ZodISODate ? A_DAY : (EXPECTED[expected] ?? expected)

function sizeIn(issue: Issue & { code: 'too_small' | 'too_big' }) {
  const isLeast = issue.code === 'too_small'
  const bound = Number(isLeast ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') {
    return isLeast ? 'it may not be empty.' : `keep it to ${bound} characters.`
  }
  const words = `${bound} or ${isLeast ? 'more' : issue.origin === 'array' ? 'fewer' : 'less'}`
  return issue.origin === 'array' ? `list ${words}.` : `write ${words}, not ${shown(issue.input)}.`
}

function fieldsOf({ inst }: Issue) {
  if (!(inst instanceof z.ZodObject)) return ''
  const names = Object.keys(inst.shape).filter((name) => name !== '$schema')
  return `; there are ${names.join(', ')}`
}

const decimalsOf = (divisor: number) => Math.round(-Math.log10(divisor))

function shown(value: unknown) {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
