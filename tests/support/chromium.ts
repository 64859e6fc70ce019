import { execFileSync, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium, type LaunchOptions } from 'playwright-core'
import { canInstallFromDebian, findOnPath, installFromDebian, isProgram } from './programs'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const OF_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const HOW_TO_INSTALL =
  'The end-to-end tests need Google Chrome or Chromium. Install it with "sudo apt-get install chromium",\n' +
  '"npx playwright-core install chromium" or your system\'s package, or set CHROME_PATH to its program.'

/** The browser talks to the server under test and to nothing else. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/**
 * The program of a Chrome or Chromium: `CHROME_PATH`, else one on `PATH`, else the one that
 * Playwright has downloaded. When there is none it is installed: from Debian's package as root,
 * else by Playwright.
 *
 * @throws Error that says how to install one, when that fails
 */
export function findChromium(): string {
  const wanted = process.env.CHROME_PATH
  if (wanted && !isProgram(wanted)) throw new Error(`CHROME_PATH is ${wanted}: no such program.`)

  const found = wanted ?? installedChromium()
  if (found) return found

  const purpose = 'the end-to-end tests need a browser, and there is none here.'
  if (canInstallFromDebian()) installFromDebian(['chromium', 'fonts-liberation'], purpose)
  else installFromPlaywright(purpose)
  const installed = installedChromium()
  if (!installed) throw new Error(HOW_TO_INSTALL)
  return installed
}

/** What a browser's program says of its version. */
export function chromiumVersion(program: string): string {
  const said = execFileSync(program, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return said.trim()
}

/** What Playwright needs to start the browser that `findChromium` finds, headless. */
export function chromiumOptions() {
  return { executablePath: findChromium(), args: ARGUMENTS } satisfies LaunchOptions
}

function installedChromium(): string | undefined {
  const ofPlaywright = chromium.executablePath()
  return findOnPath(...NAMES) ?? [...OF_MACOS, ofPlaywright].find((path) => isProgram(path))
}

function installFromPlaywright(purpose: string) {
  console.log(`Downloading Chromium with Playwright: ${purpose}`)
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  spawnSync(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
