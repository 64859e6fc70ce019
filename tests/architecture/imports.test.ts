import { describe, expect, test } from 'vitest'
import {
  defaultExports,
  environmentReads,
  injections,
  ownTransactions,
  queriesOfOneEngine,
  writtenSql,
} from './code-rules'
import {
  againstTheLayers,
  featureCycles,
  impureFiles,
  misplacedPackages,
  openedInTheDomain,
  routesThatImportRoutes,
} from './import-rules'
import { readSources, type Source } from './source'

const product = readSources('app', 'db', 'bin')
const routeModules = modulesIn(product.find(({ path }) => path === 'app/routes.ts'))

function modulesIn(table: Source | undefined): string[] {
  const paths = table?.text.match(/(?<=')routes\/[^']+(?=\.tsx?')/g) ?? []
  return paths.map((path) => `app/${path}`)
}

function planted(path: string, text: string): Source[] {
  return [{ path, text }]
}

describe('the layers', () => {
  test('routes → http → domain → db, and nobody turns around', () => {
    expect(againstTheLayers(product)).toEqual([])
  })

  test('a route imports no other route', () => {
    expect(routeModules.length).toBeGreaterThan(0)
    expect(routesThatImportRoutes(product, routeModules)).toEqual([])
  })

  test('a file without .server loads nothing that only the server has', () => {
    expect(impureFiles(product)).toEqual([])
  })

  test('packages stay in their layer: Lucia in one file, the drivers in db/', () => {
    expect(misplacedPackages(product)).toEqual([])
  })

  test('the domain opens no database', () => {
    expect(openedInTheDomain(product)).toEqual([])
  })

  test('the features of the domain need each other in one direction only', () => {
    expect(featureCycles(product)).toEqual([])
  })
})

describe('the code', () => {
  test('reads the environment only in app/http/env.server.ts', () => {
    expect(environmentReads(product)).toEqual([])
  })

  test('begins transactions only in db/: use store.write', () => {
    expect(ownTransactions(product)).toEqual([])
  })

  test('writes SQL only in db/', () => {
    expect(writtenSql(product)).toEqual([])
  })

  test('awaits its queries; .get(), .all() and .run() exist on one engine only', () => {
    expect(queriesOfOneEngine(product)).toEqual([])
  })

  test('makes no program and no markup out of text', () => {
    expect(injections(product)).toEqual([])
  })

  test('has default exports only where Remix asks for them', () => {
    expect(defaultExports(product)).toEqual([])
  })
})

describe('a planted fault is caught', () => {
  const goal = 'app/domain/goals/goal.ts'

  test.each([
    ['app/routes/home.tsx', `import { goals } from '#db/schema'`],
    ['app/routes/home.tsx', `import { sendMail } from '~/adapters/mail'`],
    ['app/ui/field.tsx', `export { can } from '../domain/policy'`],
    ['app/domain/goals/goal.ts', `const mail = await import('~/adapters/mail')`],
    ['app/adapters/mail.ts', `import { goals } from '../../db/schema'`],
    ['app/cli/setup.ts', `import { submit } from '~/http/form.server'`],
    ['app/http/form.server.ts', `import type { Field } from '~/ui/field'`],
    ['app/elsewhere/thing.ts', `import { can } from '~/domain/policy'`],
    ['db/schema/goals.ts', `type Goal = import('~/domain/goals/goal').Goal`],
    ['app/http/paths.ts', `import { world } from '../../tests/support/world'`],
  ])('layer: %s: %s', (path, text) => {
    expect(againstTheLayers(planted(path, text))).toHaveLength(1)
  })

  test.each([
    ['app/cli/setup.ts', `import { readEnvironment } from '~/http/env.server'`],
    ['app/routes/activities/new.tsx', `import { HoursField } from './hours-field'`],
    ['app/root.tsx', `import styles from './styles/app.css?url'`],
    ['app/domain/scope.server.ts', `import { goals } from '#db/schema'`],
  ])('layer, and this is fine: %s: %s', (path, text) => {
    expect(againstTheLayers(planted(path, text))).toEqual([])
  })

  test('a route imports another route, or its private parts', () => {
    const modules = ['app/routes/activities/show', 'app/routes/activities/new']
    const check = (specifier: string) =>
      routesThatImportRoutes(
        planted('app/routes/activities/new.tsx', `import { it } from '${specifier}'`),
        modules,
      )

    expect(check('./show')).toHaveLength(1)
    expect(check('../goals/goal-card')).toHaveLength(1)
    expect(check('./new/fields')).toEqual([])
    expect(check('./show/fields')).toHaveLength(1)
    expect(check('./hours-field')).toEqual([])
    expect(check('../notice-of-year')).toEqual([])
  })

  test.each([
    [goal, `import { goals } from '#db/schema'`],
    [goal, `import { type Goal, goals } from '#db/schema'`],
    [goal, `import { getGoal } from './queries.server'`],
    [goal, `import { readFileSync } from 'node:fs'`],
    ['app/http/paths.ts', `import { z } from 'zod'`],
  ])('purity: %s: %s', (path, text) => {
    expect(impureFiles(planted(path, text))).toHaveLength(1)
  })

  test('a pure file may import types of anything', () => {
    expect(impureFiles(planted(goal, `import type { Goal } from './queries.server'`))).toEqual([])
  })

  test.each([
    ['app/http/member.server.ts', `import { Lucia } from 'lucia'`],
    ['app/jobs/digest.server.ts', `import pg from 'pg'`],
    ['app/routes/home.tsx', `import { eq } from 'drizzle-orm'`],
    [goal, `import { useState } from 'react'`],
    [goal, `import type { Request } from '@remix-run/node'`],
  ])('package: %s: %s', (path, text) => {
    expect(misplacedPackages(planted(path, text))).toHaveLength(1)
  })

  test('the domain opens a database', () => {
    const text = `import { openStore } from '#db/client.server'`

    expect(openedInTheDomain(planted('app/domain/scope.server.ts', text))).toHaveLength(1)
    expect(openedInTheDomain(planted('app/http/context.server.ts', text))).toEqual([])
  })

  test('three features in a circle', () => {
    const sources = [
      { path: 'app/domain/a/a.server.ts', text: `import '../b/b.server'` },
      { path: 'app/domain/b/b.server.ts', text: `import '~/domain/c/c.server'` },
      { path: 'app/domain/c/c.server.ts', text: `import '../a/a.server'` },
      { path: 'app/domain/d/d.server.ts', text: `import '../a/a.server'` },
    ]

    expect(featureCycles(sources)).toHaveLength(1)
    expect(featureCycles(sources.slice(1))).toEqual([])
    expect(featureCycles(sources)[0]).toContain('a → b → c → a')
  })

  test.each([
    [environmentReads, `const url = process.env.DATABASE_URL`],
    [environmentReads, `const url = process['env'].DATABASE_URL`],
    [environmentReads, `const { env } = process`],
    [environmentReads, `import { env } from 'node:process'`],
    [ownTransactions, `await scope.db.transaction(async (tx) => {})`],
    [writtenSql, 'const total = sql<number>`sum(${goals.minutes})`'],
    [writtenSql, 'const total = kit.sql`now()`'],
    [writtenSql, 'const order = sql.raw(column)'],
    [queriesOfOneEngine, `import '#db/schema'; const all = db.select().from(goals).all()`],
    [injections, `const page = <p dangerouslySetInnerHTML={{ __html: text }} />`],
    [injections, `const props = { dangerouslySetInnerHTML: { __html: text } }`],
    [injections, `eval(text)`],
    [injections, `const run = new Function(text)`],
    [defaultExports, `export default function goal() {}`],
    [defaultExports, `export default { goal: 1 }`],
  ])('code: %o: %s', (rule, text) => {
    const twice = [
      rule(planted(`${goal}x`, text)),
      rule(planted('app/jobs/digest.server.tsx', text)),
    ]

    expect(twice).toEqual([[`${goal}x:1`], ['app/jobs/digest.server.tsx:1']])
  })

  test.each([
    [environmentReads, `// process.env is read elsewhere`],
    [writtenSql, 'const text = `sql`'],
    [queriesOfOneEngine, `import '#db/schema'; headers.get('Accept'); await Promise.all(all)`],
    [queriesOfOneEngine, `const first = map.entries.get()`],
    [defaultExports, `export const goal = 1`],
  ])('code, and this is fine: %o: %s', (rule, text) => {
    expect(rule(planted(goal, text))).toEqual([])
  })
})
