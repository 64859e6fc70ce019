import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const FARTHEST = 150

/**
 * Presses Tab until the element has the focus, as somebody does who has no mouse. Whatever had the focus
 * on the way must have been in sight, not behind a bar.
 */
export async function tabTo(page: Page, target: Locator) {
  await target.waitFor({ state: 'attached' })
  for (let pressed = 0; pressed < FARTHEST; pressed++) {
    await page.keyboard.press('Tab')
    const hidden = await page.evaluate(focusOutOfSight)
    expect(hidden, 'has the focus, but nothing of it is to be seen').toBe(null)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${target} is not reached within ${FARTHEST} tabs.`)
}

/** Goes to a link or a button by Tab, and presses Enter. */
export async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to a field by Tab, and types over what stands there. */
export async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Goes to a field for a day, and types the day as the browser of an American expects it. */
export async function typeDay(page: Page, target: Locator, day: string) {
  const [year, month, date] = day.split('-')
  await tabTo(page, target)
  await page.keyboard.type(`${month}${date}${year}`)
  expect(await target.inputValue()).toBe(day)
}

type ChosenFile = { name: string; mimeType: string; buffer: Buffer }

/** Goes to a field for files, opens the browser's own window, and chooses one there. */
export async function chooseFile(page: Page, target: Locator, file: ChosenFile) {
  /* Asked for before the way there: the browser has to hear of it before the window opens. */
  const opened = page.waitForEvent('filechooser')
  await tabTo(page, target)
  await page.keyboard.press('Space')
  const chooser = await opened
  await chooser.setFiles(file)
}

/** Runs in the page: what has the focus, when no point of it is visible. */
function focusOutOfSight(): string | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const shown = element.closest('label') ?? element
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
  )
  const isSeen = points.some(([x, y]) => {
    const at = document.elementFromPoint(x, y)
    return at !== null && (shown.contains(at) || at.contains(shown))
  })
  return isSeen ? null : shown.outerHTML.slice(0, 200)
}
