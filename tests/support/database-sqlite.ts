import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from './fingerprint'

const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
let made = 0

/** A copy of the template, which is prepared first where there is none. */
export async function fromTemplate(name: string, prepare: (url: string) => Promise<void>) {
  const template = await templateOf(name, prepare)
  const path = newPath()
  copyFileSync(template, path, constants.COPYFILE_FICLONE)
  return database(path)
}

/** A path at which there is no file yet. */
export async function bare() {
  return database(newPath())
}

/**
 * Workers that find no template each prepare one under a name of their own; the last to rename it
 * wins, and the others' copies stay whole.
 */
async function templateOf(name: string, prepare: (url: string) => Promise<void>) {
  const templates = join(tmpdir(), `cairn-templates-${process.getuid?.() ?? 0}`)
  const template = join(templates, `${name}-${fingerprint()}.db`)
  if (existsSync(template)) return template

  mkdirSync(templates, { recursive: true, mode: 0o700 })
  const path = newPath()
  await prepare(`file:${path}`)
  const staged = `${template}.${process.pid}`
  copyFileSync(path, staged)
  renameSync(staged, template)
  return template
}

function database(path: string) {
  return {
    url: `file:${path}`,
    drop: () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
    },
  }
}

const newPath = () => join(folder, `${++made}.db`)
