import { mkdir, writeFile } from 'node:fs/promises'
import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { precompress } from '../../app/server/assets'
import { trustedProxies } from '../../app/server/host'
import { HOST, startHost, temporaryDirectory } from './server-under-test'

const SCRIPT = `export const steps = ${JSON.stringify('a stone upon a stone '.repeat(200))}\n`

async function clientBuild() {
  const directory = await temporaryDirectory()
  await mkdir(join(directory, 'assets'))
  await mkdir(join(directory, '.well-known'))
  await mkdir(join(directory, '.git'))
  await writeFile(join(directory, 'assets/app-D4fG7hJ9.js'), SCRIPT)
  await writeFile(join(directory, 'assets/tiny-a1b2c3d4.js'), 'x')
  await writeFile(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(directory, '.well-known/security.txt'), 'Contact: mailto:x@example.org')
  await writeFile(join(directory, '.git/config'), 'secret')
  await precompress(directory)
  return directory
}

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

function binary(port: number, path: string, encoding: string) {
  return new Promise<{ encoding?: string; type?: string; body: Buffer }>((resolve, reject) => {
    const headers = { Host: HOST, 'Accept-Encoding': encoding }
    httpRequest({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          encoding: response.headers['content-encoding'],
          type: response.headers['content-type'],
          body: Buffer.concat(chunks),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

test('hashed assets are kept for a year, other files for an hour', async () => {
  const { ask } = await startHost({ clientDirectory: await clientBuild() })

  const asset = await ask({ path: '/assets/app-D4fG7hJ9.js' })
  const icon = await ask({ path: '/favicon.svg' })
  const contact = await ask({ path: '/.well-known/security.txt' })

  expect(asset.text).toBe(SCRIPT)
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(asset.headers['x-content-type-options']).toBe('nosniff')
  expect(icon.headers['cache-control']).toBe('public, max-age=3600')
  expect(contact.text).toContain('Contact')
})

test('an asset that is not there is not a page and is not kept', async () => {
  const { ask } = await startHost({ clientDirectory: await clientBuild() })

  const answer = await ask({ path: '/assets/app-00000000.js' })

  expect(answer).toMatchObject({ status: 404, text: 'Not found' })
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('hidden files and folders are not files of the site', async () => {
  const { ask } = await startHost({ clientDirectory: await clientBuild() })

  for (const path of ['/.git/config', '/assets', '/assets/', '/assets/%2e%2e/.git/config']) {
    expect((await ask({ path })).text).not.toContain('secret')
  }
})

test('assets travel in the smallest form a browser takes', async () => {
  const { port } = await startHost({ clientDirectory: await clientBuild() })
  const path = '/assets/app-D4fG7hJ9.js'

  const small = await binary(port, path, 'gzip, deflate, br')
  const older = await binary(port, path, 'gzip')
  const plain = await binary(port, path, 'identity')
  const tiny = await binary(port, '/assets/tiny-a1b2c3d4.js', 'br')

  expect(small.encoding).toBe('br')
  expect(small.type).toBe('application/javascript; charset=utf-8')
  expect(brotliDecompressSync(small.body).toString()).toBe(SCRIPT)
  expect(gunzipSync(older.body).toString()).toBe(SCRIPT)
  expect(plain.encoding).toBeUndefined()
  expect(plain.type?.toLowerCase()).toBe(small.type)
  expect(tiny.encoding).toBeUndefined()
})

test('a page is compressed', async () => {
  const loader = () =>
    new Response('a stone '.repeat(1000), { headers: { 'Content-Type': 'text/html' } })
  const { port } = await startHost({ routes: { page: { loader } } })

  const { encoding, body } = await binary(port, '/page', 'gzip, br')

  expect(encoding).toBe('br')
  expect(brotliDecompressSync(body).toString()).toHaveLength(8000)
})

test('a range beyond the end of a file is not an error of the server', async () => {
  const { ask, lines } = await startHost({ clientDirectory: await clientBuild() })

  const answer = await ask({ path: '/favicon.svg', headers: { Range: 'bytes=9000-9001' } })

  expect(answer.status).toBe(416)
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
})

test('the health probe answers without asking anything, under any name', async () => {
  const { ask } = await startHost({ checkReady: () => Promise.reject(new Error('asked')) })

  const answer = await ask({ path: '/healthz', headers: { Host: '10.0.0.7:3000' } })

  expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' })
})

test('the readiness probe tells names and words, the log tells the details', async () => {
  const checks = {
    database: { ok: true, detail: '/srv/cairn/data/cairn.db' },
    disk: { ok: false, detail: '/srv/cairn has 1 % left' },
  }
  const { ask, lines } = await startHost({ checkReady: async () => ({ ok: false, checks }) })

  const answer = await ask({ path: '/readyz' })

  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.text)).toEqual({
    ok: false,
    checks: { database: 'ok', disk: 'failed' },
  })
  expect(lines).toContainEqual(expect.objectContaining({ failed: { disk: checks.disk } }))
})

test('a readiness check that throws means not ready', async () => {
  const { ask } = await startHost({ checkReady: () => Promise.reject(new Error('/srv/secret')) })

  const answer = await ask({ path: '/readyz' })

  expect(answer.status).toBe(503)
  expect(answer.text).not.toContain('/srv')
})

test('many who ask for readiness at once cost one check', async () => {
  let checked = 0
  const checkReady = async () => ({ ok: ++checked > 0, checks: {} })
  const { ask } = await startHost({ checkReady })

  await Promise.all(Array.from({ length: 20 }, () => ask({ path: '/readyz' })))

  expect(checked).toBe(1)
})

test('an error nobody caught ends on a plain page with a reference and no stack', async () => {
  const { ask, lines } = await startHost({
    loadContext: () => Promise.reject(new Error('secret detail')),
  })

  const answer = await ask()

  expect(answer.status).toBe(500)
  expect(answer.text).toContain(`${answer.headers['x-request-id']}`)
  expect(answer.text).not.toMatch(/secret detail|at .*\.ts/)
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
  expect(lines).toContainEqual(
    expect.objectContaining({
      id: answer.headers['x-request-id'],
      err: expect.objectContaining({ message: 'secret detail' }),
    }),
  )
})

test('an error in the middle of an answer cuts it off', async () => {
  const body = () =>
    new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('half'))
        controller.error(new Error('broken'))
      },
    })
  const { ask } = await startHost({ routes: { file: { loader: () => new Response(body()) } } })

  await expect(ask({ path: '/file' })).rejects.toThrow(/aborted|hang up|reset/)
  expect((await ask()).status).toBe(200)
})

test('a stop lets the request under way finish, takes no new one, then closes the store', async () => {
  const entered = deferred()
  const finish = deferred()
  const order: string[] = []
  const loader = async () => {
    entered.resolve()
    await finish.promise
    order.push('answered')
    return new Response('whole')
  }
  const { ask, close } = await startHost({
    routes: { slow: { loader } },
    onClose: [() => void order.push('first'), async () => void order.push('second')],
  })
  const underWay = ask({ path: '/slow' })
  await entered.promise

  const closed = close()
  await expect(ask()).rejects.toThrow('ECONNREFUSED')
  expect(order).toEqual([])
  finish.resolve()

  expect(await underWay).toMatchObject({ status: 200, text: 'whole' })
  await closed
  expect(order).toEqual(['answered', 'first', 'second'])
})

test('a stop ends connections that wait for nothing', async () => {
  const { port, server, close } = await startHost()
  const agent = new Agent({ keepAlive: true })
  await new Promise((resolve) =>
    httpRequest({ port, host: '127.0.0.1', headers: { Host: HOST }, agent }, (response) =>
      response.resume().on('end', resolve),
    ).end(),
  )

  await close()

  expect(server.listening).toBe(false)
  agent.destroy()
})

test('a stop does not wait for ever for a client that never finishes', async () => {
  const entered = deferred()
  const loader = () => {
    entered.resolve()
    return new Promise<never>(() => {})
  }
  const closed: string[] = []
  const { ask, close } = await startHost({
    routes: { stuck: { loader } },
    drainMilliseconds: 10,
    onClose: [() => void closed.push('store')],
  })
  const stuck = ask({ path: '/stuck' })
  stuck.catch(() => {})
  await entered.promise

  await close()

  await expect(stuck).rejects.toThrow(/hang up|reset/)
  expect(closed).toEqual(['store'])
})

test('during a stop an answer ends its connection, so that nothing follows on it', async () => {
  const entered = deferred()
  const finish = deferred()
  const loader = async () => {
    entered.resolve()
    await finish.promise
    return new Response('whole')
  }
  const { send, close } = await startHost({ routes: { slow: { loader } } })
  const received = send(`GET /slow HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`)
  await entered.promise

  const closed = close()
  finish.resolve()

  expect(await received).toMatch(/^HTTP\/1.1 200 OK[^]+Connection: close[^]+whole/)
  await closed
})

test('everything is closed even when one thing fails to, and the failure is told', async () => {
  const order: string[] = []
  const { close, lines } = await startHost({
    onClose: [() => Promise.reject(new Error('no')), () => void order.push('store')],
  })

  await expect(close()).rejects.toThrow('did not close cleanly')

  expect(order).toEqual(['store'])
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'closing failed' }))
})

test('slow clients are given less time than Node gives them', async () => {
  const { server } = await startHost({ maxConnections: 7 })

  expect(server).toMatchObject({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 20_000,
    maxConnections: 7,
  })
})

test('a client that hangs up in the middle of a body harms nobody', async () => {
  const { port, ask } = await startHost({
    routes: { form: { action: async ({ request }) => ({ text: await request.text() }) } },
  })

  for (let each = 0; each < 20; each++) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.write(
        `POST /form HTTP/1.1\r\nHost: ${HOST}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\na=1`,
        () => socket.destroy(),
      )
      socket.on('close', () => resolve())
    })
  }

  expect((await ask()).status).toBe(200)
})

test('proxies are trusted by number or network, never all of them', () => {
  expect(trustedProxies(undefined)).toBe(false)
  expect(trustedProxies('')).toBe(false)
  expect(trustedProxies('2')).toBe(2)
  expect(trustedProxies('10.0.0.0/8, 127.0.0.1')).toBe('10.0.0.0/8, 127.0.0.1')
  expect(() => trustedProxies('true')).toThrow('TRUST_PROXY')
})
