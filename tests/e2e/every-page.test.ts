import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { arrangePages, roundsOfEverybody } from './pages'
import { listenFor } from './complaints'
import { browser, origin, sessionOf } from './visitor'

const WIDTHS = [390, 1280]
/** What a window of 1280 pixels has at 200 %. */
const ZOOMED = 640
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WINDOWS = 2

const rounds = await roundsOfEverybody()

beforeAll(arrangePages)

describe('every page is accessible, fits, and says nothing on the console', () => {
  test.each(rounds.map((round) => [round.who, round] as const))('as %s', async (_who, round) => {
    const storageState = round.person ? await sessionOf(round.person) : undefined
    const left = [...round.addresses]
    const faults: string[] = []

    await Promise.all(
      Array.from({ length: WINDOWS }, async () => {
        const context = await (
          await browser()
        ).newContext({ baseURL: origin, storageState, reducedMotion: 'reduce' })
        const page = await context.newPage()
        const complaints = listenFor(page)
        for (let address = left.shift(); address; address = left.shift()) {
          faults.push(...(await faultsOf(page, address)))
        }
        faults.push(...complaints)
        await context.close()
      }),
    )

    expect(faults).toEqual([])
  })
})

async function faultsOf(page: Page, address: string) {
  const faults: string[] = []
  await page.setViewportSize({ width: ZOOMED, height: 900 })
  await page.goto(address, { waitUntil: 'load' })
  if (await overflows(page)) faults.push(`${address} is wider than ${ZOOMED} px`)
  if ((await page.locator('h1').count()) !== 1) faults.push(`${address} has not one h1`)

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    if (await overflows(page)) faults.push(`${address} is wider than ${width} px`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const violation of await violationsOf(page)) {
        faults.push(`${address} at ${width} px, ${colorScheme}: ${violation}`)
      }
    }
  }
  return faults
}

/** Reading must never need scrolling sideways; what is wide scrolls in itself. */
const overflows = (page: Page) =>
  page.evaluate(() => document.scrollingElement!.scrollWidth > window.innerWidth)

async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
