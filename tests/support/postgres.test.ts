import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from './postgres'

test('the server speaks UTF-8 and UTC, sorts by code point, and takes many connections', async () => {
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()

  const { rows } = await client.query(
    `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
      current_setting('max_connections') as connections, 'a' > 'B' as by_code_point`,
  )
  await client.end()
  await server.stop()

  expect(rows).toEqual([{ encoding: 'UTF8', zone: 'UTC', connections: '200', by_code_point: true }])
})

test('a killed process takes its server and its folder with it', async () => {
  const program = `
    import { startPostgres } from './tests/support/postgres.ts'
    const { url, folder } = await startPostgres()
    console.log(JSON.stringify({ url, folder }))
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, folder } = JSON.parse(line.toString()) as { url: string; folder: string }
  expect(existsSync(folder)).toBe(true)

  child.kill('SIGKILL')
  await once(child, 'exit')
  for (let tried = 0; existsSync(folder) && tried < 100; tried++) await pause(100)

  expect(existsSync(folder)).toBe(false)
  await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow('ECONNREFUSED')
})
