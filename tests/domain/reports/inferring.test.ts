import { buffer } from 'node:stream/consumers'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { districts, savedReports } from '#db/schema'
import type { Store } from '#db/client.server'
import { printPdf } from '~/adapters/pdf.server'
import { addMonths } from '~/domain/calendar'
import { openComparedReport, openComparedSnapshot } from '~/domain/reports/comparison.server'
import { reportCsv } from '~/domain/reports/csv.server'
import { writeDelivery } from '~/domain/reports/delivery.server'
import { reportJson, takeReport, takeSnapshot } from '~/domain/reports/files.server'
import { printedReport } from '~/domain/reports/printed.server'
import { rulesOf } from '~/domain/reports/rules.server'
import { freezeReport, readSnapshot } from '~/domain/reports/snapshots.server'
import { reportXlsx } from '~/domain/reports/xlsx.server'
import { publicReport } from '~/domain/publishing/public-report.server'
import { openExactReport } from '~/domain/reports/report.server'
import { makeMonth } from '~/domain/states/closing.server'
import { publish } from '~/domain/states/published'
import { Forbidden } from '~/domain/errors'
import { PACKAGE_LIMITS } from '~/domain/roster/package-limits'
import { readZip } from '~/domain/roster/zip.server'
import { type Scope, scopeOf, writeScopeOf } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { emptyFileStore } from '../../support/database'
import fc from '../../support/property'
import { WORLD_NOW } from '../../support/world'
import { type Chance, chanceFrom } from '../audiences/random-rules'
import { insertWorlds } from './worlds/insert-worlds'
import { naiveReport } from './worlds/naive-report'
import { naiveTold } from './worlds/naive-told'
import { randomWorld, type World } from './worlds/random-world'

const WORLDS = 4
const SIZE = { members: 45, things: 90 }
const ATTEMPTS = 14
/** Milliseconds that a busy machine may need for all of them. */
const PATIENCE = 120_000

const [store, otherStore] = [emptyFileStore(), emptyFileStore()]

const schoolsOf = ({ organizations }: World) =>
  organizations.filter(({ kind }) => kind === 'school').map(({ id }) => id)

/** The days that are asked about; each stands beside the same day a year before. */
const daysOf = ({ today, days }: World) => [today, days[1]!]

const aboutOf = (world: World, days: string[]) =>
  days.flatMap((day) => [null, ...schoolsOf(world)].map((school) => ({ day, school })))

/** Everything that an answer may be made of. */
const groundOf = (world: World) =>
  aboutOf(
    world,
    daysOf(world).flatMap((day) => [day, addMonths(day, -12)]),
  )

const toldOf = (world: World) =>
  JSON.stringify(
    groundOf(world).map(({ day, school }) => [...naiveTold(world, day, school)].sort()),
  )

const exactOf = (world: World) =>
  JSON.stringify(
    groundOf(world).map(({ day, school }) => [...naiveReport(world, day, school).figures]),
  )

/** What was approved last, and so counts. */
const isBooked = ({ kind, sent }: World['things'][number]) =>
  kind !== 'evidence' && sent.at(-1)?.happened.at(-1)?.what === 'approved'

/** Another history in which a few people did something else, of which the same is told. */
function alike(chance: Chance, world: World): World {
  const told = toldOf(world)
  const change = (from: World): World => {
    const thing = chance.among(from.things.filter(isBooked))
    const other = chance.among(from.members)
    const things = (next: Partial<typeof thing> | null) => ({
      ...from,
      things: from.things.flatMap((each) =>
        each !== thing ? [each] : next ? [{ ...each, ...next }] : [],
      ),
    })
    return chance.among([
      () => things(null),
      () => things({ minutes: thing.minutes + 15 * (1 + chance.below(20)) }),
      () => things({ minutes: Math.max(15, thing.minutes - 15 * (1 + chance.below(20))) }),
      () => things({ minutes: thing.minutes + 15 }),
      () => (thing.enrollment ? from : things({ memberId: other.id })),
      () =>
        things({
          sent: thing.sent.map((each) => ({ ...each, said: { ...each.said, competencies: [] } })),
        }),
      () => ({
        ...from,
        goals: from.goals.slice(1),
        served: from.served.filter(({ goalId }) => goalId !== from.goals[0]?.id),
      }),
      () => ({
        ...from,
        members: from.members.map((each) =>
          each === other ? { ...each, hiredOn: from.today } : each,
        ),
      }),
      () => ({
        ...from,
        affiliations: from.affiliations.filter(({ memberId }) => memberId !== other.id),
      }),
    ])()
  }
  let found = world
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const next = change(found)
    if (toldOf(next) === told) found = next
  }
  return found
}

async function scopeIn(where: Store, world: World): Promise<Scope> {
  const [district] = await where.read
    .select()
    .from(districts)
    .where(eq(districts.slug, world.district.slug))
  const [top] = world.organizations
  const hats = [
    { role: 'coordinator' as const, organizationId: top!.id, organizationPath: top!.path },
  ]
  return scopeOf(
    where.read,
    district!,
    { id: world.reviewerId, name: 'Rae', hats, supervises: [] },
    WORLD_NOW,
  )
}

