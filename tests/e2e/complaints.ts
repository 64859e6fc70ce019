import type { Page } from 'playwright-core'

/** What a page says that is there on purpose: a page refused answers 403, a form 422, and Chromium notes it. */
const EXPECTED = /Failed to load resource: the server responded with a status of 4(03|04|09|22)/

/** Collects what goes wrong in a window from now on, in words. */
export function listenFor(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()} threw ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || EXPECTED.test(message.text())) return
    complaints.push(`${page.url()} says ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() > 499) complaints.push(`${response.status()} of ${response.url()}`)
  })
  return complaints
}
