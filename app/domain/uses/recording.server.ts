import { addMonths } from '../calendar'
import { sourceColumns } from '../credit/use'
import { bookUses, type NewUse } from '../credit/uses.server'
import { Invalid } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { UseInput } from './inputs.server'
import { getMemberOfUses } from './member.server'
import { listApproved, yearsToChoose } from './spendable.server'
import { amountOfUse, MAX_YEARS_OF_LOT, type RecordedPurpose, unusedOf } from './spending'

type Approved = Awaited<ReturnType<typeof listApproved>>[number]

/**
 * What of a school year is there to be used for a purpose.
 *
 * @throws NotFound when there is nobody whose uses the actor may see
 * @throws Forbidden
 */
export async function openUseForm(
  scope: Scope,
  memberId: string,
  { purpose, year }: { purpose: RecordedPurpose; year: number | undefined },
) {
  const member = await getMemberOfUses(scope, memberId)
  authorize(scope.actor, 'use.record', { memberId })
  const years = yearsToChoose(scope)
  const chosen = years.find((it) => it === year) ?? years[0]!
  const rows = await listApproved(scope, memberId, chosen)
  return {
    member,
    purpose,
    years,
    year: chosen,
    approved: rows.length,
    rows: rows.flatMap(({ uses, ...row }) => {
      const unused = unusedOf(row, uses, purpose, scope.district.usesMayOverlap)
      return 'usedFor' in unused ? [] : [{ ...row, unused: unused.minutes }]
    }),
  }
}

/**
 * Records that hours were used for a pay lane or a stipend.
 *
 * @throws NotFound when there is nobody whose uses the actor may see
 * @throws Forbidden
 * @throws Invalid when something is not there to be used, with its title, or a day cannot be right
 */
export async function recordUses(scope: WriteScope, memberId: string, input: UseInput) {
  await getMemberOfUses(scope, memberId)
  authorize(scope.actor, 'use.record', { memberId })
  checkDays(scope, input)
  const { purpose, usedOn, label } = input
  const approved = yearsToChoose(scope).includes(input.year)
    ? await listApproved(scope, memberId, input.year)
    : []
  const byId = new Map(approved.map((row) => [row.id, row]))
  const uses = [...new Set(input.rows)].map((id): NewUse => {
    const row = byId.get(id)
    if (!row) {
      const text = 'One of them is not approved any more, or is of another school year.'
      throw new Invalid('rows', `${text} Choose again.`)
    }
    const minutes = minutesToUse(scope, row, input)
    return {
      memberId,
      ...sourceColumns(row),
      purpose,
      ...amountOfUse(row, minutes),
      minutes,
      usedOn,
      expiresOn: purpose === 'stipend' ? (input.expiresOn ?? null) : null,
      label,
    }
  })
  await bookUses(scope, uses, memberId)
  return uses.length
}

/** How much of a row is used: what was typed, or else all that is left. */
function minutesToUse(scope: Scope, row: Approved, { purpose, hours, usedOn }: UseInput) {
  const unused = unusedOf(row, row.uses, purpose, scope.district.usesMayOverlap)
  if ('usedFor' in unused) {
    throw new Invalid('rows', `“${row.title}” has been used for ${unused.usedFor} already.`)
  }
  if (usedOn < row.endedOn) {
    const text = `“${row.title}” was finished on ${row.endedOn}.`
    throw new Invalid('usedOn', `${text} It can be used from that day on.`)
  }
  const wanted = hours[row.id]
  if (wanted === undefined || unused.minutes === null) return unused.minutes
  if (wanted > unused.minutes) {
    const left = Math.round((unused.minutes / 60) * 100) / 100
    throw new Invalid(`hours.${row.id}`, `Of “${row.title}” ${left} h are left to be used.`)
  }
  return wanted
}

function checkDays(scope: Scope, { purpose, usedOn, expiresOn }: UseInput) {
  if (usedOn > scope.today) {
    throw new Invalid('usedOn', 'That day is still to come. Record it once they are used.')
  }
  if (purpose !== 'stipend' || !expiresOn) return
  if (expiresOn < usedOn) {
    throw new Invalid('expiresOn', 'It ends before the hours were used. Check both days.')
  }
  if (expiresOn > addMonths(scope.today, 12 * MAX_YEARS_OF_LOT)) {
    throw new Invalid('expiresOn', `Choose a day within ${MAX_YEARS_OF_LOT} years.`)
  }
}
