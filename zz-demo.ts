import { rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { migrate } from '#db/migrate.server'
import { openStore } from '#db/client.server'
import { seedWorld } from '#db/seed/world'
import { newId } from '#db/id'
const now = new Date(process.argv[2] ?? '2026-11-20T15:00:00Z')
rmSync('/tmp/scratch/demo.db', {force:true}); 
await migrate('file:/tmp/scratch/demo.db', '/tmp/mig/sqlite')
const store = await openStore('file:/tmp/scratch/demo.db')
const t = performance.now()
await seedWorld(store, { now, size: process.argv[3] as any ?? 'demo', passwordHash: 'x', storeFile: async (_d, c) => ({ id: newId(), mediaType: c[0]===37?'application/pdf':'image/png', bytes: c.length, sha256: createHash('sha256').update(c).digest('hex') }) })
console.log('seed', performance.now() - t)
await store.close()
