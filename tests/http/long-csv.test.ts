import { csvOf, longCsvOf } from '~/domain/csv.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { ROWS_HEADER } from '~/http/long-table'
import { expect, test } from 'vitest'

type Person = { name: string; school: string }
const NAMES = ['name', 'school']
const COLUMNS = { name: ({ name }: Person) => name, school: ({ school }: Person) => school }
const people = Array.from({ length: 250 }, (_, at) => ({
  name: at % 50 === 0 ? `=SUM(${at})` : `Nora, number ${at}`,
  school: 'North "Hill"',
}))

/** A source of rows that tells how many batches were read, and whether it was let go. */
function source(size = 100) {
  const told = { batches: 0, isOver: false }
  async function* batches() {
    try {
      for (let from = 0; from < people.length; from += size) {
        told.batches += 1
        yield people.slice(from, from + size)
      }
    } finally {
      told.isOver = true
    }
  }
  return { told, batches: batches() }
}

test('a long table is the same as one that is made at once, and says how many rows it has', async () => {
  const { batches } = source()

  const answer = longCsvAnswer(
    longCsvOf(COLUMNS, { size: people.length, batches }),
    'people.csv',
    new AbortController().signal,
  )
  const bytes = Buffer.from(await answer.arrayBuffer())

  expect(bytes.toString()).toBe(csvOf(NAMES, people))
  expect(answer.headers.get(ROWS_HEADER)).toBe('250')
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="people.csv"')
})

test('a table without rows has its line of names', async () => {
  const answer = longCsvAnswer(
    longCsvOf(COLUMNS, { size: 0, batches: (async function* () {})() }),
    'people.csv',
    new AbortController().signal,
  )

  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(csvOf(NAMES, []))
})

test('who no longer waits for a table lets its rows go unread', async () => {
  const { told, batches } = source(1)
  const request = new AbortController()
  const answer = longCsvAnswer(
    longCsvOf(COLUMNS, { size: 250, batches }),
    'people.csv',
    request.signal,
  )
  const reader = answer.body!.getReader()

  await reader.read()
  await reader.read()
  request.abort()
  while (!(await reader.read()).done);

  expect(told.isOver).toBe(true)
  expect(told.batches).toBeLessThan(10)
})

test('a table whose rows cannot be read breaks off, and does not look whole', async () => {
  const broken = (async function* () {
    yield people.slice(0, 100)
    throw new Error('The database is gone.')
  })()

  const answer = longCsvAnswer(
    longCsvOf(COLUMNS, { size: 250, batches: broken }),
    'people.csv',
    new AbortController().signal,
  )

  await expect(answer.text()).rejects.toThrow('The database is gone.')
})
