import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { denyImports, envOnlyMacros } from 'vite-env-only'
import remixOptions from './remix.config.js'

const directory = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
  ],
  resolve: { alias: { '~': directory('./app'), '#db': directory('./db') } },
  build: { assetsInlineLimit: 0, sourcemap: false },
  server: { host: '127.0.0.1' },
})
