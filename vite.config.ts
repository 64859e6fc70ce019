import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { denyImports, envOnlyMacros } from 'vite-env-only'
import remixOptions from './remix.config.js'

const directory = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the host and the command line beside the pages, so that what they share is there once. */
const withCommandLine: Plugin = {
  name: 'cairn:command-line',
  configResolved({ build }) {
    const { rollupOptions } = build
    if (!build.ssr || typeof rollupOptions.input !== 'string') return
    rollupOptions.input = { index: rollupOptions.input, cairn: directory('./app/cli/main.ts') }
    rollupOptions.output = { ...rollupOptions.output, entryFileNames: '[name].js' }
  },
}

export default defineConfig({
  plugins: [
    envOnlyMacros(),
    denyImports({
      client: {
        specifiers: [/^node:/, 'better-sqlite3', 'pg', 'lucia', /^drizzle-orm/, 'zod', 'pino'],
        files: ['db/**', 'app/jobs/**', 'app/adapters/**', 'app/server/**', '**/*.server.*'],
      },
    }),
    tailwindcss(),
    remix(remixOptions),
    withCommandLine,
  ],
  resolve: { alias: { '~': directory('./app'), '#db': directory('./db') } },
  build: { assetsInlineLimit: 0, sourcemap: false },
  server: { host: '127.0.0.1' },
})
