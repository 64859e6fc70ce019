import { existsSync, readFileSync } from 'node:fs'
import { readdir, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Command } from 'commander'
import { engineOf } from '#db/dialect'
import { inspectDatabase, type Finding } from '#db/inspect.server'
import { migrationFolder } from '~/server/migrations'
import { root } from '~/server/root'
import { commandEnvironment } from './database'
import { Failure } from './failure'
import { print, printJson } from './print'

const LOW_DISK = 0.05

/** `cairn doctor`: whether this installation is sound. */
export function addDoctor(program: Command) {
  program
    .command('doctor')
    .description('Check versions, durability, integrity, free disk space and backups.')
    .option('--json', 'print one JSON object')
    .action(async (options: { json?: boolean }) => {
      const findings = await examine()
      const isSound = findings.every(({ ok }) => ok)
      if (options.json) printJson({ ok: isSound, findings })
      else
        for (const { name, ok, detail } of findings)
          print(`${ok ? 'ok    ' : 'WRONG '} ${name}: ${detail}`)
      if (!isSound) throw new Failure('Something needs attention.', 1)
    })
}

async function examine(): Promise<Finding[]> {
  const { databaseUrl, dataDirectory } = commandEnvironment()
  const engine = engineOf(databaseUrl)
  return [
    versions(),
    ...(await inspectDatabase(databaseUrl, migrationFolder(engine))),
    await freeDisk(existsSync(dataDirectory) ? dataDirectory : '.'),
    ...(engine === 'sqlite' ? [await lastBackup(databaseUrl.replace(/^file:/, ''))] : []),
  ]
}

function versions(): Finding {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  const ok = major! > 20 || (major === 20 && minor! >= 19)
  return { name: 'versions', ok, detail: `cairn ${version}, node ${process.versions.node}` }
}

async function freeDisk(directory: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(directory)
  const gigabytes = ((bavail * bsize) / 1e9).toFixed(1)
  return {
    name: 'free disk',
    ok: bavail / blocks >= LOW_DISK,
    detail: `${gigabytes} GB, ${Math.round((100 * bavail) / blocks)} %`,
  }
}

async function lastBackup(path: string): Promise<Finding> {
  const files = await readdir(dirname(path)).catch(() => [])
  const copies = files.filter((file) => file.startsWith(`${basename(path)}.before-`)).sort()
  return {
    name: 'last backup',
    ok: true,
    detail: copies.at(-1) ?? 'none was made before a migration yet; see docs/self-hosting.md',
  }
}