/** Everything a coordinator, a state and anybody can ask of the figures of a district, in all files. */
async function askEverything(where: Store, world: World, ids: readonly string[]) {
  const scope = await scopeIn(where, world)
  const answers: string[] = []
  const write = <Given extends unknown[], Result>(
    command: (scope: ReturnType<typeof writeScopeOf>, ...given: Given) => Promise<Result>,
    ...given: Given
  ) =>
    where.write((tx) => command(writeScopeOf(tx, scope.district, scope.actor, WORLD_NOW), ...given))
  const placesOf = () => true
  const [today, before] = daysOf(world)
  for (const [at, asOf] of [today!, before!].entries()) {
    await write(freezeReport, { id: ids[at]!, name: `Frozen ${at}`, asOf, note: undefined })
    await expect(readSnapshot(scope, ids[at]!)).rejects.toThrow(Forbidden)
    const opened = await openComparedSnapshot(scope, { id: ids[at]!, against: ids[0], placesOf })
    answers.push(JSON.stringify(opened))
    expectNoFew(opened.report)
    const taken = await takeSnapshot(scope, ids[at]!)
    answers.push(reportJson(taken), reportCsv(taken.report))
    const page = publicReport(await openExactReport(scope, { asOf }))
    const month = publish(await makeMonth(scope, asOf))
    answers.push(JSON.stringify(page), JSON.stringify(month))
    expectNoFew(page)
    expectNoFew(month)
  }
  for (const { day: asOf, school } of aboutOf(world, daysOf(world))) {
    const about = { asOf, organization: school ?? undefined }
    const others = [
      { day: addMonths(asOf, -12) },
      { day: today! },
      { snapshot: ids[0]! },
      'district' as const,
    ]
    for (const against of others) {
      const page = await openComparedReport(scope, { ...about, against, placesOf })
      expectNoFew(page.report)
      expectNoFew(page.comparison?.sections.filter(({ key }) => key !== 'pathways'))
      answers.push(JSON.stringify(page))
    }
    const taken = await takeReport(scope, about)
    const printed = printedReport(taken, world.zone)
    answers.push(JSON.stringify(rulesOf(taken.report)), JSON.stringify(printed))
    answers.push(reportJson(taken), reportCsv(taken.report))
    const workbook = await readZip(await reportXlsx(taken, world.zone), PACKAGE_LIMITS)
    for (const [path, part] of workbook) answers.push(`${path}\n${Buffer.from(part).toString()}`)
    if (asOf === today) {
      answers.push((await buffer(printPdf(printed, { compress: false }))).toString('latin1'))
    }
  }
  answers.push(...(await letters()))
  return answers

  async function letters() {
    const [savedReportId, memberId] = [ids[2]!, scope.actor.id]
    const [school] = schoolsOf(world)
    await write((inside) =>
      inside.db.insert(savedReports).values({
        id: savedReportId,
        memberId,
        name: 'Ours',
        asOf: null,
        organizationId: school,
        compare: null,
        isShared: false,
        savedAt: WORLD_NOW,
      }),
    )
    const due = { id: newId(), savedReportId, memberId, weekday: 1, withFigures: true }
    const row = { ...due, startedOn: today!, sentOn: null }
    const letter = await writeDelivery(scope, row, 'http://cairn.example')
    return [JSON.stringify(letter!.attachment)]
  }
}

/** Of nothing but pathways and days are one to four told. */
function expectNoFew(told: unknown) {
  const few: unknown[] = []
  JSON.stringify(told, (key, value: unknown) => {
    if (key === 'pathways' || key.endsWith('Days')) return undefined
    if (Object(value).unit === 'days') return undefined
    if (typeof value === 'number' && Math.abs(value) > 1 && Math.abs(value) < 5)
      few.push([key, value])
    if (value === 1 && !key.toLowerCase().includes('share')) few.push([key, value])
    return value
  })

  expect(few).toEqual([])
}

test(
  'districts that are told alike answer a coordinator, a state and anybody alike, byte for byte, and name nobody',
  async () => {
    const seeds = fc.sample(fc.integer({ min: 1, max: 2_147_483_647 }), WORLDS)
    const pairs = seeds.map((seed, number) => {
      const world = randomWorld(number, seed, SIZE)
      return [world, alike(chanceFrom(seed), world)] as const
    })
    await insertWorlds(
      store(),
      pairs.map(([world]) => world),
    )
    await insertWorlds(
      otherStore(),
      pairs.map(([, other]) => other),
    )
    let differed = 0
    for (const [world, other] of pairs) {
      const ids = [newId(), newId(), newId()]

      const answers = await askEverything(store(), world, ids)

      expect(await askEverything(otherStore(), other, ids)).toEqual(answers)
      const all = answers.join()
      for (const { id } of world.members.slice(1)) expect(all.includes(id)).toBe(false)
      differed += exactOf(world) === exactOf(other) ? 0 : 1
    }
    expect(differed).toBeGreaterThan(0)
  },
  PATIENCE,
)
