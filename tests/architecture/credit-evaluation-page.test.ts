import { readdirSync, readFileSync } from 'node:fs'
import { COURSE_STATES } from '~/domain/evaluation/course'
import { VERDICT_NAMES } from '~/domain/evaluation/evaluation'
import { evaluationFile } from '~/domain/evaluation/input.server'
import { printedFormat } from '~/domain/evaluation/printed-format.server'
import { REASONS } from '~/domain/evaluation/refusal'
import { describe, expect, it, test } from 'vitest'
import { evaluated } from '../support/evaluations'

const FOLDER = 'docs/examples/credit'
const page = readFileSync('docs/credit-evaluation.md', 'utf8')
const EXAMPLE =
  /^\| K(\d+) \| \[(.+)\]\(examples\/credit\/\2\) \| `(.+)` \| .+ \| (?:“(.+)”|`(.+)` is `(.+)`) \|$/gm
const examples = [...page.matchAll(EXAMPLE)].map(([, number, file, ruleSet, ...said]) => ({
  number: Number(number),
  file: file!,
  ruleSet: ruleSet!,
  said,
}))
const contentOf = (file: string): object =>
  JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as object

/** The value at a path such as `carryOver.amount`. */
const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (it, key) => (typeof it === 'object' && it ? new Map(Object.entries(it)).get(key) : it),
      value,
    )

describe('the examples', () => {
  it('are one at least for each of K1 to K24, and all files', () => {
    const numbers = new Set(examples.map(({ number }) => number))
    const files = new Set(examples.map(({ file }) => file))

    expect([...numbers]).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
    expect([...files].toSorted()).toEqual(readdirSync(FOLDER).toSorted())
  })

  it.each(examples)('$file by $ruleSet answers what the page says', (example) => {
    const [sentence, path, value] = example.said
    const evaluation = evaluated(example.ruleSet, contentOf(example.file))

    if (sentence) {
      const sentences = [evaluation.sentence, ...evaluation.rows.map((row) => row.sentence)]
      expect(sentences).toContain(sentence)
    } else {
      expect(String(valueAt(evaluation, path!))).toBe(value)
    }
  })

  it.each(readdirSync(FOLDER))('%s names its schema', (file) => {
    expect(contentOf(file)).toHaveProperty('$schema', '../../schemas/evaluation-input.schema.json')
  })
})

test('the page names every part of the input and of what is printed', () => {
  const row = evaluationFile.shape.rows.unwrap().element
  const parts = [
    ...Object.keys(evaluationFile.shape).filter((name) => name !== '$schema'),
    ...Object.keys(row.shape),
    ...Object.keys(printedFormat.shape),
    ...VERDICT_NAMES,
    ...COURSE_STATES,
  ]

  expect(parts.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the page has an example of every reason', () => {
  const described = [...page.matchAll(/^\| `([a-z_]+)` \| .+\. \|$/gm)].map((match) => match[1])

  expect(described.toSorted()).toEqual([...REASONS].toSorted())
})
