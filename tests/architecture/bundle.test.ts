import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SERVER_ONLY_MARKER } from '#db/client.server'

const CLIENT = 'build/client'
const MOST_BYTES_OF_A_ROUTE = 40 * 1024

/** What would stand in a bundle that holds code of the server: the first comes from db/ itself. */
const SIGNS_OF_THE_SERVER = [
  SERVER_ONLY_MARKER,
  'BEGIN IMMEDIATE',
  'drizzle:Name',
  'better-sqlite3',
  'argon2',
  'process.env.',
  'node:crypto',
]

type Manifest = { routes: Record<string, { module: string }> }

if (!existsSync(CLIENT)) throw new Error('There is no build to look at: run "npm run build" first.')

const files = readdirSync(CLIENT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const programs = files.filter((file) => file.endsWith('.js'))

function readManifest(): Manifest {
  const file = files.find((path) => /\/manifest-[^/]+\.js$/.test(path))
  if (!file) throw new Error(`There is no manifest of Remix in ${CLIENT}.`)
  const text = readFileSync(file, 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}

describe('the bundle of the browser', () => {
  test('holds no code of the server', () => {
    const leaks = programs.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return SIGNS_OF_THE_SERVER.filter((sign) => text.includes(sign)).map((it) => `${file}: ${it}`)
    })

    expect(programs.length).toBeGreaterThan(0)
    expect(leaks).toEqual([])
  })

  test('has no route above 40 kB, compressed', () => {
    const sizes = Object.entries(readManifest().routes).map(([route, { module }]) => {
      return { route, bytes: gzipSync(readFileSync(join(CLIENT, module))).length }
    })

    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES_OF_A_ROUTE)).toEqual([])
  })

  test('has the one stylesheet that the server names, so that no page loads another', () => {
    const stylesheets = files.filter((file) => file.endsWith('.css'))
    expect(stylesheets).toHaveLength(1)
    expect(readFileSync('build/server/index.js', 'utf8')).toContain(
      stylesheets[0]!.replace(CLIENT, ''),
    )
  })

  test('brings no source maps', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  })
})

test('the signs are found where they should be: in db/', () => {
  const store = readFileSync('db/client.server.ts', 'utf8')
  const sqlite = readFileSync('db/sqlite.server.ts', 'utf8')

  expect(store).toContain(SERVER_ONLY_MARKER)
  expect(sqlite).toContain('BEGIN IMMEDIATE')
})
