import { eq } from '#db/query.server'
import { priorities } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import {
  movePriority,
  restorePriority,
  retirePriority,
  savePriority,
} from '~/domain/priorities/editing.server'
import type { PriorityInput } from '~/domain/priorities/inputs.server'
import { isInForce, MAX_PRIORITIES } from '~/domain/priorities/priority'
import {
  listPriorities,
  listPriorityChoices,
  listRetiredPriorities,
} from '~/domain/priorities/queries.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ida, ming, mara, rosa, priorities: known } = northside

const priority = (given: Partial<PriorityInput> = {}): PriorityInput => ({
  name: 'Every student reads by grade 3',
  owner: 'district',
  fromYear: 2026,
  ...given,
})

const open = async (person = ming) => asMember(await openTestStore(), person)
type Member = Awaited<ReturnType<typeof open>>
const namesIn = async (member: Member) =>
  (await member.read(listPriorities)).priorities.map(({ name }) => name)
const choicesOf = async (member: Member, present?: string) =>
  (await member.read(listPriorityChoices, present ?? null)).map(({ id }) => id)

describe('priorities', () => {
  it('stand with the state’s first, each owner’s in the order in which they were added', async () => {
    const member = await open()

    await member.write(savePriority, priority())
    await member.write(savePriority, priority({ name: 'Civics', owner: 'state' }))

    expect(await namesIn(member)).toEqual([
      'Technology that every student can use',
      'Civics',
      'Artificial intelligence with judgment',
      'Feedback that students use',
      'Every student reads by grade 3',
    ])
  })

  it('are moved among those of their owner, and no further than its end', async () => {
    const member = await open()
    const before = await namesIn(member)

    await member.write(movePriority, { id: known.feedback, to: 'up' })
    const moved = await namesIn(member)
    await member.write(movePriority, { id: known.feedback, to: 'up' })

    expect(moved).toEqual([before[0], before[2], before[1]])
    expect(await namesIn(member)).toEqual(moved)
  })

  it('are renamed and ended, and stay in their place', async () => {
    const member = await open()
    const input = { id: known.ai, name: 'AI', fromYear: 2024, untilYear: 2025 }

    await member.write(savePriority, priority(input))

    const { priorities: all } = await member.read(listPriorities)
    expect(all[1]).toMatchObject({ name: 'AI', untilYear: 2025, isInForce: false })
    expect(await choicesOf(member)).not.toContain(known.ai)
  })

  it('belong to another owner only while no goal has served them', async () => {
    const member = await open()
    const { id } = await member.write(savePriority, priority())

    await member.write(savePriority, priority({ id, owner: 'state' }))
    const served = member.write(
      savePriority,
      priority({ id: known.ai, name: 'AI', owner: 'state' }),
    )

    expect((await namesIn(member))[1]).toBe('Every student reads by grade 3')
    await expect(served).rejects.toThrow(Invalid)
  })

  it.each([
    ['a name that the owner has', { name: 'Feedback that students use' }],
    ['a year that is a slip', { fromYear: 2062 }],
    ['an end that is a slip', { untilYear: 2126 }],
  ])('are refused with %s', async (_what, given) => {
    const member = await open()

    await expect(member.write(savePriority, priority(given))).rejects.toThrow(Invalid)
  })

  it('may be called as one of the other owner, or as one that is retired', async () => {
    const member = await open()

    await member.write(savePriority, priority({ name: 'Lessons from home' }))
    await member.write(
      savePriority,
      priority({ name: 'Feedback that students use', owner: 'state' }),
    )

    expect(await namesIn(member)).toHaveLength(5)
  })

  it('are retired and used again, last of all, unless their name was given away', async () => {
    const member = await open()

    await member.write(retirePriority, known.ai)
    const choices = await choicesOf(member)
    const { rows } = await member.read(listRetiredPriorities, 1)
    await member.write(restorePriority, known.ai)

    expect(choices).not.toContain(known.ai)
    expect(rows.map(({ id }) => id)).toEqual([known.ai, known.remote])
    expect((await namesIn(member)).at(-1)).toBe('Artificial intelligence with judgment')
    await member.write(savePriority, priority({ name: 'Lessons from home' }))
    await expect(member.write(restorePriority, known.remote)).rejects.toThrow(Conflict)
  })

  it('are at most as many as one can choose from', async () => {
    const member = await open()
    const inUse = (await namesIn(member)).length
    for (let more = inUse; more < MAX_PRIORITIES; more++) {
      await member.write(savePriority, priority({ name: `Priority ${more}` }))
    }

    await expect(member.write(savePriority, priority())).rejects.toThrow(Conflict)
    await expect(member.write(restorePriority, known.remote)).rejects.toThrow(Conflict)
  })

  it.each([ana, mara, ida])('are not for $name to edit', async (person) => {
    const member = await open(person)

    await expect(member.read(listPriorities)).rejects.toThrow(Forbidden)
    await expect(member.read(listRetiredPriorities, 1)).rejects.toThrow(Forbidden)
    await expect(member.write(savePriority, priority())).rejects.toThrow(Forbidden)
    await expect(member.write(retirePriority, known.ai)).rejects.toThrow(Forbidden)
    await expect(member.write(restorePriority, known.remote)).rejects.toThrow(Forbidden)
    await expect(member.write(movePriority, { id: known.ai, to: 'up' })).rejects.toThrow(Forbidden)
  })

  it('of another district are not there', async () => {
    const member = await open(rosa)
    const theirs = southside.priorities.ai

    await expect(member.write(savePriority, priority({ id: theirs }))).rejects.toThrow(NotFound)
    await expect(member.write(retirePriority, theirs)).rejects.toThrow(NotFound)
    await expect(member.write(restorePriority, theirs)).rejects.toThrow(NotFound)
    await expect(member.write(movePriority, { id: theirs, to: 'up' })).rejects.toThrow(NotFound)
    expect(await choicesOf(member)).not.toContain(theirs)
  })

  it('that are none leave nothing to choose', async () => {
    const member = await open()
    for (const id of [known.access, known.ai, known.feedback]) {
      await member.write(retirePriority, id)
    }

    expect(await choicesOf(member)).toEqual([])
    expect(await choicesOf(member, known.remote)).toEqual([known.remote])
    expect(await member.scope.db.count(priorities, eq(priorities.owner, 'state'))).toBe(1)
  })
})

it.each([
  ['before it begins', 2023, false],
  ['in its first year', 2024, true],
  ['in its last year', 2026, true],
  ['after it', 2027, false],
])('%s a priority is in force or not', (_when, year, expected) => {
  const dated = { fromYear: 2024, untilYear: 2026, isRetired: false }

  expect(isInForce(dated, year)).toBe(expected)
  expect(isInForce({ ...dated, untilYear: null }, year)).toBe(year >= 2024)
  expect(isInForce({ ...dated, isRetired: true }, year)).toBe(false)
})
