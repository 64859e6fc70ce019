import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { bodyLimits } from '../../app/server/guard'
import { form, HOST, ORIGIN, startHost } from './server-under-test'

/** The host with a route that counts what reaches it. */
async function startCounting(options: Parameters<typeof startHost>[0] = {}) {
  const reached: Request[] = []
  const record = ({ request }: { request: Request }) => {
    reached.push(request)
    return { done: true }
  }
  const routes = { '*': { loader: record, action: record, default: () => null } }
  return { ...(await startHost({ routes, ...options })), reached }
}

function multipart(bytes: number) {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
  const tail = '\r\n--b--\r\n'
  return {
    headers: { ...form, 'Content-Type': 'multipart/form-data; boundary=b' },
    body: head + 'x'.repeat(bytes - head.length - tail.length) + tail,
  }
}

test('a form from our own page arrives', async () => {
  const { ask, reached } = await startCounting()

  const answer = await ask({ method: 'POST', path: '/goals', headers: form, body: 'title=Read' })

  expect(answer.status).toBe(200)
  expect(reached.map(({ method }) => method)).toContain('POST')
})

test('a form from a browser without fetch metadata arrives when its origin is ours', async () => {
  const { ask } = await startCounting()
  const { 'Sec-Fetch-Site': _, ...headers } = form

  const answer = await ask({ method: 'POST', headers, body: 'a=1' })

  expect(answer.status).toBe(200)
})

const strangers: [string, Record<string, string>][] = [
  ['a foreign origin', { Origin: 'https://evil.example' }],
  ['a sibling host', { Origin: 'https://evil.example.org' }],
  ['our host over another scheme', { Origin: `http://${HOST}` }],
  ['our host on another port', { Origin: `${ORIGIN}:8443` }],
  ['an origin that only begins like ours', { Origin: `${ORIGIN}.evil.example` }],
  ['a null origin', { Origin: 'null' }],
  ['no origin and no fetch metadata', {}],
  ['an empty origin', { Origin: '' }],
  ['two origins', { Origin: `${ORIGIN}, https://evil.example` }],
  ['a malformed origin', { Origin: 'https://[' }],
  [
    'a foreign origin and an equal X-Forwarded-Host',
    { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
  ],
  ['Sec-Fetch-Site cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['Sec-Fetch-Site cross-site and our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }],
  ['Sec-Fetch-Site same-site and our origin', { 'Sec-Fetch-Site': 'same-site', Origin: ORIGIN }],
  ['Sec-Fetch-Site none', { 'Sec-Fetch-Site': 'none' }],
  ['an empty Sec-Fetch-Site and our origin', { 'Sec-Fetch-Site': '', Origin: ORIGIN }],
  ['two values of Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
]

test.each(strangers)('a write with %s is refused whatever it asks', async (_, headers) => {
  const { ask, reached } = await startCounting()
  const kind = { 'Content-Type': 'application/x-www-form-urlencoded' }

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of ['/goals', '/goals.data', '/goals?_data=root', '/_root.data?index']) {
      const answer = await ask({ method, path, headers: { ...kind, ...headers }, body: 'a=1' })

      expect(answer.status, `${method} ${path}`).toBe(403)
    }
  }
  expect(reached).toEqual([])
})

test('a page may be opened from another site', async () => {
  const { ask } = await startCounting()

  const answer = await ask({
    headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://x.example' },
  })

  expect(answer.status).toBe(200)
})

test.each([
  'evil.example',
  'evil.example:443',
  `${HOST}:8443`,
  `${HOST}.evil.example`,
  `evil.${HOST}`,
  `${HOST}.`,
  `user@${HOST}`,
  'a b',
  '127.0.0.1',
  'localhost',
  '',
])('the host %j is refused', async (host) => {
  const { ask, reached } = await startCounting()

  const answer = await ask({ headers: { Host: host } })

  expect(answer.status).toBe(421)
  expect(reached).toEqual([])
})

