import { expect, test } from 'vitest'
import type { Path } from '~/domain/pathways/path'
import { moveOn } from '~/domain/pathways/moving'
import { doneSteps, type Fact, type KeptStep, progressOf } from '~/domain/pathways/progress'
import { doneKeys, NONE, pick, randomFacts, randomFrom, randomPath, shuffle, SPAN } from './paths'

const ROUNDS = 3000
type Random = ReturnType<typeof randomFrom>

const spanOf = (random: Random) => ({ ...SPAN, from: random() < 0.3 ? '2026-06-01' : null })

/** The parts in another order, where the order says nothing. */
const reordered = (random: Random, path: Path): Path => {
  if (path.ordered) return path
  const parts = path.parts.map((part) =>
    'steps' in part && !part.group.ordered ? { ...part, steps: shuffle(random, part.steps) } : part,
  )
  return { ...path, parts: shuffle(random, parts) }
}

test('in thousands of pathways the order in which facts come never matters', () => {
  const random = randomFrom(7)
  for (let round = 0; round < ROUNDS; round++) {
    const path = randomPath(random)
    const facts = randomFacts(random, path)
    const span = spanOf(random)

    const one = progressOf(path, facts, NONE, span)
    const other = progressOf(path, shuffle(random, facts), NONE, span)

    expect(other).toEqual(one)
  }
})

test('in thousands of pathways what stands where does not matter, where the order is free', () => {
  const random = randomFrom(11)
  for (let round = 0; round < ROUNDS; round++) {
    const path = randomPath(random)
    const facts = randomFacts(random, path)

    const { completed, required, share, provenOn, engaged } = progressOf(path, facts, NONE, SPAN)
    const other = progressOf(reordered(random, path), facts, NONE, SPAN)

    expect(other).toMatchObject({ completed, required, share, provenOn, engaged })
  }
})

test('in thousands of histories more to show never undoes anything', () => {
  const random = randomFrom(13)
  for (let round = 0; round < ROUNDS; round++) {
    const path = randomPath(random)
    const span = spanOf(random)
    const facts: Fact[] = []
    let before = progressOf(path, facts, NONE, span)
    for (const fact of randomFacts(random, path, 8)) {
      facts.push(fact)
      const after = progressOf(path, facts, NONE, span)

      expect(doneKeys(after)).toEqual(expect.arrayContaining(doneKeys(before)))
      expect(after.share).toBeGreaterThanOrEqual(before.share)
      expect(after.required - after.completed).toBeLessThanOrEqual(
        before.required - before.completed,
      )
      if (before.provenOn) expect(after.provenOn).not.toBeNull()
      before = after
    }
  }
})

test('in thousands of pathways the count, the share and the completion say the same', () => {
  const random = randomFrom(17)
  for (let round = 0; round < ROUNDS; round++) {
    const path = randomPath(random)
    const progress = progressOf(path, randomFacts(random, path), NONE, SPAN)

    expect(progress.completed).toBeLessThanOrEqual(progress.required)
    expect(progress.provenOn !== null).toBe(progress.completed === progress.required)
    expect(progress.provenOn !== null).toBe(progress.share === 1000)
    expect(progress.provenOn !== null).toBe(progress.next === null)
    const days = doneSteps(progress).map(({ completedOn }) => completedOn)
    if (progress.provenOn) expect(days).toContain(progress.provenOn)
  }
})

test('in thousands of versions no step that was done is lost, and kept steps stay kept', () => {
  const random = randomFrom(19)
  for (let round = 0; round < ROUNDS; round++) {
    const path = randomPath(random)
    const facts = randomFacts(random, path)
    let kept = new Map<string, KeptStep>()
    let from = { ...path, number: 1 }
    for (let number = 2; number <= 4; number++) {
      const to = { ...changed(random, from), number }
      const before = progressOf(from, facts, kept, SPAN)
      const { progress, keptNow } = moveOn(from, to, { facts, kept, span: SPAN })

      const there = [...doneKeys(progress), ...progress.kept.map(({ stepKey }) => stepKey)]
      expect(there).toEqual(expect.arrayContaining([...doneKeys(before), ...kept.keys()]))
      expect([...keptNow.values()].every(({ keptFrom }) => keptFrom === number - 1)).toBe(true)
      expect([...keptNow.keys()].some((key) => kept.has(key))).toBe(false)
      kept = new Map([...kept, ...keptNow])
      from = to
    }
  }
})

/** Another version: parts are left out, asks and terms change, and parts of other pathways come. */
function changed(random: Random, path: Path): Path {
  const others = randomPath(random)
  const parts = path.parts.flatMap((part) => {
    if (random() < 0.2) return []
    if ('steps' in part || random() < 0.6) return [part]
    const from = pick(random, others.parts)
    const asks = 'steps' in from ? from.steps[0]!.asks : from.step.asks
    return [{ step: { ...part.step, asks } }]
  })
  const ordered = random() < 0.3
  return { ordered, requiredSteps: null, parts }
}
