import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedRuleSets } from '../../app/domain/rule-sets/shipped.server'
import type { Conformance } from './run'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What a figure of the notes may look like in ours; the first pattern that fits a place holds. */
const FIGURES: { pattern: RegExp; faces: (match: string[]) => RegExp[] }[] = [
  {
    pattern: /\bP(\d+)([YMD])/g,
    faces: ([, count, unit]) => [
      number(count!),
      ...(unit === 'Y' ? [number(String(Number(count) * 12))] : []),
    ],
  },
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    faces: ([text, year, month, day]) => [
      new RegExp(text!),
      new RegExp(`${inWords(month!, day!)} ${year}`),
    ],
  },
  { pattern: /\b\d{4}-\d{2}\b/g, faces: ([text]) => [new RegExp(text!)] },
  {
    pattern: /(?<![\w-])(\d{2})-(\d{2})\b/g,
    faces: ([text, month, day]) => [new RegExp(`"${text}"`), new RegExp(inWords(month!, day!))],
  },
  { pattern: /(?<![\w.])\d+(?:\.\d+)?(?![\w])/g, faces: ([text]) => [number(text!)] },
]

/**
 * Compares the rule sets of the product with the notes they were written from, a YAML file each in
 * `rules` (or `domain/rules`, here or beside the folder): every source and every figure must be kept.
 */
export async function conformRuleSets(folder: string): Promise<Conformance[]> {
  const places = ['rules', 'domain/rules', '../domain/rules'].map((path) => join(folder, path))
  const notes = places.find((path) => existsSync(path))
  if (!notes) return [{ name: 'notes on rules', passed: false, detail: `none in ${folder}` }]
  return readdirSync(notes)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => ({ name: file, ...tryFile(readFileSync(join(notes, file), 'utf8')) }))
}

function tryFile(yaml: string): Omit<Conformance, 'name'> {
  const id = /^id: (.+)$/m.exec(yaml)?.[1]
  const ruleSet = shippedRuleSets().find((it) => it.id === id)
  if (!ruleSet) return { passed: false, detail: `there is no rule set ${id}` }
  const dated = ruleSet.sources.map((source) => source.dated)
  const ours = JSON.stringify({ ...ruleSet, sources: dated })
  const sources = /^sources: \[(.*)\]$/m.exec(yaml)?.[1]?.split(', ') ?? []
  const lost = sources.filter((key) => !ruleSet.sources.some((source) => source.key === key))
  const { tried, missing } = compareFigures(figuresOf(yaml), ours)
  const lacking = [...lost, ...missing]
  return {
    passed: lacking.length === 0 && sources.length > 0,
    detail: `${sources.length} sources, ${tried} figures${lacking.length > 0 ? `; lacks ${lacking.join(', ')}` : ''}`,
  }
}

/** The notes without what is no figure: the id, the list of sources, comments, a minimum of nothing. */
const figuresOf = (yaml: string) =>
  yaml.replace(/^(id|sources|previous_version): .*$|#.*$|\bmin: 0\b/gm, '')

function compareFigures(text: string, ours: string) {
  let rest = text
  let tried = 0
  const missing: string[] = []
  for (const { pattern, faces } of FIGURES) {
    for (const match of rest.matchAll(pattern)) {
      tried += 1
      if (!faces([...match]).some((face) => face.test(ours))) missing.push(match[0])
    }
    rest = rest.replace(pattern, ' ')
  }
  return { tried, missing }
}

/** A number as it stands, not as a part of a longer one. */
const number = (text: string) =>
  new RegExp(`(?<![\\w.])${text.replace('.', '\\.')}(?![\\w]|\\.\\d)`)

const inWords = (month: string, day: string) => `${Number(day)} ${MONTHS[Number(month) - 1]}`
