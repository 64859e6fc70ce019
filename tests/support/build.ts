import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const RESULTS = ['build/client', 'build/server/index.js']
const SOURCES = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]

/** Whether the build is there, and newer than everything it is made from. */
export function isBuildFresh(): boolean {
  if (!RESULTS.every((path) => existsSync(path))) return false
  const built = statSync('build/server/index.js').mtimeMs
  return SOURCES.every((source) => newest(source) < built)
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
