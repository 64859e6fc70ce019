import type { SectionFigure } from '~/domain/reports/comparing'
import { figuresAt, pairsBetween, type Part } from '~/domain/reports/pairs'
import { expect, test } from 'vitest'

const school = { id: 'middle', name: 'Middle School', sourceId: null }
const kind = (key: string) => ({ key, name: key })

const figure = (measure: string, value: number, more: Partial<SectionFigure> = {}) => ({
  section: 'participation',
  place: null,
  item: null,
  measure,
  unit: 'people' as const,
  value,
  ...more,
})

const MEASURES: Record<string, Part> = {
  atOrAbove: { of: ['educators'] },
  met: { of: ['met', 'open'] },
  open: { of: ['met', 'open'] },
  minutes: { ofAllItems: true },
  median: { isLevel: true },
}
const partOf = ({ measure }: SectionFigure) => MEASURES[measure] ?? {}

const compare = (mine: SectionFigure[], other: SectionFigure[], isPart = false) =>
  pairsBetween(mine, other, partOf, { isPart })

test('every figure stands beside its own, also where nothing changed', () => {
  const mine = [figure('educators', 10), figure('educators', 4, { place: school })]
  const other = [figure('educators', 4, { place: school }), figure('educators', 8)]

  const pairs = compare(mine, other)

  expect(pairs.map((pair) => [pair.place, pair.value, pair.compared, pair.change])).toEqual([
    [null, 10, 8, 2],
    [school, 4, 4, 0],
  ])
})

test('a figure that only one of them has stands alone, without a change', () => {
  const pairs = compare([figure('educators', 10)], [figure('coaches', 3)])

  expect(pairs.map((pair) => [pair.measure, pair.value, pair.compared, pair.change])).toEqual([
    ['educators', 10, null, null],
    ['coaches', null, 3, null],
  ])
})

test('sections that only one of them has are left out', () => {
  const mine = [figure('educators', 10), figure('met', 1, { section: 'goals' })]
  const other = [figure('educators', 8), figure('current', 5, { section: 'badges' })]

  expect(compare(mine, other).map(({ section }) => section)).toEqual(['participation'])
  expect(compare([], other)).toEqual([])
})

test('a part has its share of its own whole, in both', () => {
  const at = { place: school }
  const mine = [figure('educators', 10), figure('atOrAbove', 5), figure('educators', 4, at)]
  const other = [figure('educators', 8), figure('atOrAbove', 2), figure('atOrAbove', 4, at)]

  const pairs = compare(mine, other)

  expect(pairs.map((pair) => [pair.measure, pair.share, pair.comparedShare])).toEqual([
    ['educators', null, null],
    ['atOrAbove', 0.5, 0.25],
    ['educators', null, null],
    ['atOrAbove', null, null],
  ])
})

test('a state has its share of all states, and an item of all items; nobody is no share', () => {
  const states = [figure('met', 1), figure('open', 3)]
  const kinds = [
    figure('minutes', 200),
    figure('minutes', 50, { item: kind('workshop') }),
    figure('minutes', 150, { item: kind('coaching') }),
  ]
  const none = [figure('educators', 0), figure('atOrAbove', 0)]

  const shares = (figures: SectionFigure[]) => compare(figures, figures).map(({ share }) => share)

  expect(shares(states)).toEqual([0.25, 0.75])
  expect(shares(kinds)).toEqual([null, 0.25, 0.75])
  expect(shares(none)).toEqual([null, null])
})

test('beside the whole it is a part of, only a level has a change', () => {
  const pairs = compare(
    [figure('educators', 4), figure('median', 3)],
    [figure('educators', 40), figure('median', 5)],
    true,
  )

  expect(pairs.map(({ change }) => change)).toEqual([null, -2])
})

test('the figures of one place are read as those of a report about it', () => {
  const figures = [figure('educators', 10), figure('educators', 4, { place: school })]

  expect(figuresAt(figures, 'middle')).toEqual([figure('educators', 4)])
  expect(figuresAt(figures, 'high')).toEqual([])
})
