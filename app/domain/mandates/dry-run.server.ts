import { asc, inArray } from '#db/query.server'
import { members } from '#db/schema'
import { possibleAudienceOf } from '../audiences/audience.server'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { batchesOf, groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { workplacesOf } from '../pathways/workplaces.server'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { listAsking, type MandateInForce } from './asking.server'
import { assess } from './assessing.server'
import { requireMandate } from './building.server'
import { newcomerDaysOf } from './cadence'
import type { OpenedTurn } from './turns'

const BATCH = 400

/** What would become of somebody if a training were switched on. */
export const DRY_RUN_GROUPS = ['due', 'met', 'overdue', 'no_hire_date'] as const
export type DryRunGroup = (typeof DRY_RUN_GROUPS)[number]

type Outcome = { memberId: string; groups: DryRunGroup[]; dueOn: Day | null; metOn: Day | null }

export type DryRun = NonNullable<Awaited<ReturnType<typeof dryRunMandate>>>

/**
 * What switching a training on would do; nothing is done: how many are asked, by when, who has met it
 * already, who would be overdue on the first day, and for whom no day of hire is known though it would
 * decide. Null where it is switched on already or has ended.
 *
 * @throws NotFound · Forbidden
 */
export async function dryRunMandate(
  scope: Scope,
  id: string,
  shown: { group: DryRunGroup; page: number },
) {
  authorize(scope.actor, 'mandate.edit')
  const { title, switchedOnAt, endedOn } = await requireMandate(scope, id)
  if (switchedOnAt !== null || endedOn !== null) return null
  const [mandate] = await listAsking(scope, id)
  const outcomes = mandate ? await outcomesOf(scope, mandate) : []
  const within = (group: DryRunGroup) => outcomes.filter(({ groups }) => groups.includes(group))
  const listed = within(shown.group)
  const { limit, offset } = window(shown.page)
  return {
    mandate: { id, title },
    hasTopics: mandate !== undefined,
    asked: within('due').length + within('met').length,
    counts: {
      due: within('due').length,
      met: within('met').length,
      overdue: within('overdue').length,
      no_hire_date: within('no_hire_date').length,
    } satisfies Record<DryRunGroup, number>,
    byDueDate: [...groupBy(within('due'), ({ dueOn }) => dueOn ?? '')]
      .map(([dueOn, those]) => ({ dueOn, people: those.length }))
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    people: pageOf(
      await named(scope, listed.slice(offset, offset + limit)),
      listed.length,
      shown.page,
    ),
  }
}

/** What would become of each, by name. */
async function outcomesOf(scope: Scope, mandate: MandateInForce) {
  const people = await scope.db
    .select({ id: members.id, hiredOn: members.hiredOn })
    .from(members)
    .where(await possibleAudienceOf(scope, mandate.audience))
    .orderBy(asc(members.sortName), asc(members.id))
  const outcomes: Outcome[] = []
  for (const batch of batchesOf(people, BATCH)) {
    const ids = batch.map(({ id }) => id)
    const { opened } = await assess(scope, [mandate], ids)
    const turnsBy = groupBy(opened, ({ memberId }) => memberId)
    for (const { id, hiredOn } of batch) {
      const turns = (turnsBy.get(id) ?? []).map(({ turn }) => turn)
      outcomes.push({ memberId: id, ...outcomeOf(mandate, hiredOn, turns, scope.today) })
    }
  }
  return outcomes
}

function outcomeOf(
  { cadence }: MandateInForce,
  hiredOn: Day | null,
  turns: OpenedTurn[],
  today: Day,
): Omit<Outcome, 'memberId'> {
  const isUnsure = hiredOn === null && (turns.length === 0 || newcomerDaysOf(cadence) !== null)
  const unsure: DryRunGroup[] = isUnsure ? ['no_hire_date'] : []
  const met = turns.findLast(({ proof }) => proof !== null)
  const open = turns.findLast(({ proof, missedOn }) => proof === null && missedOn === null)
  if (met && (!open || open.opensOn > today)) {
    return {
      groups: ['met', ...unsure],
      dueOn: open?.dueOn ?? null,
      metOn: met.proof?.metOn ?? null,
    }
  }
  if (!open) return { groups: unsure, dueOn: null, metOn: null }
  const late: DryRunGroup[] = open.lateOn <= today ? ['overdue'] : []
  return { groups: ['due', ...late, ...unsure], dueOn: open.dueOn, metOn: null }
}

async function named(scope: Scope, outcomes: Outcome[]) {
  const ids = outcomes.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const [rows, workplaces] = await Promise.all([
    scope.db
      .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
      .from(members)
      .where(inArray(members.id, ids)),
    workplacesOf(scope, ids),
  ])
  const people = new Map(rows.map((row) => [row.id, row]))
  return outcomes.map(({ memberId, dueOn, metOn }) => {
    const person = people.get(memberId)
    if (!person) throw new NotFound('No member.')
    const workplace = workplaces.get(memberId) ?? null
    return { id: memberId, name: fullName(person), workplace, dueOn, metOn }
  })
}
