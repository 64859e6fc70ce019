import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Folders of `tests/` whose tests run once on each database engine. */
export const FOLDERS_ON_BOTH_ENGINES = ['domain', 'http', 'routes', 'jobs', 'db']

/** Folders of `tests/` that are a project of their own; the rest is `unit`. */
export const FOLDERS_OF_THEIR_OWN = ['architecture', 'durability', 'e2e'] as const

/** The projects of Vitest, in the order in which `npm test` names them. */
export const PROJECTS = ['unit', 'sqlite', 'postgres', ...FOLDERS_OF_THEIR_OWN] as const
export type Project = (typeof PROJECTS)[number]

/** The projects in which a test file runs, by its path inside the repository. */
export function projectsOf(file: string): Project[] {
  const folder = file.split('/')[1] ?? ''
  if (FOLDERS_ON_BOTH_ENGINES.includes(folder)) return ['sqlite', 'postgres']
  return [FOLDERS_OF_THEIR_OWN.find((own) => own === folder) ?? 'unit']
}

/** Every test file, as a path inside the repository. */
export function listTestFiles(root = process.cwd()): string[] {
  return readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}
