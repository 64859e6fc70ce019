import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { arrangePages, type PageAddress, type Round, roundsOfEverybody } from './pages'
import { startSession } from './sign-in'
import { chromiumOptions } from '../support/chromium'
import { type DemoServer, startDemo } from '../support/demo-server'

const HELP = `Photographs every page as everybody who may open it: npm run screenshots -- [options]

  --only PATTERN   only where this regular expression fits, such as "principal/staff" or "goals-"
  --to FOLDER      instead of screenshots/
  --help           shows this

It writes FOLDER/<who>/<page>-<width>-<theme>.png, at 390 and 1280 pixels, light and dark.`

const WIDTHS = [390, 1280]
const THEMES = ['light', 'dark'] as const
const HEIGHT = 844

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    to: { type: 'string', default: 'screenshots' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (options.help) console.log(HELP)
else await photographEverything()

async function photographEverything() {
  const rounds = await chosenRounds()
  if (rounds.length === 0) {
    console.error(`No page fits ${options.only}.`)
    process.exitCode = 2
    return
  }
  const demo = await startDemo()
  const browser = await chromium.launch(chromiumOptions())
  try {
    await arrangePages(demo.databaseUrl)
    for (const round of rounds) await photograph(round, demo, browser)
  } finally {
    await browser.close()
    await demo.stop()
  }
}

async function chosenRounds() {
  const wanted = new RegExp(options.only ?? '')
  const rounds = await roundsOfEverybody()
  return rounds
    .map((round) => ({
      ...round,
      pages: round.pages.filter(({ name }) => wanted.test(`${folderOf(round)}/${name}`)),
    }))
    .filter(({ pages }) => pages.length > 0)
}

async function photograph(round: Round, { origin }: DemoServer, browser: Browser) {
  const { person, pages } = round
  const storageState = person ? await startSession(browser, origin, person) : undefined
  const context = await browser.newContext({
    baseURL: origin,
    storageState,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  for (const { name, address } of pages) {
    await page.goto(address)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT })
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme })
        const path = pathOf(round, { name }, width, colorScheme)
        mkdirSync(dirname(path), { recursive: true })
        await page.screenshot({ path, fullPage: true })
      }
    }
  }
  await context.close()
  console.log(`${round.who}: ${pages.length} pages`)
}

function folderOf({ who }: Round) {
  return who.replaceAll(' ', '-')
}

function pathOf(round: Round, { name }: Pick<PageAddress, 'name'>, width: number, theme: string) {
  return join(options.to, folderOf(round), `${name}-${width}-${theme}.png`)
}
