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

/** What depends on colors and sizes. */
const OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

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
 * @param asked the selector of what to look at, those of what has been looked at, and by which rules
 */
export async function violationsOf(
  page: Page,
  asked: { within?: string; without?: string[]; rules?: 'all' | 'of looks' } = {},
): Promise<string[]> {
  const { within = 'html', without = [], rules = 'all' } = asked
  const runOnly =
    rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: OF_LOOKS }
  const options = { runOnly, resultTypes: ['violations'] }
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
