import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { chromiumOptions } from './chromium'
import { startDemo } from './demo-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration is that the end-to-end tests visit. */
    demoOrigin: string
    /** The database of the demonstration. */
    demoDatabase: string
    /** Where the one browser of all end-to-end tests takes its orders. */
    browserEndpoint: string
  }
}

/** Starts the built product with the demonstration, and a browser to visit it with. */
export async function setup(project: TestProject) {
  if (!existsSync('build/server/index.js')) {
    throw new Error('There is no build to test: run "npm run build" first.')
  }
  const [demo, browser] = await Promise.all([startDemo(), chromium.launchServer(chromiumOptions())])
  project.provide('demoOrigin', demo.origin)
  project.provide('demoDatabase', demo.databaseUrl)
  project.provide('browserEndpoint', browser.wsEndpoint())

  return async () => {
    await browser.close()
    await demo.stop()
  }
}
