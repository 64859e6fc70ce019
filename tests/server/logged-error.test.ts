import { DrizzleQueryError } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createLog } from '../../app/server/log'
import { loggedError } from '../../app/server/logged-error'
import { linesTo } from './server-under-test'

const SQL = 'insert into "members" ("id", "email", "given_name") values ($1, $2, $3)'
const PRIVATE = /Ana|Álvarez|ana@|northside\.example/

/** As PostgreSQL tells of a row that is there already. */
function refusedByPostgres(
  code = '23505',
  message = 'duplicate key value violates "members_email"',
) {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), {
    severity: 'ERROR',
    code,
    detail: 'Key (email)=(ana@northside.example) already exists.',
    where: `COPY members, line 1: "Ana"`,
    hint: 'Ask Ana.',
    constraint: 'members_email',
    table: 'members',
  })
}

const failedQuery = (cause: Error, ...values: unknown[]) =>
  new DrizzleQueryError(SQL, ['01', 'ana@northside.example', 'Ana', ...values], cause)

test('a query that failed is logged with its SQL, its code and its place, and without its values', () => {
  const logged = loggedError(failedQuery(refusedByPostgres()))

  expect(logged).toMatchObject({
    type: 'DrizzleQueryError',
    message: 'A query failed.',
    sql: SQL,
    cause: {
      type: 'DatabaseError',
      code: '23505',
      constraint: 'members_email',
      table: 'members',
      severity: 'ERROR',
    },
  })
  expect(logged.stack).toContain('logged-error.test.ts')
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE)
})

test('a value that looks like a frame of the stack is no frame', () => {
  const logged = loggedError(failedQuery(refusedByPostgres(), '\n    at Ana (Álvarez:1:1)'))

  expect(JSON.stringify(logged)).not.toMatch(PRIVATE)
  expect(logged.stack.split('\n')[0]).toMatch(/^ {4}at failedQuery /)
})

test('a value that PostgreSQL could not read is not quoted', () => {
  const logged = loggedError(refusedByPostgres('22P02', 'invalid input syntax for integer: "Ana"'))

  expect(logged).toMatchObject({ code: '22P02', message: 'The database refused a value.' })
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE)
})

test('what PostgreSQL says of itself is kept', () => {
  const logged = loggedError(refusedByPostgres('42P01', 'relation "member" does not exist'))

  expect(logged).toMatchObject({ code: '42P01', message: 'relation "member" does not exist' })
})

test('a bug of ours is logged with its message, its causes and where it was thrown', () => {
  const bug = new TypeError('x is undefined', {
    cause: new AggregateError([new Error('one'), refusedByPostgres()], 'both failed'),
  })

  const logged = loggedError(Object.assign(bug, { form: { name: 'Ana' } }))

  expect(logged).toMatchObject({
    type: 'TypeError',
    message: 'x is undefined',
    cause: { message: 'both failed', errors: [{ message: 'one' }, { code: '23505' }] },
  })
  expect(logged.stack).toContain('logged-error.test.ts')
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE)
})

test('causes that go around in a circle end', () => {
  const error = new Error('round')
  error.cause = error

  expect(JSON.stringify(loggedError(error)).match(/round/g)).toHaveLength(6)
})

test.each([
  [new Error('No such mailbox: <ana@northside.example>'), 'No such mailbox: <[redacted]>'],
  ['ana@northside.example left', '[redacted] left'],
  [new Error('No module @remix-run/node in /srv/node_modules/@remix-run'), /@remix-run\/node in/],
  [{ name: 'Ana' }, 'Something was thrown that is no error.'],
  [null, 'Something was thrown that is no error.'],
  [undefined, 'Something was thrown that is no error.'],
])('%o is logged without the person it names', (thrown, message) => {
  const logged = loggedError(thrown)

  expect(logged.message).toEqual(
    message instanceof RegExp ? expect.stringMatching(message) : message,
  )
  expect(JSON.stringify(logged)).not.toMatch(PRIVATE)
})

test('a response that was thrown is logged by its status', () => {
  expect(loggedError(new Response('Ana', { status: 418 }))).toMatchObject({
    type: 'Response',
    status: 418,
  })
})

test('the log keeps every error like this, however it is told', () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog({ destination: linesTo(lines) })

  log.error({ id: 'a1', err: failedQuery(refusedByPostgres()) }, 'a request failed')
  log.fatal(failedQuery(refusedByPostgres()), 'mail was not sent')

  expect(lines).toMatchObject([
    { id: 'a1', msg: 'a request failed', err: { sql: SQL, cause: { code: '23505' } } },
    { msg: 'mail was not sent', err: { sql: SQL, cause: { code: '23505' } } },
  ])
  expect(JSON.stringify(lines)).not.toMatch(PRIVATE)
})
