import { newId } from '#db/id'
import type { Store } from '#db/client.server'
import { addDays } from '~/domain/calendar'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { getAssignmentProgress } from '~/domain/pathways/assignments.server'
import { startDraft } from '~/domain/pathways/building.server'
import { dryRun } from '~/domain/pathways/dry-run.server'
import { NO_DUE_DATE } from '~/domain/pathways/due'
import { enrolledCsv } from '~/domain/pathways/enrolled-csv.server'
import type { AssignmentInput } from '~/domain/pathways/inputs.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { rebuildBatch } from '~/domain/pathways/rebuilding.server'
import { reevaluateAudiences } from '~/domain/pathways/reevaluating.server'
import { addStep } from '~/domain/pathways/steps.server'
import { previewReminder } from '~/domain/reminders/reminding.server'
import { enrollWaiting } from '~/jobs/enroller.server'
import { textOf } from '../support/csv'
import { fillDistrict, type PathwaysDistrict } from './pathways-district'
import { educatorsOf } from './pathways-offered'
import { transfer } from './pathways-transfer'
import type { Bench } from './sizes'
import { doorsOf, type Figure, figure, measureSizes, timed } from './timing'

/** The sizes that are measured where none is asked for, and how many are under way there. */
const SIZES = [
  { educators: 4000, open: 2000 },
  { educators: 82_000, open: 40_000 },
]
const SOURCES = ['district', 'ground', 'offered', 'walk'].map(
  (part) => `tests/bench/pathways-${part}.ts`,
)
const PERSONS = 100
/** How many batches of enrollments are made anew. */
const BATCHES = 40
const PAGES = 40
const FEW = 5

/** What assigning, keeping up and looking at pathways take, and how it grows with the district. */
export const measurePathways = (bench: Bench, say: (text: string) => void) =>
  measureSizes(
    bench.isOfOwnSize
      ? [{ educators: bench.educators, open: Math.floor(bench.educators / 2) }]
      : SIZES,
    say,
    {
      nameOf: ({ educators, open }) => `pathways_${educators}_${open}`,
      sources: SOURCES,
      fill: fillDistrict,
      figuresOf,
    },
  )

async function* figuresOf(store: Store, made: PathwaysDistrict): AsyncGenerator<Figure> {
  const { read, write } = await doorsOf(store, made.coordinatorId)
  const { assignmentId, pathwayId } = made.everybody
  const educators = made.educatorIds.length
  const first = { sort: 'name', page: 1 } as const
  const shown = { group: 'added', page: 1 } as const
  const input = await read(async ({ today }) => toEverybody(made.organizationId, today))
  const touch = () => write((scope) => scope.record('settings.edited', newId()))
  const page = (number: number) =>
    read((scope) => getAssignmentProgress(scope, assignmentId, { ...first, page: number }))

  yield await timed("the coordinator's page, cold", FEW, educators, () => page(1), touch)
  yield await timed("the coordinator's page, warm", PAGES, 1, (at) => page(1 + (at % 20)))
  yield await timed('its CSV', 3, educators, () =>
    read(async (scope) => textOf(await enrolledCsv(scope, { assignmentId }, first))),
  )
  yield await timed('preview of a reminder', FEW, educators, () =>
    read((scope) =>
      previewReminder(scope, assignmentId, {
        narrowing: {},
        shown: 'written',
        page: 1,
        origin: 'https://cairn.example.org',
      }),
    ),
  )
  const persons = made.educatorIds.filter((_, at) => at % Math.floor(educators / PERSONS) === 0)
  const person = (at: number) => persons[at % persons.length]!
  yield await timed('one person anew, nothing changes', PERSONS, 1, (at) =>
    write((scope) => reevaluateAudiences(scope, [person(at)])),
  )
  yield await timed('one person anew, another area', PERSONS / 2, 1, (at) =>
    write(async (scope) => {
      await transfer(scope, person(at))
      return reevaluateAudiences(scope, [person(at)])
    }),
  )
  yield await timed('dry run to everybody', FEW, educators, () =>
    read((scope) => dryRun(scope, made.fresh[0]!, input, shown)),
  )
  yield await timed('assign to everybody', made.fresh.length, educators, async (at) => {
    await write((scope) => makeAssignment(scope, made.fresh[at]!, input))
    await letWaitingHaveTheirTurns(store)
  })
  await write(async (scope) => {
    await startDraft(scope, pathwayId)
    await addStep(scope, pathwayId, {
      kind: 'activity_minutes',
      competencies: ['digcompedu-2017/5.1'],
      hours: 60,
    })
  })
  yield await timed('publish a version', 1, made.everybody.open, async () => {
    await write((scope) => publishPathway(scope, pathwayId, {}))
    await letWaitingHaveTheirTurns(store)
  })
  yield* rebuild(write)
}

const letWaitingHaveTheirTurns = (store: Store) =>
  enrollWaiting(
    store,
    () => new Date(),
    (error) => {
      throw error
    },
  )

/** Batch by batch, as `bin/cairn rebuild progress` does; the times are of a thousand. */
async function* rebuild(write: Write): AsyncGenerator<Figure> {
  const times: number[] = []
  let [open, differed] = [0, 0]
  for (let after: string | null = null, at = 0; at === 0 || (after && at < BATCHES); at++) {
    const started = performance.now()
    const batch: Awaited<ReturnType<typeof rebuildBatch>> = await write((scope) =>
      rebuildBatch(scope, after),
    )
    if (batch.open > 0) times.push(((performance.now() - started) / batch.open) * 1000)
    open += batch.open
    differed += batch.differed
    after = batch.next
  }
  yield figure(`rebuild, of 1000 (${differed} differed)`, times, 1000, open)
}

type Write = Awaited<ReturnType<typeof doorsOf>>['write']

const toEverybody = (organizationId: string, today: string): AssignmentInput => ({
  kind: 'mandated',
  audience: educatorsOf(organizationId),
  due: { ...NO_DUE_DATE, from: 'day', on: addDays(today, 60) },
  graceDays: 7,
  version: 0,
})
