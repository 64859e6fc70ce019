import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumVersion, findChromium } from '../tests/support/chromium'
import type { Counts } from '../tests/support/counts-reporter'
import { findPostgres, postgresVersion } from '../tests/support/postgres'
import { isBuildFresh } from './freshness.js'
import { listTestFiles, type Project, PROJECTS, projectsOf } from '../tests/support/projects'

const HELP = `Runs the tests: npm test -- [options] [part of a test file's path ...]

  --only NAMES   only these, separated by commas: build, ${PROJECTS.join(', ')}
  --one-by-one   one project after the other; otherwise those that can do so share the cores
  --help         shows this

Without options it runs everything, as CI does.`

/** Projects that run side by side; the last two need the machine for themselves. */
const TOGETHER: Project[][] = [
  ['unit', 'sqlite', 'postgres', 'architecture'],
  ['durability'],
  ['e2e'],
]
const NEED_BUILD: Project[] = ['architecture', 'durability', 'e2e']

type Row = {
  name: string
  passed: number
  failed: number
  failures?: string[]
  skipped: string[]
  note?: string
}

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    'one-by-one': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const only = options.only?.split(',').map((name) => name.trim())
const rows: Row[] = []
let isInterrupted = false

process.on('SIGINT', () => {
  isInterrupted = true
})

if (options.help) console.log(HELP)
else await main()

async function main() {
  refuseUnknownNames()
  const projects = chosenProjects()
  const broken = new Map<Project, string>()

  if (projects.includes('postgres')) {
    const isThere = check('PostgreSQL', () => postgresVersion(findPostgres()))
    if (!isThere) broken.set('postgres', 'not run: there is no PostgreSQL')
  }
  if (projects.includes('e2e')) {
    const isThere = check('Chromium', () => chromiumVersion(findChromium()))
    if (!isThere) broken.set('e2e', 'not run: there is no browser')
  }
  if (only?.includes('build') || projects.some((project) => NEED_BUILD.includes(project))) {
    const isBuilt = await build()
    if (!isBuilt)
      for (const project of ['durability', 'e2e'] as const) {
        broken.set(project, 'not run: the build failed')
      }
  }

  const groups = options['one-by-one'] ? PROJECTS.map((project) => [project]) : TOGETHER
  for (const group of groups) {
    const asked = group.filter((project) => projects.includes(project))
    for (const project of asked.filter((it) => broken.has(it))) refuse(project, broken.get(project))
    const sound = asked.filter((project) => !broken.has(project))
    if (sound.length > 0 && !isInterrupted) await vitest(sound)
  }
  summarize()
}

function refuseUnknownNames() {
  const unknown = only?.filter((name) => !['build', ...PROJECTS].includes(name)) ?? []
  if (unknown.length > 0) fail(`Unknown: ${unknown.join(', ')}\n\n${HELP}`)
}

/** The projects that have something to run; those that must have something, but do not, fail. */
function chosenProjects(): Project[] {
  const files = listTestFiles().filter(
    (file) => filters.length === 0 || filters.some((filter) => file.includes(filter)),
  )
  if (filters.length > 0 && files.length === 0) fail(`No test file matches ${filters.join(', ')}.`)

  const wanted = PROJECTS.filter((project) => !only || only.includes(project))
  const filled = new Set(files.flatMap(projectsOf))
  for (const project of wanted.filter((it) => !filled.has(it) && filters.length === 0)) {
    refuse(project, 'there are no tests')
  }
  return wanted.filter((project) => filled.has(project))
}

function check(name: string, find: () => string): boolean {
  try {
    const note = find()
    rows.push({ name, passed: 1, failed: 0, skipped: [], note })
    return true
  } catch (error) {
    console.error(`\n${(error as Error).message}`)
    rows.push({ name, passed: 0, failed: 1, skipped: [], note: 'not found' })
    return false
  }
}

function refuse(name: string, note?: string) {
  rows.push({ name, passed: 0, failed: 1, skipped: [], note })
}

async function build(): Promise<boolean> {
  if (!process.env.CI && isBuildFresh()) {
    rows.push({ name: 'build', passed: 1, failed: 0, skipped: [], note: 'newer than its sources' })
    return true
  }
  title('build')
  const started = performance.now()
  const status = await run('npm', ['run', '--silent', 'build'])
  const isBuilt = status === 0
  const note = seconds(started)
  rows.push({ name: 'build', passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1, skipped: [], note })
  return isBuilt
}

async function vitest(projects: Project[]) {
  title(projects.join(', '))
  const folder = mkdtempSync(join(tmpdir(), 'cairn-counts-'))
  const file = join(folder, 'counts.json')
  const started = performance.now()
  const status = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--allowOnly=false',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=./tests/support/counts-reporter.ts',
      ...filters,
    ],
    { TEST_COUNTS: file },
  )
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : {}
  rmSync(folder, { recursive: true })

  const together = projects.length > 1 ? `, beside ${projects.length - 1} more` : ''
  for (const name of projects) {
    const count = counts[name]
    if (!count) refuse(name, 'Vitest ended before its tests')
    else rows.push({ name, ...count, note: `${count.files} files, ${seconds(started)}${together}` })
  }
  const isAccountedFor = rows.some(
    ({ name, failed }) => projects.includes(name as Project) && failed,
  )
  if (status !== 0 && !isAccountedFor) refuse('Vitest', `exit code ${status}: see above`)
}

function run(program: string, words: string[], environment = {}): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(program, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    })
      .on('error', reject)
      .on('exit', resolve)
  })
}

function summarize() {
  title('summary')
  const skipped = rows.flatMap((row) => row.skipped.map((test) => `  ${row.name}: ${test}`))
  if (skipped.length > 0) console.log(`Skipped:\n${skipped.join('\n')}\n`)

  const failures = rows.flatMap(
    (row) => row.failures?.map((test) => `  ${row.name}: ${test}`) ?? [],
  )
  if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}\n`)

  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log(`${' '.repeat(width)}  passed  failed skipped`)
  for (const { name, passed, failed, skipped: left, note } of rows) {
    const numbers = [passed, failed, left.length].map((number) => String(number).padStart(7))
    console.log(`${name.padEnd(width)} ${numbers.join(' ')}   ${note ?? ''}`)
  }
  const passed = rows.reduce((sum, row) => sum + row.passed, 0)
  const failed = rows.reduce((sum, row) => sum + row.failed, 0)
  if (isInterrupted) console.log('\nInterrupted: this is not all.')
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 || isInterrupted ? 1 : 0
}

function title(text: string) {
  console.log(`\n── ${text}\n`)
}

function seconds(since: number) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
