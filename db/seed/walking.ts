import type { Day } from './day'
import type { Proof } from './proofs'

/** What one step asks for, and everything that fits it. */
export type Asked = { stepKey: string; minutes: number | null; proofs: Proof[] }

type Done = { stepKey: string; completedOn: Day; countedOn: Day; sources: Proof['source'][] }

/**
 * Lets somebody walk a pathway day by day. A step bears the day on which its last proof was earned;
 * the walk as a whole, the day on which the last proof was approved.
 *
 * @param span `from`: proof earned up to that day has lapsed
 */
export function walk(
  asked: Asked[],
  required: number,
  span: { enrolledOn: Day; from: Day; until: Day },
) {
  const steps = asked.map((step) => ({
    ...step,
    proofs: step.proofs.filter(({ earnedOn }) => earnedOn > span.from).toSorted(byDay),
  }))
  const days = new Set([span.enrolledOn])
  for (const { countedOn } of steps.flatMap(({ proofs }) => proofs)) {
    if (countedOn > span.enrolledOn && countedOn <= span.until) days.add(countedOn)
  }

  const done = new Map<string, Done>()
  let engagedOn: Day | null = null
  for (const day of [...days].toSorted()) {
    for (const { stepKey, minutes, proofs } of steps) {
      const known = proofs.filter(({ countedOn, lapsesOn }) => countedOn <= day && lapsesOn >= day)
      if (known.length > 0) engagedOn ??= day
      const enough = minutes === null ? known.slice(0, 1) : enoughOf(known, minutes)
      if (done.has(stepKey) || enough.length === 0) continue
      const sources = enough.map(({ source }) => source)
      done.set(stepKey, { stepKey, completedOn: enough.at(-1)!.earnedOn, countedOn: day, sources })
    }
    if (done.size < required) continue
    const earned = [...done.values()].map(({ completedOn }) => completedOn).toSorted()
    return {
      done: [...done.values()],
      engagedOn,
      completedOn: day,
      provenOn: earned[required - 1]!,
    }
  }
  return { done: [...done.values()], engagedOn, completedOn: null, provenOn: null }
}

/** The first proofs that have the minutes together, or none when all of them have not. */
function enoughOf(proofs: Proof[], minutes: number) {
  let sum = 0
  const last = proofs.findIndex(({ source }) => (sum += source.minutes ?? 0) >= minutes)
  return proofs.slice(0, last + 1)
}

const byDay = (a: Proof, b: Proof) =>
  a.earnedOn.localeCompare(b.earnedOn) || (a.source.id < b.source.id ? -1 : 1)
