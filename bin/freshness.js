import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const RESULTS = ['build/client', 'build/server/index.js', 'build/server/cairn.js']
const SOURCES = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]

/** Whether the last build is newer than everything it was made from. */
export function isBuildFresh() {
  if (!RESULTS.every((path) => existsSync(join(root, path)))) return false
  const built = statSync(join(root, 'build/server/index.js')).mtimeMs
  return SOURCES.every((source) => newest(join(root, source)) < built)
}

/** @param {string} path @returns {number} */
function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
