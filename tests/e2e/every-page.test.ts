import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { bringAxe, violationsOf } from './axe'
import { listenFor } from './complaints'
import { arrangePages, roundsOfEverybody } from './pages'
import { browser, origin, sessionOf } from './visitor'

/**
 * Each width and each theme once: no color depends on the width, and what has a name or a role has it at
 * both.
 */
const LOOKS = [
  { width: 390, colorScheme: 'light', rules: 'of looks' },
  { width: 1280, colorScheme: 'dark', rules: 'all' },
] as const
/** What a window of 1280 pixels has at 200 %. */
const ZOOMED = 640
const HEIGHT = 844
const WINDOWS = 2
const PATIENCE = 300_000

const rounds = await roundsOfEverybody()
/** The contents of pages, and the frames around them but for the place one is at, that have been looked at. */
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
  const parts = await newPartsOf(page, address)
  if (!parts) return []
  const faults: string[] = []
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: ZOOMED, height: HEIGHT })
  await page.goto(address, { waitUntil: 'load' })
  if (await overflows(page)) faults.push(`${address} is wider than ${ZOOMED} px`)
  if ((await page.locator('h1').count()) !== 1) faults.push(`${address} has not one h1`)
  if ((await page.title()).length === 0) faults.push(`${address} has no title`)

  await bringAxe(page)
  for (const { width, colorScheme, rules } of LOOKS) {
    await page.setViewportSize({ width, height: HEIGHT })
    if (await overflows(page)) faults.push(`${address} is wider than ${width} px`)
    await page.setViewportSize({ width, height: await heightOf(page) })
    await page.emulateMedia({ colorScheme })
    for (const violation of await violationsOf(page, { ...parts, rules })) {
      faults.push(`${address} at ${width} px, ${colorScheme}: ${violation}`)
    }
  }
  return faults
}

/**
 * What the server sends of a page that has not been looked at: all of it, the frame, or the content;
 * nothing when both have been.
 */
async function newPartsOf(page: Page, address: string) {
  const html = await (await page.request.get(address)).text()
  const body = html.slice(html.indexOf('<body'))
  const content = /<main[^]*<\/main>/.exec(body)?.[0] ?? ''
  const frame = body
    .replace(content, '')
    .replaceAll(/<script[^]*?<\/script>/g, '')
    .replaceAll(' aria-current="page"', '')
  const isNew = { content: !seen.has(content), frame: !seen.has(frame) }
  seen.add(content).add(frame)
  if (!isNew.frame) return isNew.content ? { within: 'main' } : null
  return { within: 'html', without: isNew.content ? [] : ['main'] }
}

/** High enough that no bar lies over anything. */
const heightOf = (page: Page) => page.evaluate(() => document.scrollingElement!.scrollHeight + 200)

/** Reading must never need scrolling sideways; what is wide scrolls in itself. */
const overflows = (page: Page) =>
  page.evaluate(() => document.scrollingElement!.scrollWidth > window.innerWidth)
