import { eq } from '#db/query.server'
import { districtMonths, districts, type MonthFigures } from '#db/schema'
import { STATE_VIEWER } from '#db/seed/names'
import { addMonths } from '~/domain/calendar'
import { byStrength } from '~/domain/evidence/evidence'
import {
  compareDistricts,
  type DistrictSort,
  listDistrictLines,
  SORTS,
} from '~/domain/states/comparing.server'
import { stateCsv } from '~/domain/states/csv.server'
import { closedMonths } from '~/domain/states/months'
import { publish } from '~/domain/states/published'
import { findStateScope } from '~/domain/states/scope.server'
import { SIZES } from '~/domain/states/sizes'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import fc from '../../support/property'
import { WORLD_NOW } from '../../support/world'
import { type Chance, chanceFrom } from '../audiences/random-rules'

const STATES = 8
const DISTRICTS = 8
const [latest] = closedMonths(WORLD_NOW.toISOString().slice(0, 10))
const MONTHS = [latest!, addMonths(latest!, -12)]

/** A district's month of which nobody knows the exact values: 0 to 60 educators. */
function randomMonth(chance: Chance): MonthFigures {
  const educators = chance.coin(3) ? chance.below(5) : chance.below(61)
  const part = () => chance.below(educators + 1)
  const yardstick = chance.coin(4) ? 0 : 900
  const reached = (most: number) => (yardstick === 0 ? null : chance.below(most + 1))
  return {
    yardstick,
    educators,
    atOrAbove: reached(educators),
    inThreeYears: reached(educators),
    minutesByKind: { workshop: chance.below(9000), plc: chance.below(9000) },
    minutesByStrength: byStrength(() => chance.below(9000)),
    groups: ['low', 'high'].flatMap((group) => {
      const own = part()
      if (own < 5) return []
      return { line: 'poverty', group, educators: own, atOrAbove: reached(own) }
    }),
    approvals: { decided: part(), inTime: part(), waiting: part(), late: part() },
  }
}

/** Another month that nobody may tell from the first: each value is another one of those told the same way. */
function alike(chance: Chance, month: MonthFigures): MonthFigures {
  const told = JSON.stringify(publish(month))
  const moved = (value: number, most: number) => Math.max(0, value + chance.below(2 * most) - most)
  let other = month
  const attempts: ((from: MonthFigures) => MonthFigures)[] = [
    (from) => ({ ...from, yardstick: chance.below(2000) }),
    (from) => ({ ...from, educators: moved(from.educators, 5) }),
    (from) => ({ ...from, atOrAbove: from.atOrAbove === null ? null : moved(from.atOrAbove, 5) }),
    (from) => ({
      ...from,
      inThreeYears: from.inThreeYears === null ? null : moved(from.inThreeYears, 5),
    }),
    (from) => ({
      ...from,
      minutesByKind: { ...from.minutesByKind, plc: moved(from.minutesByKind.plc!, 600) },
    }),
    (from) => ({
      ...from,
      groups: from.groups.map((group) => ({ ...group, educators: moved(group.educators, 5) })),
    }),
    (from) => ({
      ...from,
      approvals: { ...from.approvals, late: moved(from.approvals.late, 5) },
    }),
  ]
  for (let round = 0; round < 20; round++) {
    const next = chance.among(attempts)(other)
    if (JSON.stringify(publish(next)) === told) other = next
  }
  return other
}

const put = (
  store: TestStore,
  months: { districtId: number; asOf: string; figures: MonthFigures }[],
) =>
  store.write(async (tx) => {
    await tx.delete(districtMonths)
    await tx.insert(districtMonths).values(months.map((row) => ({ ...row, madeAt: WORLD_NOW })))
  })

/** Everything there is to ask of a state, asked by a process that has kept nothing. */
async function askEverything(store: TestStore) {
  const scope = (await findStateScope(store.read, STATE_VIEWER.userId, 'ma', WORLD_NOW))!
  const unkept = {
    ...scope,
    db: { ...scope.db, keep: <T>(_: string, make: () => Promise<T>) => make() },
  }
  const answers: string[] = []
  const sizes = [undefined, ...(Object.keys(SIZES) as (keyof typeof SIZES)[])]
  const sorts = [undefined, ...SORTS.flatMap((sort): DistrictSort[] => [sort, `-${sort}`])]
  for (const asOf of [undefined, ...MONTHS, WORLD_NOW.toISOString().slice(0, 10)]) {
    for (const request of [
      ...sizes.map((size) => ({ size })),
      ...sorts.map((sort) => ({ sort })),
      ...['small', '1', 'x'].map((name) => ({ name })),
      { page: 2 },
    ]) {
      answers.push(JSON.stringify(await compareDistricts(unkept, { asOf, ...request })))
      const { asOf: day, lines } = await listDistrictLines(unkept, { asOf, ...request })
      answers.push(stateCsv(day, lines))
    }
  }
  return answers
}

test('states of which the same is published answer everything alike, byte for byte', async () => {
  const store = await openTestStore()
  const [model] = await store.read.select().from(districts).where(eq(districts.state, 'MA'))
  const ids = Array.from({ length: DISTRICTS }, (_, at) => 500 + at)
  await store.write((tx) =>
    tx
      .insert(districts)
      .values(ids.map((id) => ({ ...model!, id, slug: `small-${id}`, name: `Small ${id}` }))),
  )
  let differed = 0
  for (const seed of fc.sample(fc.integer({ min: 1, max: 1_000_000_000 }), STATES)) {
    const chance = chanceFrom(seed)
    const months = MONTHS.flatMap((asOf) =>
      ids.map((districtId) => ({ districtId, asOf, figures: randomMonth(chance) })),
    )
    const others = months.map((row) => ({ ...row, figures: alike(chance, row.figures) }))
    differed += JSON.stringify(months) === JSON.stringify(others) ? 0 : 1
    await put(store, months)
    const answers = await askEverything(store)
    await put(store, others)

    expect(await askEverything(store)).toEqual(answers)
  }
  expect(differed).toBe(STATES)
})