test.each([HOST, HOST.toUpperCase(), `${HOST}:443`, 'pd.example.net'])(
  'the host %j is ours',
  async (host) => {
    const { ask } = await startCounting({ aliases: ['https://pd.example.net'] })

    const answer = await ask({ headers: { Host: host } })

    expect(answer.status).toBe(200)
  },
)

test('an alias does not write in the name of another one', async () => {
  const { ask } = await startCounting({ aliases: ['https://pd.example.net'] })
  const kind = { 'Content-Type': form['Content-Type'], Host: 'pd.example.net' }

  const own = await ask({
    method: 'POST',
    headers: { ...kind, Origin: 'https://pd.example.net' },
    body: '',
  })
  const other = await ask({ method: 'POST', headers: { ...kind, Origin: ORIGIN }, body: '' })

  expect(own.status).toBe(200)
  expect(other.status).toBe(403)
})

test.each(['demo', 'development'] as const)(
  'in %s, loopback names are ours on the same port only',
  async (mode) => {
    const { ask } = await startCounting({ origin: 'http://localhost:3000', mode })

    const statuses = await Promise.all(
      ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost:3001', 'localhost'].map(
        async (host) => (await ask({ headers: { Host: host } })).status,
      ),
    )

    expect(statuses).toEqual([200, 200, 200, 421, 421])
  },
)

