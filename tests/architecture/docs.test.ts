import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { program } from '~/cli/program'
import { permissions } from '~/domain/policy'
import { localLinksIn } from './markdown'
import { visit } from './source'

const VARIABLE = /^[A-Z][A-Z0-9_]{2,}$/

function page(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The variables that `env.server.ts` knows: the names in its schema. */
function environmentVariables(): string[] {
  const path = 'app/http/env.server.ts'
  const names = new Set<string>()
  visit({ path, text: readFileSync(path, 'utf8') }, (node) => {
    const isName = ts.isPropertyAssignment(node) || ts.isPropertyAccessExpression(node)
    if (isName && ts.isIdentifier(node.name) && VARIABLE.test(node.name.text)) {
      names.add(node.name.text)
    }
  })
  return [...names]
}

/** The help of each command and, where it has some, of its own commands. */
function helpOfCommands(parent: Command, words: string[] = []): [string, string][] {
  return parent.commands.flatMap((command): [string, string][] => {
    const named = [...words, command.name()]
    return [[named.join(' '), command.helpInformation()], ...helpOfCommands(command, named)]
  })
}

function withoutSpace(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

/** What the tables of a page are about: the code in the first cell of their rows. */
function subjectsOf(path: string): string[] {
  return [...page(path).matchAll(/^\| *`([^`]+)`/gm)].map((match) => match[1] ?? '')
}

describe('docs/configuration.md', () => {
  test('describes every environment variable, and none that does not exist', () => {
    const variables = environmentVariables()

    expect(variables.length).toBeGreaterThan(0)
    expect(subjectsOf('docs/configuration.md').toSorted()).toEqual(variables.toSorted())
  })
})

describe('docs/permissions.md', () => {
  test('names every permission, and none that does not exist', () => {
    expect(subjectsOf('docs/permissions.md').toSorted()).toEqual([...permissions].toSorted())
  })
})

describe('docs/self-hosting.md', () => {
  test('shows the help of every command of bin/cairn', () => {
    const commands = helpOfCommands(program)
    const shown = withoutSpace(page('docs/self-hosting.md'))
    const missing = commands.filter(([, help]) => !shown.includes(withoutSpace(help)))

    expect(commands.length).toBeGreaterThan(0)
    expect(missing.map(([command, help]) => `${command}:\n${help}`)).toEqual([])
  })
})

describe('docs/decisions', () => {
  const listRecords = () => readdirSync('docs/decisions').filter((name) => name !== 'README.md')

  test('are numbered, each number once', () => {
    const records = listRecords()

    expect(records.length).toBeGreaterThan(0)
    expect(records.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([])
    expect(new Set(records.map((name) => name.slice(0, 4))).size).toBe(records.length)
  })

  test('are all in their index', () => {
    const linked = localLinksIn(page('docs/decisions/README.md')).map((link) =>
      link.replace(/^\.\//, ''),
    )

    expect(listRecords().filter((name) => !linked.includes(name))).toEqual([])
  })
})

describe('every page', () => {
  const pages = [
    ...readdirSync('.').filter((name) => name.endsWith('.md')),
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ]

  test('links to what exists', () => {
    const broken = pages.flatMap((path) =>
      localLinksIn(page(path))
        .filter((link) => !existsSync(join(dirname(path), link)))
        .map((link) => `${path} → ${link}`),
    )

    expect(broken).toEqual([])
  })

  test('of those that a newcomer looks for is there', () => {
    const wanted = ['README.md', 'docs/style.md', 'docs/contributing.md', 'docs/architecture.md']

    expect(wanted.filter((path) => !pages.includes(path))).toEqual([])
  })
})
