import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const FORBIDDEN = ['util', 'helper', 'misc', 'common', 'shared', 'manager', 'service']
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Names that a tool or a custom asks for. */
const GIVEN_NAMES = /^([A-Z]+\.md|\d{4}_[a-z0-9_]+\.sql)$/

const files = ['app', 'bin', 'db', 'docs', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name)),
)

/** `app/http/env.server.ts` is made of app, http, env, server. */
function wordsOf(path: string): string[] {
  return path.split(/[/.-]/).map((word) => word.toLowerCase())
}

function withForbiddenWord(paths: string[]): string[] {
  return paths.filter((path) =>
    wordsOf(path).some((word) => FORBIDDEN.some((it) => word === it || word === `${it}s`)),
  )
}

function notKebabCase(paths: string[]): string[] {
  return paths.filter((path) => {
    const parts = path.split('/')
    return parts.some(
      (part) => !GIVEN_NAMES.test(part) && !part.split('.').every((it) => KEBAB_CASE.test(it)),
    )
  })
}

describe('file names', () => {
  test('name a thing: no utils, helpers, misc, common, shared, manager or service', () => {
    expect(withForbiddenWord(files)).toEqual([])
  })

  test('are kebab-case', () => {
    expect(notKebabCase(files)).toEqual([])
  })

  test('with .test stand in tests/, where they are run', () => {
    const strays = files.filter((file) => /\.(test|spec)\./.test(file))

    expect(strays.filter((file) => !/^tests\/.+\.test\.tsx?$/.test(file))).toEqual([])
  })
})

test('a planted name is caught', () => {
  const bad = ['app/utils/x.ts', 'db/date-helpers.ts', 'app/domain/mail-service.server.ts']

  expect(withForbiddenWord([...bad, 'app/server/services-of-today.ts'])).toHaveLength(4)
  expect(withForbiddenWord(['app/server/utility-room.ts', 'docs/self-hosting.md'])).toEqual([])
  expect(notKebabCase(['app/ui/HoursField.tsx', 'app/ui/hours_field.tsx'])).toHaveLength(2)
  expect(notKebabCase(['docs/decisions/README.md', 'app/entry.server.tsx'])).toEqual([])
})
