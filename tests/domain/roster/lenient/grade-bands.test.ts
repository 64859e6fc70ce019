import { expect, test } from 'vitest'
import { bandOf, GradeBands } from '~/domain/roster/lenient/grade-bands'
import { headerOf, recordOf } from '~/domain/roster/lenient/record'

const HEADER = headerOf(['schoolSourcedId', 'grades'])

function bandsOf(...classes: [school: string, grades: string][]) {
  const bands = new GradeBands()
  classes.forEach((cells, index) =>
    bands.add(recordOf(HEADER, cells, { file: 'classes.csv', row: index + 2 })),
  )
  return bands
}

test.each([
  ['PK', 'elementary'],
  ['KG', 'elementary'],
  ['05', 'elementary'],
  ['6', 'middle'],
  ['08', 'middle'],
  ['09', 'high'],
  ['Grade 12', 'high'],
  ['13', null],
  ['UG', null],
  ['0', null],
])('grade %s is %s', (grade, band) => {
  expect(bandOf(grade)).toBe(band)
})

test('a school is in the band of most grades of its classes', () => {
  const bands = bandsOf(['s1', 'KG,01,02'], ['s1', '06'], ['s2', '09,10'], ['s2', ''])

  expect(bands.of('s1')).toBe('elementary')
  expect(bands.of('s2')).toBe('high')
})

test('a school in two halves is in no band, and neither is one without grades', () => {
  const bands = bandsOf(['s1', '05'], ['s1', '06'], ['s2', 'Other'])

  expect(bands.of('s1')).toBeNull()
  expect(bands.of('s2')).toBeNull()
})
