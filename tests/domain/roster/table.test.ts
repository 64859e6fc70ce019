import { describe, expect, test } from 'vitest'
import { readTable, type TableFault } from '~/domain/roster/table.server'

async function read(text: string | Buffer, mode: 'strict' | 'lenient' = 'lenient') {
  const header: string[] = []
  const rows: [number, ...string[]][] = []
  const faults: [number, TableFault][] = []
  let bytes = 0
  await readTable(Buffer.from(text), mode, {
    header: (cells) => header.push(...cells),
    row: (cells, line) => rows.push([line, ...cells]),
    unreadable: (fault, line) => faults.push([line, fault]),
    progress: (more) => (bytes += more),
  })
  return { header, rows, faults, bytes }
}

describe('readTable', () => {
  test.each([
    ['line feeds', 'a,b\n1,2\n3,4\n'],
    ['carriage returns and line feeds', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['carriage returns', 'a,b\r1,2\r3,4'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n3,4'],
    ['semicolons', 'a;b\n1;2\n3;4'],
  ])('reads a file with %s', async (_, text) => {
    const { header, rows } = await read(text)

    expect(header).toEqual(['a', 'b'])
    expect(rows).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ])
  })

  test('counts blank lines, so that a row has the number a spreadsheet shows', async () => {
    const { rows } = await read('a,b\n\n1,2\n\n\n3,4\n\n')

    expect(rows).toEqual([
      [3, '1', '2'],
      [6, '3', '4'],
    ])
  })

  test('loses one line to a quotation mark in the wrong place, and no more', async () => {
    const { rows, faults } = await read('a,b\n1,"2\n3,4\n5,"6"7\n8,9\n', 'strict')

    expect(rows).toEqual([
      [3, '3', '4'],
      [5, '8', '9'],
    ])
    expect(faults).toEqual([
      [2, 'unclosed_quote'],
      [4, 'stray_quote'],
    ])
  })

  test('refuses a carriage return on its own only when strict', async () => {
    const text = 'a,b\r\n1,2\r3,4\r\n'

    expect((await read(text, 'strict')).faults).toEqual([[2, 'bare_carriage_return']])
    expect((await read(text)).rows).toHaveLength(2)
  })

  test('reads a long file in pieces that end with a line, in whatever bytes', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index},Zoë Ångström €`)

    const { rows, bytes } = await read(Buffer.from(`a,b\r\n${lines.join('\r\n')}`))

    expect(rows).toHaveLength(60_000)
    expect(
      rows.every(([line, id, name]) => line === Number(id) + 2 && name === 'Zoë Ångström €'),
    ).toBe(true)
    expect(bytes).toBe(Buffer.byteLength(`a,b\r\n${lines.join('\r\n')}`))
  })

  test('lets the process do other work in between', async () => {
    const text = `a,b\n${'1,2\n'.repeat(400_000)}`
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)

    await read(text)

    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
  })

  test('reads nothing from an empty file', async () => {
    const { header, rows } = await read('')

    expect(header).toEqual([])
    expect(rows).toEqual([])
  })
})
