import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { FOLDERS_OF_THEIR_OWN, FOLDERS_ON_BOTH_ENGINES } from './tests/support/projects'

const directory = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const testsIn = (...folders: string[]) =>
  folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`)

const ON_BOTH_ENGINES = testsIn(...FOLDERS_ON_BOTH_ENGINES)
const SQLITE = { DATABASE_URL: 'file::test:' }
const PATIENT = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 }

function project(
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: { name, ...test, env: { NODE_ENV: 'test', TZ: 'UTC', ...test?.env } },
  }
}

export default defineConfig({
  resolve: { alias: { '~': directory('./app'), '#db': directory('./db') } },
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: process.env.CI ? 2 : undefined,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['tests/support/setup.ts'],
    projects: [
      project('unit', {
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: [...ON_BOTH_ENGINES, ...testsIn(...FOLDERS_OF_THEIR_OWN)],
        env: SQLITE,
      }),
      project('sqlite', { include: ON_BOTH_ENGINES, env: SQLITE }),
      project('postgres', {
        include: ON_BOTH_ENGINES,
        globalSetup: 'tests/support/postgres-server.ts',
        setupFiles: ['tests/support/use-postgres.ts', 'tests/support/setup.ts'],
      }),
      project('architecture', { include: testsIn('architecture'), env: SQLITE }),
      project('durability', { include: testsIn('durability'), env: SQLITE, ...PATIENT }),
      project('e2e', {
        include: testsIn('e2e'),
        globalSetup: 'tests/support/e2e-server.ts',
        env: SQLITE,
        ...PATIENT,
      }),
    ],
  },
})