test('two host headers are refused', async () => {
  const { send, reached } = await startCounting()

  const text = await send(
    `GET / HTTP/1.1\r\nHost: ${HOST}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  )

  expect(text).toMatch(/^HTTP\/1.1 400 /)
  expect(reached).toEqual([])
})

test('no route sees a forwarded host, nor a forwarded address unless a proxy is trusted', async () => {
  const alone = await startCounting()
  const behindProxy = await startCounting({ trustProxy: 1 })
  const headers = {
    'X-Forwarded-Host': 'evil.example:9999',
    'X-Forwarded-For': '203.0.113.9',
    'X-Forwarded-Proto': 'https',
    'X-Real-IP': '203.0.113.9',
  }

  await alone.ask({ headers })
  await behindProxy.ask({ headers })

  const [direct] = alone.reached
  expect(direct?.url).toBe(`http://${HOST}/home`)
  for (const name of Object.keys(headers)) expect(direct?.headers.get(name)).toBeNull()
  const [forwarded] = behindProxy.reached
  expect(forwarded?.url).toBe(`https://${HOST}/home`)
  expect(forwarded?.headers.get('X-Forwarded-Host')).toBeNull()
  expect(forwarded?.headers.get('X-Forwarded-For')).toBe('203.0.113.9')
})

test.each(['TRACE', 'OPTIONS', 'PROPFIND', 'LINK'])('the method %s is refused', async (method) => {
  const { ask, reached } = await startCounting()

  const answer = await ask({ method })

  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, HEAD, POST, PUT, PATCH, DELETE')
  expect(reached).toEqual([])
})

test.each(['CONNECT', 'NONSENSE', 'get'])('the method %s reaches nothing', async (method) => {
  const { send, reached } = await startCounting()

  const text = await send(`${method} /home HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`)

  expect(text).not.toContain('200 OK')
  expect(reached).toEqual([])
})

test.each([
  '//evil.example',
  '//evil.example/%2e%2e',
  '/\\evil.example',
  '/goals\\..\\secrets',
  '/%5cevil.example',
  '/%2fevil.example',
  '/%2Fevil.example',
  '/goals//mine',
  '/goals/%00',
  '/goals?q=%00',
  '/goals/%0d%0aSet-Cookie:%20a=b',
  '/goals/%09',
  '/goals/%7f',
  '/goals/../secrets',
  '/goals/%2e%2e/secrets',
  '/goals/.%2E/secrets',
  '/goals/./mine',
  '/goals/..%2fsecrets',
  '/%zz',
  '/%c0%ae%c0%ae/',
  '/goals#fragment',
])('the path %j is refused', async (path) => {
  const { ask, reached } = await startCounting()

  const answer = await ask({ path })

  expect(answer.status).toBe(400)
  expect(answer.headers.location).toBeUndefined()
  expect(reached).toEqual([])
})

test.each(['http://evil.example/', `https://${HOST}/`, '*', 'evil'])(
  'the request target %j is refused',
  async (target) => {
    const { send, reached } = await startCounting()

    const text = await send(`GET ${target} HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`)

    expect(text).toMatch(/^HTTP\/1.1 400 /)
    expect(reached).toEqual([])
  },
)

test.each([
  '/',
  '/d/northside/activities',
  '/goals?next=//evil.example',
  '/goals?q=a%5Cb',
  '/people/Zo%C3%AB',
  '/files/report.2025.pdf',
  '/a/..b',
  '/badges/https%3A%2F%2Fexample.org%2Fb',
])('the path %j is let through', async (path) => {
  const { ask } = await startCounting()

  const answer = await ask({ path })

  expect(answer.status).toBe(200)
})

test('a chunked body is refused', async () => {
  const { ask, reached } = await startCounting()

  for (const method of ['GET', 'POST']) {
    const headers = { ...form, 'Transfer-Encoding': 'chunked' }
    const answer = await ask({ method, headers, body: 'a=1' })

    expect(answer.status).toBe(411)
    expect(answer.headers.connection).toBe('close')
  }
  expect(reached).toEqual([])
})

test('a write that does not say its length is refused', async () => {
  const { send, reached } = await startCounting()

  const text = await send(
    `POST / HTTP/1.1\r\nHost: ${HOST}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n`,
  )

  expect(text).toMatch(/^HTTP\/1.1 411 /)
  expect(reached).toEqual([])
})

test('a write without a body arrives when it says so', async () => {
  const { ask } = await startCounting()

  const answer = await ask({
    method: 'DELETE',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': 0 },
  })

  expect(answer.status).toBe(200)
})

test('a body beside a GET is refused', async () => {
  const { ask, reached } = await startCounting()

  const answer = await ask({ headers: { 'Content-Length': 3 }, body: 'a=1' })

  expect(answer.status).toBe(400)
  expect(reached).toEqual([])
})

test('requests that hide a second one inside are refused', async () => {
  const { send, reached } = await startCounting()
  const hidden = 'GET /admin HTTP/1.1\r\nHost: x\r\n\r\n'
  const start = `POST / HTTP/1.1\r\nHost: ${HOST}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n`
  const kind = 'Content-Type: application/x-www-form-urlencoded\r\n'

  const answers = await Promise.all([
    send(
      `${start}${kind}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ),
    send(`${start}${kind}Content-Length: 4\r\nContent-Length: 40\r\n\r\na=1\n${hidden}`),
    send(`${start}${kind}Content-Length: +4\r\n\r\na=1\n`),
  ])

  for (const text of answers) expect(text).toMatch(/^HTTP\/1.1 400 /)
  expect(reached).toEqual([])
})

test('a form may have 64 KB and not a byte more', async () => {
  const { ask } = await startCounting()
  const post = (length: number) => ask({ method: 'POST', headers: form, body: 'a'.repeat(length) })

  expect((await post(bodyLimits.form)).status).toBe(200)
  expect((await post(bodyLimits.form + 1)).status).toBe(413)
})

test('a body too large is refused before it is sent', async () => {
  const { port } = await startCounting()

  const status = await new Promise((resolve, reject) => {
    const headers = { Host: HOST, ...form, 'Content-Length': 10 ** 12 }
    const request = httpRequest(
      { port, host: '127.0.0.1', method: 'POST', headers },
      (response) => {
        resolve(response.statusCode)
        request.destroy()
      },
    )
    request.on('error', reject)
    request.flushHeaders()
  })

  expect(status).toBe(413)
})

test.each([
  'multipart/form-data; boundary=b',
  'application/json',
  'text/plain',
  'text/html',
  'application/x-www-form-urlencodedx',
  '',
])('a form page refuses the content type %j', async (type) => {
  const { ask, reached } = await startCounting()

  const answer = await ask({
    method: 'POST',
    headers: { ...form, 'Content-Type': type },
    body: '{}',
  })

  expect(answer.status).toBe(415)
  expect(reached).toEqual([])
})

test('a body without a content type is refused', async () => {
  const { ask } = await startCounting()
  const { 'Content-Type': _, ...headers } = form

  const answer = await ask({ method: 'POST', headers, body: 'a=1' })

  expect(answer.status).toBe(415)
})

test('an upload page takes a file up to its own limit, with and without JavaScript', async () => {
  const asked: string[] = []
  const isUpload = (path: string) => {
    asked.push(path)
    return path === '/evidence' ? 100_000 : null
  }
  const { ask } = await startCounting({ isUpload })
  const post = (path: string, bytes: number) => ask({ method: 'POST', path, ...multipart(bytes) })

  expect((await post('/evidence', 100_000)).status).toBe(200)
  expect((await post('/evidence.data?index', 100_000)).status).toBe(200)
  expect((await post('/evidence', 100_001)).status).toBe(413)
  expect((await post('/goals', 200)).status).toBe(415)
  expect(new Set(asked)).toEqual(new Set(['/evidence', '/goals']))
})

test('an upload page takes plain forms only as large as others do', async () => {
  const { ask } = await startCounting({ isUpload: () => bodyLimits.upload })

  const answer = await ask({ method: 'POST', headers: form, body: 'a'.repeat(bodyLimits.form + 1) })

  expect(answer.status).toBe(413)
})

test('an upload from another site is refused', async () => {
  const { ask, reached } = await startCounting({ isUpload: () => bodyLimits.upload })
  const { headers, body } = multipart(200)

  const answer = await ask({
    method: 'POST',
    headers: { ...headers, 'Sec-Fetch-Site': 'cross-site' },
    body,
  })

  expect(answer.status).toBe(403)
  expect(reached).toEqual([])
})

test('a token interface takes JSON from anywhere and never sees a cookie', async () => {
  const { ask, reached } = await startCounting({ isTokenApi: (path) => path.startsWith('/api/') })
  const headers = {
    Cookie: '__Host-session=stolen',
    Authorization: 'Bearer t',
    'Content-Type': 'application/json',
  }

  const api = await ask({ method: 'POST', path: '/api/statements', headers, body: '{}' })
  const page = await ask({ method: 'POST', path: '/goals', headers, body: '{}' })

  expect(api.status).toBe(200)
  expect(page.status).toBe(403)
  const [request] = reached
  expect(request?.headers.get('Cookie')).toBeNull()
  expect(request?.headers.get('Authorization')).toBe('Bearer t')
})

test('a token interface does not see a cookie when it is read either', async () => {
  const { ask, reached } = await startCounting({ isTokenApi: (path) => path.startsWith('/api/') })

  await ask({ path: '/api/statements', headers: { Cookie: '__Host-session=stolen' } })

  expect(reached[0]?.headers.get('Cookie')).toBeNull()
})

test('a refusal says so on a page with a reference, and the log says why', async () => {
  const { ask, lines } = await startCounting()

  const answer = await ask({
    method: 'POST',
    headers: { ...form, 'Sec-Fetch-Site': 'cross-site' },
    body: 'a=1',
  })

  expect(answer.headers['content-type']).toContain('text/html')
  expect(answer.text).toContain(`${answer.headers['x-request-id']}`)
  await expect
    .poll(() => lines)
    .toContainEqual(expect.objectContaining({ status: 403, refused: 'cross-site' }))
})
