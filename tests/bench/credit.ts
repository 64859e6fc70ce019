import { spawnSync } from 'node:child_process'
import { evaluate } from '~/domain/evaluation/evaluate'
import type { EvaluationInput } from '~/domain/evaluation/input'
import { readEvaluationInput } from '~/domain/evaluation/reading.server'
import type { RuleSet } from '~/domain/rule-sets/rule-set'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { educatorFile } from './credit-rows'
import { quantile, rounded } from './measuring'
import { profileByFile } from './profile'
import type { Bench } from './sizes'

const MASSACHUSETTS = 'us-ma-2017'
const ROWS = 500
const ROWS_A_YEAR = 30
const WARM_UP = 20
const PROCESSES = 5
const PROFILED = 720

/** What evaluating credit takes: 500 rows, their JSON, the command, and a whole district. */
export async function measureCredit(bench: Bench, say: (text: string) => void) {
  const ruleSets = shippedRuleSets()
  const timed = ruleSets.map((ruleSet) => ({ ruleSet, ...timeEvaluation(ruleSet, bench.requests) }))
  const [slowest] = timed.toSorted((a, b) => b.p50 - a.p50)
  const ofMassachusetts = timed.find(({ ruleSet }) => ruleSet.id === MASSACHUSETTS)!
  for (const { ruleSet, p50, p95 } of timed) {
    say(`${ruleSet.id.padEnd(20)} ${ROWS} rows: p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms`)
  }
  const text = JSON.stringify(educatorFile(ofMassachusetts.ruleSet, ROWS, 1))
  const reading = timesOf(bench.requests, () => read(text, ofMassachusetts.ruleSet))
  const commands = timesOf(PROCESSES, () => runCommand(text), 1)
  const rowsEach = ROWS_A_YEAR * bench.years
  say(`${bench.educators} educators, ${rowsEach} rows each, in every rule set by turns:`)
  const inputOfEducator = (at: number) => inputOf(ruleSets[at % ruleSets.length]!, rowsEach, at)
  const sample = Array.from({ length: PROFILED }, (_, at) => inputOfEducator(at))
  const shares = await profileByFile('app/domain/', () => {
    for (const input of sample) evaluate(input)
  })
  for (const [file, share] of shares.slice(0, 12)) {
    say(`  ${`${Math.round(share * 100)} %`.padStart(5)}  ${file}`)
  }
  const district = timeDistrict(bench.educators, inputOfEducator)
  return {
    massachusetts_p50_ms: rounded(ofMassachusetts.p50),
    massachusetts_p95_ms: rounded(ofMassachusetts.p95),
    slowest: slowest?.ruleSet.id,
    slowest_p50_ms: rounded(slowest?.p50 ?? 0),
    slowest_p95_ms: rounded(slowest?.p95 ?? 0),
    reading_p50_ms: rounded(quantile(reading, 0.5)),
    reading_p95_ms: rounded(quantile(reading, 0.95)),
    command_p50_ms: rounded(quantile(commands, 0.5)),
    district_rows: bench.educators * rowsEach,
    district_ms: rounded(district.wall),
    district_cpu_ms: rounded(district.cpu),
  }
}

function timeEvaluation(ruleSet: RuleSet, runs: number) {
  const input = inputOf(ruleSet, ROWS, 1)
  const times = timesOf(runs, () => evaluate(input))
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

function timesOf(runs: number, run: () => unknown, warmUp = WARM_UP) {
  const times: number[] = []
  for (let at = -warmUp; at < runs; at++) {
    const started = performance.now()
    run()
    if (at >= 0) times.push(performance.now() - started)
  }
  return times
}

const read = (text: string, ruleSet: RuleSet) =>
  readEvaluationInput(JSON.parse(text), ruleSet, '2026-11-22')

const inputOf = (ruleSet: RuleSet, rows: number, seed: number) =>
  read(JSON.stringify(educatorFile(ruleSet, rows, seed)), ruleSet)

/** Evaluates one educator after the other; reading what they did is not measured. */
function timeDistrict(educators: number, inputOfEducator: (at: number) => EvaluationInput) {
  let [wall, cpu] = [0, 0]
  for (let at = 0; at < educators; at++) {
    const input = inputOfEducator(at)
    const [started, used] = [performance.now(), process.cpuUsage()]
    evaluate(input)
    const { user, system } = process.cpuUsage(used)
    wall += performance.now() - started
    cpu += (user + system) / 1000
  }
  return { wall, cpu }
}

function runCommand(input: string) {
  const words = ['credit', 'evaluate', '--rule-set', MASSACHUSETTS, '--input', '-', '--json']
  const { status, stderr } = spawnSync('bin/cairn', words, { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The command failed.\n${stderr}`)
}
