import { describe, expect, it } from 'vitest'
import type { Cadence } from '~/domain/mandates/cadence'
import { advance, type Asking, type KeptTurn, shortOf } from '~/domain/mandates/turns'
import { emptyAsk } from '~/domain/pathways/step-kinds'
import type { Fact } from '~/domain/pathways/step-kinds/kind'

const cadence: Cadence = {
  everyMonths: 12,
  firstDueOn: '2026-09-30',
  startsOn: '2026-07-01',
  newHireDays: 30,
  windowDays: 91,
  graceDays: 0,
}
const rights = { id: 'rights', ask: { ...emptyAsk('course'), courseId: 'civil-rights' } }
const YEARLY: Asking = { cadence, topics: [rights], proof: 'self_reported' }
const there = { joinedOn: '2026-07-01', hiredOn: '2015-08-20' }

const course = (id: string, on: string, about = 'civil-rights'): Fact => ({
  kind: 'completion',
  id,
  on,
  until: null,
  about,
  competencies: [],
  minutes: 0,
  goalKind: null,
})

const open: KeptTurn = {
  id: 'first',
  number: 1,
  topicId: 'rights',
  joinedOn: '2026-07-01',
  periodOn: '2026-09-30',
  opensOn: '2026-07-01',
  dueOn: '2026-09-30',
  lateOn: '2026-10-01',
  metOn: null,
  missedOn: null,
  endedOn: null,
}

describe('somebody who is asked for the first time', () => {
  it('has one turn that waits to be met', () => {
    const { opened, met, missed, moved } = advance(YEARLY, there, [], [], '2026-08-01')

    expect(opened).toMatchObject([
      { number: 1, dueOn: '2026-09-30', topicId: 'rights', proof: null, missedOn: null },
    ])
    expect([met, missed, moved]).toEqual([[], null, null])
  })

  it('has met it at once by what was done since it opened, and sees when the next is due', () => {
    const facts = [course('early', '2026-06-30'), course('now', '2026-07-15')]

    const { opened } = advance(YEARLY, there, [], facts, '2026-08-01')

    expect(opened).toMatchObject([
      { number: 1, proof: { metOn: '2026-07-15', sources: [{ kind: 'completion', id: 'now' }] } },
      { number: 2, dueOn: '2027-09-30', opensOn: '2027-07-01', proof: null },
    ])
  })

  it('does not meet it by something else', () => {
    const { opened } = advance(YEARLY, there, [], [course('x', '2026-07-15', 'x')], '2026-08-01')

    expect(opened).toMatchObject([{ proof: null }])
  })
})

describe('a turn that is open', () => {
  it('is left as it is while nothing is done and the next has not opened', () => {
    expect(advance(YEARLY, there, [open], [], '2027-06-30')).toEqual({
      moved: null,
      met: [],
      missed: null,
      opened: [],
    })
  })

  it('is met late as well, until the next one opens', () => {
    const { met, opened } = advance(
      YEARLY,
      there,
      [open],
      [course('late', '2026-11-20')],
      '2026-11-21',
    )

    expect(met).toMatchObject([{ id: 'first', metOn: '2026-11-20' }])
    expect(opened).toMatchObject([{ number: 2, dueOn: '2027-09-30' }])
  })

  it('is missed on the day the next one opens, and what is done from then on counts for that', () => {
    const facts = [course('next', '2027-07-01')]

    const { met, missed, opened } = advance(YEARLY, there, [open], facts, '2027-07-01')

    expect(met).toEqual([])
    expect(missed).toEqual({ id: 'first', missedOn: '2027-07-01' })
    expect(opened).toMatchObject([
      { number: 2, opensOn: '2027-07-01', proof: { metOn: '2027-07-01' } },
      { number: 3, opensOn: '2028-07-01' },
    ])
  })

  it('is met after all where what was done in time was approved later', () => {
    const missed = { ...open, missedOn: '2027-07-01' }
    const next = { ...open, id: 'second', number: 2, opensOn: '2027-07-01', dueOn: '2027-09-30' }
    const turns = [missed, { ...next, periodOn: '2027-09-30' }]

    const { met } = advance(YEARLY, there, turns, [course('late', '2027-06-20')], '2027-07-05')

    expect(met).toMatchObject([{ id: 'first', metOn: '2027-06-20' }])
  })

  it('keeps a turn of its own for each year in which nobody did anything', () => {
    const { missed, opened } = advance(YEARLY, there, [open], [], '2029-08-01')

    expect(missed).toEqual({ id: 'first', missedOn: '2027-07-01' })
    expect(opened.map(({ dueOn, missedOn }) => [dueOn, missedOn])).toEqual([
      ['2027-09-30', '2028-07-01'],
      ['2028-09-30', '2029-07-01'],
      ['2029-09-30', null],
    ])
  })

  it('moves with the day of hire and with the rule', () => {
    const hired = { joinedOn: '2026-08-24', hiredOn: '2026-08-24' }
    const later = { ...YEARLY, cadence: { ...cadence, firstDueOn: '2026-10-31' } }

    expect(advance(YEARLY, hired, [open], [], '2026-09-01').moved).toMatchObject({
      id: 'first',
      dueOn: '2026-09-23',
      because: 'newly_hired',
    })
    expect(advance(later, there, [open], [], '2026-09-01').moved).toMatchObject({
      dueOn: '2026-10-31',
      lateOn: '2026-11-01',
    })
  })
})

