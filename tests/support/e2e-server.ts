import { existsSync } from 'node:fs'
import { findChromium } from './chromium'

/** Makes sure that there is a browser and something for it to visit. */
export function setup() {
  findChromium()
  if (!existsSync('build/server/index.js')) {
    throw new Error('There is no build to test: run "npm run build" first.')
  }
}
