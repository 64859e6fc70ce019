import Database from 'better-sqlite3'
const db = new Database(process.argv[2]!)
let t = performance.now(); db.exec('analyze'); console.log('analyze', performance.now() - t)
try { db.exec('delete from sqlite_stat4') } catch (e) { console.log(String(e)) }
for (const r of db.prepare('select * from sqlite_stat1 order by 1,2').all() as any[]) console.log(r.tbl, r.idx, r.stat)
console.log(db.pragma('compile_options').map((o: any) => o.compile_options).filter((o: string) => /STAT/.test(o)))
