import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** What one project's tests came to; what failed with the first line of why. */
export type Count = {
  passed: number
  failed: number
  failures: string[]
  skipped: string[]
  files: number
}

/** What a run of Vitest came to, by project. */
export type Counts = Record<string, Count>

/** Writes the counts of a run, as JSON, to the file that `TEST_COUNTS` names. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const counts: Counts = {}
    for (const module of modules) {
      const count = (counts[module.project.name] ??= {
        passed: 0,
        failed: 0,
        failures: [],
        skipped: [],
        files: 0,
      })
      const failed = [...module.children.allTests('failed')].length
      count.files++
      count.passed += [...module.children.allTests('passed')].length
      // A file that cannot be loaded, or whose hooks fail, has no failed test of its own.
      count.failed += failed === 0 && module.state() === 'failed' ? 1 : failed
      for (const test of module.children.allTests('failed')) {
        count.failures.push(`${nameOf(test)}: ${firstLineOf(test.result().errors)}`)
      }
      if (failed === 0 && module.state() === 'failed') {
        count.failures.push(`${module.relativeModuleId}: ${firstLineOf(module.errors())}`)
      }
      for (const test of module.children.allTests('skipped')) {
        count.skipped.push(nameOf(test))
      }
    }
    if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts))
  }
}

const nameOf = (test: TestCase) => `${test.module.relativeModuleId} > ${test.fullName}`

const firstLineOf = (errors: readonly { message: string }[] | undefined) =>
  errors?.[0]?.message.split('\n')[0] ?? 'it says nothing'
