import { spawn } from 'node:child_process'

const CHECKS = ['check:format', 'lint', 'types']

/** Runs one check; what it says comes out in one piece. */
function run(check: string) {
  return new Promise<{ check: string; said: string; isGood: boolean }>((resolve) => {
    const child = spawn('npm', ['run', '--silent', check], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text) => void (said += text))
    child.stderr.on('data', (text) => void (said += text))
    child.on('close', (code) => resolve({ check, said, isGood: code === 0 }))
  })
}

const checks = await Promise.all(CHECKS.map(run))
for (const { check, said } of checks) console.log(`\n── ${check}\n${said.trimEnd()}`)

const failed = checks.filter(({ isGood }) => !isGood).map(({ check }) => check)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '')
console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
