import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The folders of `PATH`. */
export function foldersOnPath(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean)
}

/** Whether a path is a file that this process may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The first program of these names in the folders of `PATH`. */
export function findOnPath(...names: string[]): string | undefined {
  return names
    .flatMap((name) => foldersOnPath().map((folder) => join(folder, name)))
    .find(isProgram)
}

/** Whether packages of Debian or Ubuntu can be installed: root, with `apt-get`. */
export function canInstallFromDebian(): boolean {
  return process.getuid?.() === 0 && findOnPath('apt-get') !== undefined
}

/**
 * Installs packages of Debian, telling so, and showing what `apt-get` prints.
 *
 * @throws Error when `apt-get` fails
 */
export function installFromDebian(packages: string[], purpose: string) {
  console.log(`Installing ${packages.join(', ')} with apt-get: ${purpose}`)
  aptGet('update')
  aptGet('install', '--yes', '--no-install-recommends', ...packages)
}

function aptGet(...words: string[]) {
  const { status, error } = spawnSync('apt-get', ['--quiet', ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) {
    throw new Error(`apt-get ${words.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`)
  }
}
