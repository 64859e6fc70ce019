import type { Store } from '#db/client.server'
import { addDays, dayOf } from '#db/seed/day'
import { switchOnMandate } from '~/domain/mandates/building.server'
import { askedCsv } from '~/domain/mandates/csv.server'
import { keepObligations } from '~/domain/mandates/keeping.server'
import { getMandate, listOwnTrainings } from '~/domain/mandates/queries.server'
import { getAsked } from '~/domain/mandates/standing.server'
import {
  fillDistrict,
  type MandatesDistrict,
  MEMBERS_A_TURN,
  reachEverybody,
} from './mandates-district'
import { textOf } from '../support/csv'
import type { Bench } from './sizes'
import { doorsOf, type Figure, figure, measureSizes, timed } from './timing'

/** The sizes that are measured where none is asked for. */
const SIZES = [{ educators: 4000 }, { educators: 82_000 }]
const SOURCES = [
  'tests/bench/mandates-district.ts',
  'tests/bench/pathways-district.ts',
  'tests/bench/pathways-ground.ts',
]
const PERSONS = 100
const PAGES = 40

/** What required trainings take, day by day and page by page, and how it grows with the district. */
export const measureMandates = (bench: Bench, say: (text: string) => void) =>
  measureSizes(bench.isOfOwnSize ? [{ educators: bench.educators }] : SIZES, say, {
    nameOf: ({ educators }) => `mandates_${educators}`,
    sources: SOURCES,
    fill: fillDistrict,
    figuresOf,
  })

async function* figuresOf(store: Store, made: MandatesDistrict): AsyncGenerator<Figure> {
  const { read, write } = await doorsOf(store, made.coordinatorId)
  const educators = made.educatorIds.length
  const [id] = made.mandateIds
  const filter = { sort: 'name', page: 1 } as const
  const persons = made.educatorIds.filter((_, at) => at % Math.floor(educators / PERSONS) === 0)
  const doors = await Promise.all(persons.slice(0, PAGES).map((person) => doorsOf(store, person)))

  yield await timed("the coordinator's page", PAGES, 1, (at) =>
    read(async (scope) => {
      await getMandate(scope, id!)
      return getAsked(scope, id!, { ...filter, page: 1 + (at % 20) })
    }),
  )
  yield await timed('the page of one that needs proof', PAGES, 1, (at) =>
    read((scope) => getAsked(scope, made.mandateIds[1]!, { ...filter, page: 1 + (at % 20) })),
  )
  yield await timed('its CSV', 3, educators, () =>
    read(async (scope) => textOf(await askedCsv(scope, made.mandateIds[1]!, filter))),
  )
  yield await timed("an educator's trainings", doors.length, 1, (at) =>
    doors[at]!.read(listOwnTrainings),
  )
  yield await timed('one person anew, nothing changes', PERSONS, 1, (at) =>
    write((scope) => keepObligations(scope, [persons[at % persons.length]!])),
  )
  yield* dailyPass('a day on which nothing opens', store, made, 0)
  yield* dailyPass('a month that was slept through', store, made, 30)
  yield await timed('switch on for everybody', made.fresh.length, educators, async (at) => {
    await write((scope) => switchOnMandate(scope, made.fresh[at]!))
    await reachEverybody(store, made.fresh[at]!, new Date())
  })
}

/** All trainings in their turns, as the server does once a day. */
async function* dailyPass(
  name: string,
  store: Store,
  { mandateIds, educatorIds }: MandatesDistrict,
  daysAhead: number,
): AsyncGenerator<Figure> {
  const now = new Date(`${addDays(dayOf(new Date()), daysAhead)}T15:00:00Z`)
  const turns: number[] = []
  const started = performance.now()
  for (const id of mandateIds) {
    await reachEverybody(store, id, now, MEMBERS_A_TURN, (time) => {
      turns.push(time)
    })
  }
  const whole = performance.now() - started
  yield figure(`${name}: a turn of 200`, turns, 200)
  yield figure(`${name}: all trainings`, [whole], educatorIds.length)
}
