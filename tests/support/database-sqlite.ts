import { randomUUID } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint'
import { scratchFolder } from './scratch-folder'

const FOLDER = join(scratchFolder(), `cairn-tests-${process.getuid?.() ?? 0}`)
const A_DAY = 24 * 60 * 60 * 1000

/** A copy of the template, which is prepared first where there is none. */
export async function fromTemplate(name: string, prepare: (url: string) => Promise<void>) {
  const template = join(FOLDER, `template-${name}-${fingerprint()}.db`)
  if (!existsSync(template)) await makeTemplate(template, prepare)
  const copy = newDatabase()
  copyFileSync(template, copy.path, constants.COPYFILE_FICLONE)
  return copy
}

/** A place where there is no file yet. */
export async function bare() {
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 })
  return newDatabase()
}

/**
 * Workers that find no template each prepare one under a name of its own; the last to rename it
 * wins, and all of them are alike.
 */
async function makeTemplate(template: string, prepare: (url: string) => Promise<void>) {
  const { path, url } = await bare()
  removeOld()
  await prepare(url)
  renameSync(path, template)
}

function newDatabase() {
  const name = randomUUID()
  const drop = () => {
    for (const file of readdirSync(FOLDER)) {
      if (file.startsWith(name)) rmSync(join(FOLDER, file), { force: true, recursive: true })
    }
  }
  const path = join(FOLDER, `${name}.db`)
  return { path, url: `file:${path}`, drop }
}

/** Templates of former sources, and what a test left behind that was killed. */
function removeOld() {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found && found.mtimeMs < Date.now() - A_DAY) rmSync(path, { force: true, recursive: true })
  }
}
