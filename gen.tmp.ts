import { rmSync, statSync, existsSync } from 'node:fs'
import { openStore } from '#db/client.server'
import { migrate } from '#db/migrate.server'
import { generateDistrict } from '#db/seed/generate'
import { DEMO_PASSWORD_HASH } from './tests/support/world'
import { engine } from '#db/dialect'
const [educators, schools, years, path] = process.argv.slice(2)
const url = engine === 'postgres' ? process.env.DATABASE_URL! : `file:${path}`
if (engine === 'sqlite') for (const s of ['', '-wal', '-shm']) rmSync(path + s, { force: true })
await migrate(url, `drizzle/${engine}`)
const store = await openStore(url)
const started = performance.now()
const result = await generateDistrict(store, { educators: +educators, schools: +schools, years: +years, seed: 1, now: new Date(), passwordHash: DEMO_PASSWORD_HASH })
console.log((performance.now() - started) / 1000, 's')
await store.close()
console.log((performance.now() - started) / 1000, 's closed', process.memoryUsage().rss / 1e6)
console.log(result.rows, result.educators.slice(0, 3), result.principals.length, result.coordinator)
if (engine === 'sqlite') console.log(statSync(path).size / 1e6, 'MB')
