import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { licenses } from '#db/schema'
import { expect, test } from 'vitest'
import { addDays } from '~/domain/calendar'
import { refuseStateFile } from '~/domain/state-files/refusing.server'
import type { Period } from '~/domain/state-files/state-file'
import { openTestStore } from '../../support/database'
import fc from '../../support/property'
import { approve, educator, linesOf, look, type Office, officeOf, takeBack, tell } from './ground'

const PEOPLE = ['Able', 'Baker', 'Cole']
const NUMBERS = ['1', '2', '3', '4', null]

const person = fc.nat({ max: PEOPLE.length - 1 })
const step = fc.oneof(
  fc.record({
    kind: fc.constant('approve' as const),
    person,
    minutes: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), person }),
  fc.record({
    kind: fc.constant('renumber' as const),
    person,
    number: fc.constantFrom(...NUMBERS),
  }),
  fc.record({ kind: fc.constant('tell' as const) }),
  fc.record({ kind: fc.constant('refuse' as const), which: fc.nat({ max: 3 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What is known of a person without asking the product. */
type Known = {
  id: string
  licenseId: string
  number: string | null
  approved: { id: string; minutes: number }[]
}
/** Each history has people and a day of its own, so that all can happen in one district. */
type History = { office: Office; name: string; period: Period; people: Known[]; files: string[] }

async function take(history: History, it: Step) {
  const { office, name, period, people, files } = history
  if (it.kind === 'tell')
    return void (await tell(office, newId(), period).then(
      (id) => files.push(id),
      () => {},
    ))
  if (it.kind === 'refuse') {
    const [id] = files.splice(it.which, 1)
    if (id) await office.write(refuseStateFile, id, { reason: 'Not read' })
    return
  }
  const known = people[it.person]!
  if (it.kind === 'approve') {
    known.approved.push({
      id: await approve(office, known.id, it.minutes, period.first),
      minutes: it.minutes,
    })
  } else if (it.kind === 'takeBack') {
    const last = known.approved.pop()
    if (last) await takeBack(office, last.id)
  } else {
    const number = it.number && `${name}-${it.number}`
    known.number = number
    await office.write(async ({ db }) => {
      await db.update(licenses).set({ number }).where(eq(licenses.id, known.licenseId))
    })
  }
}

const hoursOf = (minutes: number) => (minutes / 60).toFixed(2)

/** Who is ready, by number, and with how many hours, counted one by one. */
function readyAmong(people: Known[]) {
  const isAlone = (number: string) => people.filter((one) => one.number === number).length === 1
  return new Map(
    people.flatMap(({ id, number, approved }) =>
      number !== null && isAlone(number) && approved.length > 0
        ? [
            [
              number,
              { id, hours: hoursOf(approved.reduce((sum, { minutes }) => sum + minutes, 0)) },
            ],
          ]
        : [],
    ),
  )
}

/** What a state knows that reads files one after the other: the last row for each number holds. */
async function stateAfter({ office, files }: History) {
  const state = new Map<string, Record<string, string>>()
  for (const id of files) {
    for (const line of await linesOf(office, id)) {
      const before = state.get(line.state_number!)
      expect(line.row === 'new').toBe(line.previous_hours === '')
      if (line.row === 'withdrawn') expect(line.hours).toBe('0.00')
      state.set(line.state_number!, { ...line, was: before?.hours ?? '' })
    }
  }
  return state
}

/** Three people with a number each, and a day on which nobody else has hours. */
async function begin(office: Office, at: number): Promise<History> {
  const name = `History ${at}`
  const day = addDays('2026-08-01', at)
  const people: Known[] = []
  for (const [index, one] of PEOPLE.entries()) {
    const number = `${name}-${NUMBERS[index]!}`
    people.push({ ...(await educator(office, `${one} ${name}`, number)), number, approved: [] })
  }
  return { office, name, period: { first: day, last: day }, people, files: [] }
}

test('the files that were not refused, read in order, say what the product says of all who are ready', async () => {
  const office = await officeOf(await openTestStore())
  let histories = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const history = await begin(office, histories++)

      for (const it of steps) await take(history, it)
      await take(history, { kind: 'tell' })

      const ready = readyAmong(history.people)
      const state = await stateAfter(history)
      for (const [number, { hours }] of ready) expect(state.get(number)?.hours).toBe(hours)
      const { rows } = await look(office, {}, history.period)
      const notReady = rows.flatMap((row) => (row.result === 'not_ready' ? row.familyName : []))
      for (const [number, { hours, family_name: name }] of state) {
        if (!ready.has(number) && hours !== '0.00') expect(notReady).toContain(name)
      }
      const sent = rows.filter(({ result }) => result === 'sent').map(({ memberId }) => memberId)
      expect(new Set(sent)).toEqual(new Set([...ready.values()].map(({ id }) => id)))
      expect(sent.length + notReady.length).toBe(rows.length)
    }),
    { numRuns: 40 },
  )
}, 120_000)
