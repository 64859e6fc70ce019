/** What the running test expects on `console.error`, and how often it came. */
export const expectations: { pattern: string | RegExp; count: number }[] = []

/**
 * Tells that the running test makes the product call `console.error` with such a message, which
 * would fail the test otherwise. The test fails when no such call comes.
 */
export function expectConsoleError(pattern: string | RegExp) {
  expectations.push({ pattern, count: 0 })
}
