import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** What came of one file of others that a standard describes. */
export type Conformance = { name: string; passed: boolean; detail: string }

/** Tries the product on all such files in a folder. */
export type ConformanceSuite = (folder: string) => Promise<Conformance[]>

const folder = process.argv[2]
if (!folder || !existsSync(folder)) {
  console.error(`${folder ? `There is no ${folder}. ` : ''}Usage: npm run conformance -- FOLDER`)
  process.exit(2)
}

const results: Conformance[] = []
for (const [name, suite] of await loadSuites()) {
  console.log(`\n── ${name}\n`)
  for (const result of await outcomeOf(name, suite, resolve(folder))) {
    console.log(`${result.passed ? 'passed' : 'FAILED'}  ${result.name}  ${result.detail}`)
    results.push(result)
  }
}

const failed = results.filter(({ passed }) => !passed).length
if (results.length === 0) console.error('\nNo file was tried.')
console.log(`\n${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0

/** The exports of the modules beside this one whose name begins with `conform`. */
async function loadSuites(): Promise<[string, ConformanceSuite][]> {
  const suites: [string, ConformanceSuite][] = []
  const modules = readdirSync(import.meta.dirname)
    .filter((file) => /^(?!run\.ts$)[a-z0-9-]+\.ts$/.test(file))
    .toSorted()
  for (const file of modules) {
    const exported = (await import(`./${file}`)) as Record<string, unknown>
    for (const [name, suite] of Object.entries(exported)) {
      if (/^conform[A-Z]/.test(name)) suites.push([name, suite as ConformanceSuite])
    }
  }
  return suites
}

async function outcomeOf(name: string, suite: ConformanceSuite, path: string) {
  try {
    const outcome = await suite(path)
    return outcome.length > 0 ? outcome : [{ name, passed: false, detail: 'tried no file' }]
  } catch (error) {
    return [{ name, passed: false, detail: String((error as Error).stack ?? error) }]
  }
}
