import { createHash } from 'node:crypto'
import { newId, newLongId } from '#db/id'
import { eq, maxOf } from '#db/query.server'
import { stateFileRows, stateFiles } from '#db/schema'
import { dayInWords } from '../calendar'
import { Invalid } from '../errors'
import { STATES } from '../people/states'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import { stateFileCsv } from './csv.server'
import { draw } from './drawing.server'
import type { FileInput } from './inputs.server'
import { countBy } from './listing.server'
import { periodInWords } from './period'
import { periodsInTheWay } from './sent.server'
import { isToTell, kindOf, type Period, type ReadyRow } from './state-file'

/** What a file made now would have in it, and what would stay behind. @throws Forbidden */
export async function openMaking(scope: Scope, period: Period) {
  authorize(scope.actor, 'state_file.make')
  const { district, today } = scope
  const [{ rows, waiting }, inTheWay] = await Promise.all([
    draw(scope, period),
    periodsInTheWay(scope, period),
  ])
  return {
    newId: newLongId(),
    period,
    periodName: periodInWords(period, district.schoolYearStartsOn),
    stateName: STATES[district.state] ?? district.state,
    counts: countBy(rows),
    toTell: rows.filter(isToTell).length,
    waiting,
    inTheWay,
    isOver: period.last < today,
  }
}

/**
 * Makes the file for the state: every row that is ready and was not told yet, or not so. Sending the form
 * twice makes one file, and where nothing is new none is made.
 *
 * @returns the id of the file
 * @throws Forbidden
 * @throws Invalid when nothing is new, or hours of the period were told in another one
 */
export async function makeStateFile(scope: WriteScope, { id, first, last }: FileInput) {
  authorize(scope.actor, 'state_file.make')
  if ((await scope.db.count(stateFiles, eq(stateFiles.id, id))) > 0) return id
  const period = { first, last }
  await refuseOverlap(scope, period)
  const ready = (await draw(scope, period)).rows.filter(isToTell)
  if (ready.length === 0) {
    throw new Invalid(
      null,
      'Nothing has changed since the last file, and nobody else is ready: no file was made.',
    )
  }
  const rows = ready.map((row, at) => ({ id: newId(), fileId: id, ...toldBy(row, at) }))
  const content = stateFileCsv(period, rows)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const number = await nextNumber(scope)
  await scope.db
    .insert(stateFiles)
    .values({
      id,
      number,
      firstOn: first,
      lastOn: last,
      size: rows.length,
      content,
      sha256,
      madeById: scope.actor.id,
      madeAt: scope.now,
    })
    .catch(refuseTakenId('No such form.'))
  await scope.db.insertMany(stateFileRows, rows)
  await scope.record('state_file.made', id, { number, first, last, rows: rows.length, sha256 })
  return id
}

async function refuseOverlap(scope: Scope, period: Period) {
  const [other] = await periodsInTheWay(scope, period)
  if (!other) return
  throw new Invalid(
    null,
    `Hours from ${dayInWords(other.first)} to ${dayInWords(other.last)} were sent as a period of their own: this file would tell some of them twice. Choose days that were not sent yet, or those days again.`,
  )
}

async function nextNumber(scope: Scope) {
  const [last] = await scope.db
    .select({ number: maxOf(stateFiles.number) })
    .from(stateFiles)
    .where(undefined)
  return (last?.number ?? 0) + 1
}

const toldBy = (row: ReadyRow, at: number) => ({
  position: at + 1,
  kind: kindOf(row),
  memberId: row.memberId,
  organizationId: row.organizationId,
  stateNumber: row.stateNumber,
  familyName: row.familyName,
  givenName: row.givenName,
  schoolNumber: row.schoolNumber,
  schoolName: row.schoolName,
  activities: row.activities,
  minutes: row.minutes,
  previousMinutes: row.before?.minutes ?? null,
})
