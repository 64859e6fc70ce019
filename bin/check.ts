import { spawnSync } from 'node:child_process'

const CHECKS = ['check:format', 'lint', 'types']

const failed = CHECKS.filter((check) => {
  console.log(`\n── ${check}`)
  const { status } = spawnSync('npm', ['run', '--silent', check], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status !== 0
})

console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '')
console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
