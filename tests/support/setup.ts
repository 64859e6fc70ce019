import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'
import { expectations } from './console-errors'
import './matchers'

const original = console.error
const unexpected: string[] = []

console.error = (...words: unknown[]) => {
  const message = format(...words)
  const met = expectations.find(({ pattern }) => matches(message, pattern))
  if (met) {
    met.count++
    return
  }
  unexpected.push(message)
  original(...words)
}

afterEach(check)
afterAll(() => {
  console.error = original
  check()
})

function check() {
  const missing = expectations.splice(0).filter(({ count }) => count === 0)
  const errors = unexpected.splice(0)
  if (errors.length > 0) {
    throw new Error(
      `console.error was called, and the test did not expect it:\n${errors.join('\n')}`,
    )
  }
  if (missing.length > 0) {
    const patterns = missing.map(({ pattern }) => String(pattern))
    throw new Error(`The test expected a console.error that did not come: ${patterns.join(', ')}`)
  }
}

function matches(message: string, pattern: string | RegExp) {
  return typeof pattern === 'string' ? message.includes(pattern) : pattern.test(message)
}
