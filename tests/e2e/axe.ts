import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: { run(context: object, options: object): Promise<AxeResults> }
  }
}

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const ofPlaywright = createRequire(import.meta.url).resolve('@axe-core/playwright')
const source = readFileSync(createRequire(ofPlaywright).resolve('axe-core/axe.min.js'), 'utf8')

/** Puts axe on a page that has just been loaded, on which colors change at once from now on. */
export async function bringAxe(page: Page) {
  await page.evaluate(source)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets = [sheet]
  })
}

/**
 * What axe finds on the page as it is now, a sentence for each element.
 *
 * @param parts the selector of what to look at, and those of what has been looked at
 */
export async function violationsOf(
  page: Page,
  { within = 'html', without = [] }: { within?: string; without?: string[] } = {},
): Promise<string[]> {
  const options = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] }
  const violations = await page.evaluate(
    async (given) => {
      const context = {
        include: [[given.within]],
        exclude: given.without.map((selector) => [selector]),
      }
      return (await window.axe.run(context, given.options)).violations
    },
    { options, within, without },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} at ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  )
}
