import { describe, expect, test } from 'vitest'
import { tablesOf } from '~/domain/roster/columns/tables'

describe.each(['1.1', '1.2'] as const)('the tables of %s', (version) => {
  const tables = tablesOf(version)

  test('begin with sourcedId, status and dateLastModified', () => {
    const beginnings = tables.map(({ columns }) => columns.slice(0, 3).map(({ name }) => name))

    expect(new Set(beginnings.map(String))).toEqual(new Set(['sourcedId,status,dateLastModified']))
  })

  test('stand after the tables they refer to', () => {
    const names = tables.map(({ name }) => name)

    const early = tables.flatMap(({ name, columns }, index) =>
      columns
        .filter(({ target }) => target && target !== name && names.indexOf(target) >= index)
        .map((column) => `${name}.${column.name}`),
    )

    expect(early).toEqual([])
  })

  test('name no column twice', () => {
    const repeated = tables.filter(
      ({ columns }) => new Set(columns.map(({ name }) => name)).size < columns.length,
    )

    expect(repeated).toEqual([])
  })
})

test('1.1 has 13 files and 1.2 has 21, besides the manifest', () => {
  expect(tablesOf('1.1')).toHaveLength(13)
  expect(tablesOf('1.2')).toHaveLength(21)
})
