import { newId } from '#db/id'
import { and, asc, eq } from '#db/query.server'
import { members, reportDeliveries } from '#db/schema'
import { dayInWords } from '../calendar'
import { Forbidden, Invalid, NotFound } from '../errors'
import { isEmail, normalizeEmail } from '../mail/address'
import type { Attachment, Mail } from '../mail/mail'
import { queueMail } from '../mail/outbox.server'
import { SYSTEM } from '../scope.server'
import type { Scope, WriteScope } from '../scope.server'
import { reportCsv } from './csv.server'
import { isDeliveryDue, rhythmInWords } from './delivery'
import type { DeliveryInput } from './inputs.server'
import { openReport } from './report.server'
import { type SavedAddress, savedQuery } from './saved'
import { requireSaved } from './saved.server'

/** What a mail server is asked to take along at most, in letters; a larger file stays on the page. */
const LARGEST_FILE = 5_000_000

/**
 * Lets a saved report come to the actor by mail, or changes when it does.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when the actor has no address that mail can be sent to
 */
export async function arrangeDelivery(
  scope: WriteScope,
  savedReportId: string,
  { when: weekday, withFigures }: DeliveryInput,
) {
  await requireSaved(scope, savedReportId)
  if (!isEmail(await addressOf(scope, scope.actor.id))) {
    throw new Invalid(null, 'Your record has no e-mail address. Ask an administrator to add it.')
  }
  await scope.db.delete(reportDeliveries).where(isOwn(scope, savedReportId))
  await scope.db.insert(reportDeliveries).values({
    id: newId(),
    savedReportId,
    memberId: scope.actor.id,
    weekday,
    withFigures,
    startedOn: scope.today,
  })
  await scope.record('delivery.arranged', savedReportId, { weekday, withFigures })
}

/** Stops what comes to the actor by mail. @throws Forbidden · NotFound */
export async function stopDelivery(scope: WriteScope, savedReportId: string) {
  await requireSaved(scope, savedReportId)
  await scope.db.delete(reportDeliveries).where(isOwn(scope, savedReportId))
  await scope.record('delivery.stopped', savedReportId)
}

const isOwn = ({ actor }: Scope, savedReportId: string) =>
  and(eq(reportDeliveries.savedReportId, savedReportId), eq(reportDeliveries.memberId, actor.id))

/** What is to be delivered today. For the product itself. */
export async function listDueDeliveries(scope: Scope) {
  const rows = await scope.db
    .select({
      id: reportDeliveries.id,
      savedReportId: reportDeliveries.savedReportId,
      memberId: reportDeliveries.memberId,
      weekday: reportDeliveries.weekday,
      withFigures: reportDeliveries.withFigures,
      startedOn: reportDeliveries.startedOn,
      sentOn: reportDeliveries.sentOn,
    })
    .from(reportDeliveries)
    .where(undefined)
    .orderBy(asc(reportDeliveries.id))
  return rows.filter((row) => isDeliveryDue(row, scope.today))
}

export type DueDelivery = Awaited<ReturnType<typeof listDueDeliveries>>[number]

/**
 * The letter of a delivery, of what its reader may see today.
 *
 * @param scope of the reader
 * @param origin the address of this server, as people type it
 * @returns null where they may no longer see it
 */
export async function writeDelivery(
  scope: Scope,
  delivery: DueDelivery,
  origin: string,
): Promise<Mail | null> {
  try {
    return await letterOf(scope, delivery, origin)
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) return null
    throw error
  }
}

async function letterOf(scope: Scope, delivery: DueDelivery, origin: string): Promise<Mail> {
  const saved = await requireSaved(scope, delivery.savedReportId)
  const asOf = saved.asOf ?? scope.today
  const here = `${origin}/d/${scope.district.slug}/report`
  const attachment = delivery.withFigures
    ? await fileOf(scope, asOf, saved.organizationId ?? undefined)
    : null
  const isTooLarge = delivery.withFigures && !attachment
  return {
    recipient: await addressOf(scope, delivery.memberId),
    subject: `${saved.name}: ${scope.district.name}, as of ${dayInWords(asOf)}`,
    text: [
      `This is “${saved.name}”, the report of ${saved.organization ?? scope.district.name} as of ${dayInWords(asOf)}:`,
      `${here}?${savedQuery({ ...saved, asOf })}`,
      ...(attachment ? [attachedInWords(saved)] : []),
      ...(isTooLarge ? ['The file of its figures is too large for a letter. Save it there.'] : []),
      `It comes to you ${rhythmInWords(delivery)}. Here you change that or stop it:`,
      `${here}/saved/${delivery.savedReportId}`,
    ].join('\n\n'),
    attachment,
  }
}

const attachedInWords = ({ compare }: SavedAddress) =>
  compare
    ? 'Its figures come along as CSV, one figure a row; what stands beside them is on the page.'
    : 'Its figures come along as CSV, one figure a row.'

async function fileOf(
  scope: Scope,
  asOf: string,
  organization?: string,
): Promise<Attachment | null> {
  const content = reportCsv(await openReport(scope, { asOf, organization }))
  if (content.length > LARGEST_FILE) return null
  return { name: `cairn-report-${asOf}.csv`, mediaType: 'text/csv', content }
}

/**
 * Puts the letter of a delivery into the outbox, or ends the delivery where there is none.
 *
 * @returns how many letters were written; none where it was written in the meantime
 */
export async function sendDelivery(scope: WriteScope, id: string, mail: Mail | null) {
  if (scope.actor !== SYSTEM) throw new Forbidden('Only the product itself delivers.')
  const [row] = await scope.db
    .select({
      savedReportId: reportDeliveries.savedReportId,
      weekday: reportDeliveries.weekday,
      startedOn: reportDeliveries.startedOn,
      sentOn: reportDeliveries.sentOn,
    })
    .from(reportDeliveries)
    .where(eq(reportDeliveries.id, id))
  if (!row || !isDeliveryDue(row, scope.today)) return 0
  if (mail === null || !isEmail(mail.recipient)) {
    await scope.db.delete(reportDeliveries).where(eq(reportDeliveries.id, id))
    await scope.record('delivery.stopped', row.savedReportId)
    return 0
  }
  await queueMail(scope, mail)
  await scope.db
    .update(reportDeliveries)
    .set({ sentOn: scope.today })
    .where(eq(reportDeliveries.id, id))
  await scope.record('delivery.sent', row.savedReportId)
  return 1
}

async function addressOf(scope: Scope, memberId: string) {
  const [row] = await scope.db
    .select({ email: members.email })
    .from(members)
    .where(eq(members.id, memberId))
  return normalizeEmail(row?.email ?? '')
}
