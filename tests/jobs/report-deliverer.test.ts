import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, outgoingMail, savedReports } from '#db/schema'
import { memoryMail } from '~/adapters/mail.server'
import { arrangeDelivery, stopDelivery } from '~/domain/reports/delivery.server'
import { changeSavedReport, removeSavedReport, saveReport } from '~/domain/reports/saved.server'
import { NotFound } from '~/domain/errors'
import { sendWaiting } from '~/jobs/mailer.server'
import { deliverReportsOnNewDays } from '~/jobs/report-deliverer.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { asMember } from '../support/members'
import { world } from '../support/world'

const { northside, southside } = world
const { ida, ming, schools } = northside
const ORIGIN = 'https://cairn.example.org'
const MONDAY = 1
const unexpected = (error: unknown) => {
  throw error
}
/** The world is in the week before: its today is Friday, 20 November 2026. */
const on = (day: string) => new Date(`${day}T15:00:00Z`)

/** The coordinator shares a report of the middle school. */
async function ready() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const auditor = await asMember(store, ida)
  const id = newId()
  const shared = { name: 'Middle school', isShared: true }
  await coordinator.write(saveReport, { id, ...shared, organization: schools.middle })
  const deliver = (day: string) =>
    deliverReportsOnNewDays(store, ORIGIN, new Map(), on(day), unexpected)
  const letters = () =>
    auditor.scope.db
      .select({ text: outgoingMail.text, attachment: outgoingMail.attachment })
      .from(outgoingMail)
      .where(eq(outgoingMail.recipient, ida.email))
  return { store, coordinator, auditor, id, deliver, letters }
}

test('a saved report comes on its weekday, once, with a link and where it is stopped', async () => {
  const { auditor, id, deliver, letters } = await ready()
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })

  const written = []
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-30']) {
    written.push(await deliver(day))
  }

  expect(written).toEqual([0, 1, 0, 0, 1])
  const [first] = await letters()
  expect(first!.text).toContain(
    `${ORIGIN}/d/northside/report?asOf=2026-11-23&organization=${schools.middle}`,
  )
  expect(first!.text).toContain(`${ORIGIN}/d/northside/report/saved/${id}`)
  expect(first!.attachment).toBeNull()
})

test('a day on which the server was down is made up for once', async () => {
  const { auditor, id, deliver } = await ready()
  await auditor.write(arrangeDelivery, id, { when: null, withFigures: false })

  const written = [await deliver('2026-11-30'), await deliver('2027-02-03')]

  expect(written).toEqual([0, 1])
  expect(await deliver('2027-02-04')).toBe(0)
})

test('the figures come along as CSV, and are not kept once they were sent', async () => {
  const { store, auditor, id, deliver, letters } = await ready()
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: true })
  await deliver('2026-11-23')
  const carrier = memoryMail()

  await sendWaiting(store, carrier, { now: () => on('2026-11-23') })

  const sent = carrier.sent.find(({ recipient }) => recipient === ida.email)!
  expect(sent.attachment).toMatchObject({ name: 'cairn-report-2026-11-23.csv' })
  expect(sent.attachment!.content).toContain('as_of,section,school')
  expect(await letters()).toMatchObject([{ attachment: null }])
})

test('who may no longer see the report gets no more letters', async () => {
  const { store, auditor, coordinator, id, deliver } = await ready()
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: true })
  const administrator = await asMember(store, northside.rosa)
  await administrator.write((scope) =>
    scope.db
      .update(affiliations)
      .set({ endedOn: '2026-11-21' })
      .where(eq(affiliations.memberId, ida.id)),
  )

  expect(await deliver('2026-11-23')).toBe(0)

  await coordinator.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })
  expect(await deliver('2026-11-30')).toBe(1)
})

test('what is no longer shared or was removed comes to nobody else', async () => {
  const { auditor, coordinator, id, deliver } = await ready()
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })
  await coordinator.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })

  await coordinator.write(changeSavedReport, id, { name: 'Mine', isShared: false })

  expect(await deliver('2026-11-23')).toBe(1)
  await coordinator.write(removeSavedReport, id)
  expect(await deliver('2026-11-30')).toBe(0)
})

test('a letter that cannot be written does not keep the others from theirs', async () => {
  const { store, auditor, coordinator, id } = await ready()
  const broken = newId()
  await coordinator.write(saveReport, { id: broken, name: 'Broken', isShared: false })
  await coordinator.write(arrangeDelivery, broken, { when: MONDAY, withFigures: true })
  await coordinator.write((scope) =>
    scope.db.update(savedReports).set({ asOf: '2099-01-01' }).where(eq(savedReports.id, broken)),
  )
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })
  const failures: unknown[] = []
  const done = new Map()
  const deliver = () =>
    deliverReportsOnNewDays(store, ORIGIN, done, on('2026-11-23'), (error) => failures.push(error))

  const written = [await deliver(), await deliver()]

  expect(written).toEqual([1, 0])
  expect(failures).toHaveLength(1)
})

test('whoever gets it stops it, and another district arranges nothing', async () => {
  const { store, auditor, id, deliver } = await ready()
  const other = await asMember(store, southside.ming)
  await auditor.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })

  await auditor.write(stopDelivery, id)

  expect(await deliver('2026-11-23')).toBe(0)
  const foreign = other.write(arrangeDelivery, id, { when: MONDAY, withFigures: false })
  await expect(foreign).rejects.toThrow(NotFound)
})
