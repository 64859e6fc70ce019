import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { bringAxe, violationsOf } from './axe'
import { listenFor } from './complaints'
import { arrangePages, roundsOfEverybody } from './pages'
import { browser, origin, sessionOf } from './visitor'

/** Each width and each theme once: no color depends on the width. */
const LOOKS = [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const
/** What a window of 1280 pixels has at 200 %. */
const ZOOMED = 640
const HEIGHT = 844
const WINDOWS = 2
const PATIENCE = 300_000

const rounds = await roundsOfEverybody()
/** The contents of pages, without the frame around them, that have been looked at. */
const seen = new Set<string>()

beforeAll(() => arrangePages(inject('demoDatabase')))

describe('every page is accessible, fits, and says nothing on the console', () => {
  test.each(rounds.map((round) => [round.who, round.pages.length, round] as const))(
    'as %s (%i pages)',
    { timeout: PATIENCE },
    async (_who, _count, { person, pages }) => {
      const storageState = person ? await sessionOf(person) : undefined
      const left = [...pages]
      const faults: string[] = []

      await Promise.all(
        Array.from({ length: WINDOWS }, async () => {
          const context = await (
            await browser()
          ).newContext({ baseURL: origin, storageState, reducedMotion: 'reduce' })
          const page = await context.newPage()
          const complaints = listenFor(page)
          for (let next = left.shift(); next; next = left.shift()) {
            faults.push(...(await faultsOf(page, next.address)))
          }
          faults.push(...complaints)
          await context.close()
        }),
      )

      expect(faults).toEqual([])
    },
  )
})

/** What is wrong with a page, on a phone and on a wide screen, in the one theme and in the other. */
async function faultsOf(page: Page, address: string) {
  const faults: string[] = []
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: ZOOMED, height: HEIGHT })
  await page.goto(address, { waitUntil: 'load' })
  if (await overflows(page)) faults.push(`${address} is wider than ${ZOOMED} px`)
  if ((await page.locator('h1').count()) !== 1) faults.push(`${address} has not one h1`)

  await bringAxe(page)
  const content = await page.locator('main').evaluate((main) => main.outerHTML)
  const without = seen.has(content) ? ['main'] : []
  seen.add(content)
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: HEIGHT })
    if (await overflows(page)) faults.push(`${address} is wider than ${width} px`)
    await page.setViewportSize({ width, height: await heightOf(page) })
    await page.emulateMedia({ colorScheme })
    for (const violation of await violationsOf(page, { without })) {
      faults.push(`${address} at ${width} px, ${colorScheme}: ${violation}`)
    }
  }
  return faults
}

/** High enough that no bar lies over anything. */
const heightOf = (page: Page) => page.evaluate(() => document.scrollingElement!.scrollHeight + 200)

/** Reading must never need scrolling sideways; what is wide scrolls in itself. */
const overflows = (page: Page) =>
  page.evaluate(() => document.scrollingElement!.scrollWidth > window.innerWidth)
