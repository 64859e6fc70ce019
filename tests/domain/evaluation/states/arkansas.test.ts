import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-ar'
const year = (first: number) => ({ startsOn: `${first}-07-01`, endsOn: `${first + 1}-06-30` })
const dueIn = (first: number) =>
  evaluated(ID, { cycle: year(first) })
    .requirements.map(({ rule }) => rule)
    .filter((rule) => rule !== 'total')

describe('Arkansas', () => {
  it.each([
    [2017, []],
    [2018, ['parental_involvement']],
    [2019, ['suicide_prevention']],
    [2020, ['arkansas_history']],
    [2021, ['mandated_reporter']],
    [2022, ['parental_involvement']],
    [2025, ['mandated_reporter']],
    [2026, ['parental_involvement']],
  ])('in the school year that begins in %s the topics due are %j', (first, topics) => {
    expect(dueIn(first)).toEqual(topics)
  })

  it('is short without the topic of the year, though 36 hours are there', () => {
    const rows = [{ hours: 36, topic: 'Suicide prevention' }]

    const { met, short, sentence } = evaluated(ID, { cycle: year(2026), rows })

    expect(met).toBe(false)
    expect(short).toHaveProperty('parental_involvement')
    expect(sentence).toBe(
      'You are on course: 36 of 36 hours, 7 months left; “Parental involvement, every fourth year” is missing.',
    )
  })

  it('knows the topic by its name, in capitals or not, and takes any amount', () => {
    const topics = ['Parental involvement', 'parental_involvement', ' PARENTAL INVOLVEMENT ']
    const met = topics.map(
      (topic) =>
        evaluated(ID, { cycle: year(2026), rows: [{ hours: 35 }, { hours: 1, topic }] }).met,
    )

    expect(met).toEqual([true, true, true])
  })

  it('does not ask for the topic in the year before it is due', () => {
    expect(evaluated(ID, { cycle: year(2025), rows: [{ hours: 36 }] }).short).toHaveProperty(
      'mandated_reporter',
    )
    expect(dueIn(2025)).not.toContain('parental_involvement')
  })

  it('takes the topic of who reports from 1 June to 31 May', () => {
    const cycle = { startsOn: '2026-06-01', endsOn: '2027-05-31' }
    const rows = [{ hours: 36, topic: 'parental_involvement', on: '2026-06-01' }]

    expect(evaluated(ID, { cycle, rows }).met).toBe(true)
  })

  it('asks for 36 hours: a minute less is short, and a college credit brings 15', () => {
    const rows = [{ credit: 'semester_hour', amount: 2 }]

    expect(evaluated(ID, { rows: [...rows, { minutes: 360 }] }).met).toBe(true)
    expect(evaluated(ID, { rows: [...rows, { minutes: 359 }] }).short).toEqual({ total: 0.017 })
  })
})
