import { expect, test } from 'vitest'
import { form, startHost } from './server-under-test'

const pages = [
  ['a page', {}],
  ['a page for single fetch', { path: '/_root.data' }],
  ['a refused host', { headers: { Host: 'evil.example' } }],
  ['a refused method', { method: 'TRACE' }],
  ['a refused path', { path: '//evil' }],
  ['a refused form', { method: 'POST', headers: { ...form, 'Sec-Fetch-Site': 'cross-site' } }],
  ['a missing asset', { path: '/assets/none.js' }],
  ['a health probe', { path: '/healthz' }],
] as const

test.each(pages)('%s carries the security headers and is not kept', async (_, question) => {
  const { ask } = await startHost()

  const { headers } = await ask(question)

  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'cache-control': 'no-store',
  })
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]{24}'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'$/,
  )
  expect(headers['x-powered-by']).toBeUndefined()
})

test('the page gets the nonce that its policy names, another one for each request', async () => {
  const { ask } = await startHost()

  const answers = await Promise.all([ask(), ask(), ask()])

  const nonces = answers.map(({ text }) => /nonce=(\S+)</.exec(text)?.[1])
  expect(new Set(nonces).size).toBe(3)
  answers.forEach(({ headers }, each) =>
    expect(headers['content-security-policy']).toContain(`'nonce-${nonces[each]}'`),
  )
})

test('a server without TLS does not promise it', async () => {
  const { ask } = await startHost({ origin: 'http://learning.example.org' })

  const { headers } = await ask()

  expect(headers['strict-transport-security']).toBeUndefined()
})

test('a route may open a public document to other sites and caches', async () => {
  const loader = () =>
    new Response('{}', {
      headers: {
        'Cache-Control': 'public, max-age=300',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    })
  const { ask } = await startHost({ routes: { badge: { loader } } })

  const { headers } = await ask({ path: '/badge' })

  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
})
