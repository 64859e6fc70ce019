import { describe, expect, test } from 'vitest'
import { cellsOfLine, delimiterOf } from '~/domain/roster/csv-line'

describe('cellsOfLine', () => {
  test.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['', ['']],
    ['a,,', ['a', '', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['a,"b"', ['a', 'b']],
    ['"a",', ['a', '']],
    ['"say ""hi""",b', ['say "hi"', 'b']],
    ['"",b', ['', 'b']],
  ])('splits %j', (line, cells) => {
    expect(cellsOfLine(line, ',', 'strict')).toEqual(cells)
    expect(cellsOfLine(line, ',', 'lenient')).toEqual(cells)
  })

  test('accepts blanks after a closing quotation mark only when lenient', () => {
    const line = 'a,"TRN"     ,b'

    expect(cellsOfLine(line, ',', 'strict')).toBe('stray_quote')
    expect(cellsOfLine(line, ',', 'lenient')).toEqual(['a', 'TRN', 'b'])
  })

  test('accepts a quotation mark inside a cell only when lenient', () => {
    const line = 'a,5" pipe,b'

    expect(cellsOfLine(line, ',', 'strict')).toBe('stray_quote')
    expect(cellsOfLine(line, ',', 'lenient')).toEqual(['a', '5" pipe', 'b'])
  })

  test('says when a quotation mark is not closed', () => {
    expect(cellsOfLine('a,"b,c', ',', 'lenient')).toBe('unclosed_quote')
    expect(cellsOfLine('a,"b"c,d', ',', 'lenient')).toBe('stray_quote')
  })
})

test.each([
  ['sourcedId,name', ','],
  ['sourcedId;name;type', ';'],
  ['sourcedId\tname', '\t'],
  ['"a,b,c";name', ';'],
  ['sourcedId', ','],
])('the delimiter of %j is %j', (header, delimiter) => {
  expect(delimiterOf(header)).toBe(delimiter)
})