it('has a turn again after coming back, and keeps the one that ended', () => {
  const left = { ...open, endedOn: '2026-08-15' }
  const back = { joinedOn: '2026-10-12', hiredOn: '2015-08-20' }

  const { met, missed, opened } = advance(YEARLY, back, [left], [], '2026-10-12')

  expect([met, missed]).toEqual([[], null])
  expect(opened).toMatchObject([{ number: 2, dueOn: '2026-11-11', because: 'newly_hired' }])
})

it('takes the topics in turn: A, B, C, and A again, each by its own course', () => {
  const topic = (id: string) => ({ id, ask: { ...emptyAsk('course'), courseId: id } })
  const rotating = { ...YEARLY, topics: ['a', 'b', 'c'].map(topic) }
  const facts = [course('1', '2026-08-01', 'a'), course('2', '2027-08-01', 'b')]

  const { opened } = advance(rotating, there, [], facts, '2029-08-01')

  expect(opened.map(({ topicId, proof, missedOn }) => [topicId, !!proof, !!missedOn])).toEqual([
    ['a', true, false],
    ['b', true, false],
    ['c', false, true],
    ['a', false, false],
  ])
})

it('opens none after a training that is asked for once', () => {
  const once = { ...YEARLY, cadence: { ...cadence, everyMonths: null } }
  const met = { ...open, metOn: '2026-08-01' }

  expect(advance(once, there, [met], [course('2', '2026-09-01')], '2030-01-01').opened).toEqual([])
})

describe('a training that asks for a document', () => {
  const documented: Asking = { ...YEARLY, proof: 'document' }
  const word = { ...course('word', '2026-07-10'), strength: 'self_reported' as const }
  const paper = { ...course('paper', '2026-07-20'), strength: 'document' as const }
  const roster = { ...course('roster', '2026-07-25'), strength: 'roster_confirmed' as const }

  it('is not met by a word, nor by what nobody knows the strength of', () => {
    for (const fact of [word, course('unknown', '2026-07-10')]) {
      const { opened, met } = advance(documented, there, [open], [fact], '2026-08-01')

      expect([opened, met]).toEqual([[], []])
      expect(shortOf(documented, open, [fact])).toEqual({
        on: '2026-07-10',
        strength: 'self_reported',
      })
    }
  })

  it('is met by a document or anything stronger, and is short of nothing then', () => {
    for (const fact of [paper, roster]) {
      const { met } = advance(documented, there, [open], [word, fact], '2026-08-01')

      expect(met).toEqual([
        { id: 'first', metOn: fact.on, sources: [{ kind: 'completion', id: fact.id }] },
      ])
      expect(shortOf(documented, open, [word, fact])).toBeNull()
    }
  })

  it('counts only those hours that have it', () => {
    const ask = { ...emptyAsk('activity_minutes'), competencies: ['c'], minutes: 90 }
    const hours: Asking = { ...documented, topics: [{ id: 'rights', ask }] }
    const hour = (id: string, strength: 'self_reported' | 'document') => ({
      ...course(id, '2026-07-10'),
      kind: 'activity' as const,
      minutes: 60,
      competencies: ['c'],
      strength,
    })
    const half = [hour('1', 'document'), hour('2', 'self_reported')]

    expect(advance(hours, there, [open], half, '2026-08-01').met).toEqual([])
    expect(shortOf(hours, open, half)).toEqual({ on: '2026-07-10', strength: 'self_reported' })
    const all = [...half, hour('3', 'document')]
    expect(advance(hours, there, [open], all, '2026-08-01').met).toHaveLength(1)
  })

  it('has nothing short where too little was done, or before it counted', () => {
    expect(shortOf(documented, open, [])).toBeNull()
    expect(shortOf(documented, open, [{ ...word, on: '2026-06-30' }])).toBeNull()
  })
})
