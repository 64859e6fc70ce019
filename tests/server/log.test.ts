import { setTimeout as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { loggedPath } from '../../app/server/log'
import { addQuery, timings } from '../../app/server/timing'
import { startHost } from './server-under-test'

const TOKEN = 'q7mV0b4cJb2p9nQxG5y1Zr8sT3wKdLhEfAuIoPaSdFg'

test.each([
  ['/d/northside/activities?q=ana', '/d/northside/activities'],
  [
    '/d/northside/activities/0198c0de4f2a7b3c9d1e2f',
    '/d/northside/activities/0198c0de4f2a7b3c9d1e2f',
  ],
  [
    '/d/x/goals/0198c0de-4f2a-7b3c-9d1e-2f3a4b5c6d7e.data',
    '/d/x/goals/0198c0de-4f2a-7b3c-9d1e-2f3a4b5c6d7e.data',
  ],
  [
    '/frameworks/massachusetts-professional-standards-for-teachers',
    '/frameworks/massachusetts-professional-standards-for-teachers',
  ],
  ['/reset/short', '/reset/[redacted]'],
  [`/reset/${TOKEN}`, '/reset/[redacted]'],
  [`/reset/${TOKEN}.data`, '/reset/[redacted]'],
  [`/RESET/${TOKEN}`, '/RESET/[redacted]'],
  [`/invitations/${TOKEN}/accept?x=1`, '/invitations/[redacted]/accept'],
  [`/setup/${TOKEN}#a`, '/setup/[redacted]'],
  [`/anything/${TOKEN}`, '/anything/[redacted]'],
  ['/people/ana@example.org', '/people/[redacted]'],
  ['/people/ana%40example.org', '/people/[redacted]'],
  ['/reset', '/reset'],
  ['/reset/', '/reset/'],
  ['/', '/'],
  [
    '/assets/a-very-long-name-of-a-route-module-D4fG7hJ9.js',
    '/assets/a-very-long-name-of-a-route-module-D4fG7hJ9.js',
  ],
])('the path of %j is logged as %j', (url, path) => {
  expect(loggedPath(url)).toBe(path)
})

test('an endless path is cut', () => {
  expect(loggedPath('/a'.repeat(10_000)).length).toBeLessThanOrEqual(200)
})

test('one line tells the request and nothing about the person', async () => {
  const { ask, lines } = await startHost()

  const answer = await ask({
    path: `/reset/${TOKEN}?email=ana@example.org`,
    headers: {
      'User-Agent': 'Secret Browser',
      Cookie: '__Host-session=secret',
      Authorization: 'Bearer secret',
      'X-Forwarded-For': '203.0.113.9',
      Referer: 'https://learning.example.org/people/ana',
    },
  })

  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toEqual({
    level: 'info',
    time: expect.any(String),
    pid: process.pid,
    id: answer.headers['x-request-id'],
    method: 'GET',
    path: '/reset/[redacted]',
    status: 200,
    ms: expect.any(Number),
    bytes: expect.any(Number),
  })
  expect(lines[0]?.bytes).toBeGreaterThan(answer.text.length)
  expect(JSON.stringify(lines)).not.toMatch(/ana|secret|127\.0\.0\.1|203\.0|Browser/i)
})

test('every request has its own number, which a client cannot choose', async () => {
  const { ask } = await startHost()

  const answers = await Promise.all([1, 2].map(() => ask({ headers: { 'X-Request-Id': 'mine' } })))

  const ids = answers.map(({ headers }) => headers['x-request-id'])
  expect(new Set([...ids, 'mine']).size).toBe(3)
})

const slowLoader = async () => {
  addQuery({ milliseconds: 1.5, rows: 3 })
  await later(1)
  addQuery({ milliseconds: 2, rows: 1 })
  return new Response('read')
}

test('the queries of a request are counted across what it awaits, and logged', async () => {
  const { ask, lines } = await startHost({ routes: { report: { loader: slowLoader } } })

  const [one] = await Promise.all([ask({ path: '/report' }), ask({ path: '/report' })])

  expect(one?.headers['server-timing']).toMatch(/^total;dur=[\d.]+$/)
  await expect.poll(() => lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatchObject({ sql: 3.5, queries: 2 })
})

test('the browser is told of the queries only when asked for', async () => {
  const { ask } = await startHost({ sqlTimings: true, routes: { report: { loader: slowLoader } } })

  const { headers } = await ask({ path: '/report' })

  expect(headers['server-timing']).toMatch(
    /^total;dur=[\d.]+, sql;dur=3.5;desc="2 queries, 4 rows"$/,
  )
})

test('SQL outside a request is nobody’s', () => {
  addQuery({ milliseconds: 5, rows: 1 })

  expect(timings.current()).toBeUndefined()
})

test('nested work reports to the request it belongs to', async () => {
  const spent = await timings.run(async () => {
    await Promise.all(
      [1, 2, 3].map(async (each) => addQuery({ milliseconds: await later(1, each), rows: 1 })),
    )
    return timings.current()
  })

  expect(spent).toEqual({ sqlMilliseconds: 6, queries: 3, rows: 3 })
})
