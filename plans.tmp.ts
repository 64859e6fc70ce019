import Database from 'better-sqlite3'
// patch: log each statement with time & plan
const want = process.env.SLOW ? +process.env.SLOW : 1
const orig = Database.prototype.prepare
const seen = new Map<string, { n: number, ms: number }>()
;(Database.prototype as any).prepare = function (source: string) {
  const t0 = performance.now()
  const st = orig.call(this, source) as any
  const prep = performance.now() - t0
  const db = this
  for (const m of ['all', 'get', 'run']) {
    const f = st[m].bind(st)
    st[m] = (...v: unknown[]) => { const t = performance.now(); const r = f(...v); const ms = performance.now() - t
      const e = seen.get(source) ?? { n: 0, ms: 0, prep: 0, source, v, db } as any; e.n++; e.ms += ms; e.prep += prep; seen.set(source, e); return r }
  }
  const raw = st.raw.bind(st)
  st.raw = (...a: any[]) => { raw(...a); return st }
  return st
}
export function report() {
  for (const e of [...seen.values()].sort((a: any, b: any) => b.ms - a.ms) as any[]) {
    console.log(`--- ${e.ms.toFixed(2)} ms in ${e.n} (prepare ${e.prep.toFixed(2)})`)
    if (e.ms / e.n < want) { continue }
    console.log(e.source.replace(/"(\w+)"\."/g, '$1."').slice(0, 900))
    try { for (const r of orig.call(e.db, 'explain query plan ' + e.source).all(...e.v) as any[]) console.log('   ', r.detail) } catch (x) { console.log(x) }
  }
  seen.clear()
}
