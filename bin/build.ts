/** Builds the pages, the host and the command line; with `--if-stale` only where a source is newer than the last build. */
import { spawnSync } from 'node:child_process'
import { precompress } from '~/server/assets'
import { isBuildFresh } from './freshness.js'

async function build() {
  if (process.argv.includes('--if-stale') && isBuildFresh()) return
  const { status } = spawnSync('npx', ['remix', 'vite:build'], { stdio: 'inherit' })
  if (status === 0) await precompress('build/client')
  process.exitCode = status ?? 1
}

await build()
