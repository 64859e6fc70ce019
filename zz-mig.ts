import { migrate } from '#db/migrate.server'
const [base, start] = process.argv.slice(2)
await new Promise(r => setTimeout(r, Math.max(0, Number(start) - Date.now())))
for (let i=0;i<30;i++) {
  const t = Number(start) + i*400
  while (Date.now() < t) {}
  try { const { applied } = await migrate(`file:${base}-${i}.db`, 'drizzle/sqlite'); console.log(i, applied.length) } catch (e) { console.log(i, 'ERROR', (e as Error).message) }
}
