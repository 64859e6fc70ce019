import { dayInWords } from '~/domain/calendar'
import { figuresOf, openReport } from '~/domain/reports/report.server'
import { measureOf, rulesOf } from '~/domain/reports/rules.server'
import { SECTIONS } from '~/domain/reports/sections/index.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const facts = { asOf: '2026-06-30', from: '2025-07-01', schoolYear: 2025, yardstick: 900 }

test('every figure of a report says what it counts', async () => {
  const member = await asMember(await openTestStore(), world.northside.ming)

  const figures = figuresOf(await member.read(openReport, { asOf: WORLD_TODAY }))

  for (const { section, measure } of figures) {
    expect(measureOf(section, measure).rule(facts), `${section} ${measure}`).toMatch(/^[A-Z].+\.$/)
  }
  expect(figures.length).toBeGreaterThan(Object.keys(SECTIONS).length)
  expect(() => measureOf('goals', 'atOrAbove')).toThrow('does not say')
})

test('a measure that is a part says of which measures of its section', () => {
  for (const { measures } of Object.values(SECTIONS)) {
    for (const { of = [] } of Object.values(measures)) {
      expect(Object.keys(measures)).toEqual(expect.arrayContaining([...of]))
    }
  }
})

test('the rules say the day, the school year and the yardstick they count by', () => {
  const { participation, approvals } = rulesOf(facts)

  expect(participation.rule).toContain(`affiliation held on ${dayInWords('2026-06-30')}`)
  expect(participation.rule).toContain('2025–26')
  expect(participation.measures).toContainEqual({
    key: 'atOrAbove',
    name: 'At or above the yardstick',
    rule: 'Of the educators, those with at least 15 hours that were earned in 2025–26 and approved by 30 June 2026.',
  })
  expect(approvals.rule).toContain('from 1 July 2025 to 30 June 2026')
})
