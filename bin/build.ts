/** Builds the Remix application; with `--if-stale` only where a source is newer than the last build. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { precompress } from '~/server/assets'

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

/** Whether the last build is newer than everything it was made from. */
export function isBuildFresh() {
  if (!RESULTS.every((path) => existsSync(path))) return false
  const built = statSync('build/server/index.js').mtimeMs
  return SOURCES.every((source) => newest(source) < built)
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

async function build() {
  if (process.argv.includes('--if-stale') && isBuildFresh()) return
  const { status } = spawnSync('npx', ['remix', 'vite:build'], { stdio: 'inherit' })
  if (status === 0) await precompress('build/client')
  process.exitCode = status ?? 1
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await build()
