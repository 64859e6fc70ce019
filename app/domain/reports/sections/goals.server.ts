import type { GoalStatus, PriorityOwner } from '#db/words'
import { dayInWords } from '../../calendar'
import {
  countGoalsByPriority,
  countGoalsByStatus,
  type GoalCounts,
} from '../../goals/counting.server'
import { GOAL_STATUSES } from '../../goals/goal'
import { NO_PRIORITY, priorityName } from '../../priorities/priority'
import { listAllPriorities } from '../../priorities/queries.server'
import type { Scope } from '../../scope.server'
import { byPlace, type Place, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Measure, type Section } from '../section'
import { type Teller, toldByPlace } from '../telling'

const STATES: GoalStatus[] = ['open', 'met', 'partly_met', 'not_met', 'withdrawn']

type Counts = Record<GoalStatus, number>
type Goals = Counts & {
  bySchool: (Place & Counts)[]
  /** Not in reports that were frozen before goals served priorities. */
  byPriority?: GoalsOfPriority[]
}
/** The goals that served a priority, or none, which has no owner. */
export type GoalsOfPriority = Counts & {
  key: string
  name: string
  owner: PriorityOwner | null
  /** The schools that had such goals. */
  bySchool: (Place & Counts)[]
}

const none = (): Counts => ({ open: 0, met: 0, partly_met: 0, not_met: 0, withdrawn: 0 })
const add = (sum: Counts, row: Counts) => {
  for (const state of STATES) sum[state] += row[state]
}
const isAny = (counts: Counts) => STATES.some((state) => counts[state] > 0)

function sumOf(rows: readonly Counts[]) {
  const sum = none()
  for (const row of rows) add(sum, row)
  return sum
}

/** Goals by their state at the end of the day, in all, by school and by the priority they served. */
async function countGoals(scope: Scope, frame: ReportFrame): Promise<Goals> {
  const rows = await countGoalsByStatus(scope, frame.asOf, frame.organizationIds)
  const bySchool = byPlace(frame, rows, none, add)
  return { ...sumOf(bySchool), bySchool, byPriority: await countByPriority(scope, frame, rows) }
}

/**
 * Goals by priority: the state's, the district's, and last those that served none. Priorities that no
 * goal served are left out, and all where none was served.
 */
async function countByPriority(scope: Scope, frame: ReportFrame, all: GoalCounts[]) {
  const serving = await countGoalsByPriority(scope, frame.asOf, frame.organizationIds)
  if (serving.length === 0) return []
  const of = (rows: readonly GoalCounts[]) => {
    const bySchool = byPlace(frame, rows, none, add).filter(isAny)
    return { ...sumOf(bySchool), bySchool }
  }
  const rest = [...all, ...serving.map(negative)]
  return [
    ...(await listAllPriorities(scope)).map(({ id, owner, ...named }) => ({
      key: id,
      name: priorityName({ owner, ...named }),
      owner,
      ...of(serving.filter(({ priorityId }) => priorityId === id)),
    })),
    { key: NO_PRIORITY, name: 'No priority', owner: null, ...of(rest) },
  ].filter(isAny)
}

const negative = (row: GoalCounts): GoalCounts => ({
  organizationId: row.organizationId,
  open: -row.open,
  met: -row.met,
  partly_met: -row.partly_met,
  not_met: -row.not_met,
  withdrawn: -row.withdrawn,
})

/* Which schools have some at all would tell of few. */
function tellPriority(row: GoalsOfPriority, teller: Teller): GoalsOfPriority {
  const { bySchool, ...counts } = toldByPlace(STATES, row, teller.count, teller)
  return { ...row, ...counts, bySchool: bySchool.filter(isAny) }
}

export const goals: Section<Goals> = {
  key: 'goals',
  title: 'Goals',
  make: countGoals,
  figuresOf: (all) => [
    ...figuresByPlace(STATES, 'goals', all, all.bySchool),
    ...(all.byPriority ?? []).flatMap(({ key, name, bySchool, ...counts }) =>
      figuresByPlace(STATES, 'goals', counts, bySchool, { key, name }),
    ),
  ],
  told: (all, teller) => ({
    ...toldByPlace(STATES, all, teller.count, teller),
    byPriority: all.byPriority?.map((row) => tellPriority(row, teller)).filter(isAny),
  }),
  rule: ({ asOf }) =>
    `All goals set by ${dayInWords(asOf)}, in the state each had at the end of that day, for the school of the educator when it was set. It counts as open until the day it was closed; one that was opened again counts as open. Each counts for the one priority it served at the end of that day, or for none: what it serves since changes nothing before.`,
  measures: Object.fromEntries(
    STATES.map((state): [string, Measure] => [
      state,
      {
        name: GOAL_STATUSES[state],
        rule: ({ asOf }) =>
          `Goals that were ${GOAL_STATUSES[state].toLowerCase()} at the end of ${dayInWords(asOf)}.`,
        of: STATES,
      },
    ]),
  ),
}
