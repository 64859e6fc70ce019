import { describe, expect, test } from 'vitest'
import { expectConsoleError } from './console-errors'

describe('console.error', () => {
  test.fails('fails a test that does not expect it', () => {
    console.error('planted')

    expect.assertions(0)
  })

  test('is fine when the test expects it', () => {
    expectConsoleError(/^expected \d+$/)
    expectConsoleError('text')

    console.error('expected %d', 7)
    console.error('some text of ours')

    expect.assertions(0)
  })

  test.fails('fails a test that expects it in vain', () => {
    expectConsoleError('never')

    expect.assertions(0)
  })
})
