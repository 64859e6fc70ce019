import type { Audience, Condition } from '~/domain/audiences/audience'
import { isDay } from '~/domain/calendar'
import { DUE_FROM, type DueRule } from '~/domain/pathways/due'

/** A condition as it stands in the form: every value as it was typed. */
export type ConditionValues = { kind: Condition['kind'] } & Record<
  string,
  string | string[] | undefined
>

/** The rule as it stands in the form. */
export type RuleValues = {
  kind?: string
  any?: { all?: ConditionValues[] }[]
  except?: string
  due?: string
  dueOn?: string
  dueDays?: string
  duePathwayId?: string
  otherwise?: string
  otherwiseDays?: string
  graceDays?: string
  version?: string
  adding?: string[] | string
}

/** What each kind of condition is called where one is added. */
export const CONDITION_KINDS: Record<Condition['kind'], string> = {
  works: 'Where they work, as what',
  hired: 'When they were hired',
  service: 'Years of service',
  pathway: 'How far they are on another pathway',
  license: 'A license they hold',
  people: 'Named people',
  list: 'A list of people',
}

/** The form of a new assignment: the educators of a place. */
export const emptyRule = (organizationId = ''): RuleValues => ({
  any: [{ all: [{ kind: 'works', organizationId, roles: ['educator'] }] }],
})

const ACTS = ['add', 'remove', 'or'] as const

type Change = { act: (typeof ACTS)[number]; block: number; position: number }

/** What a button of the form asks for, such as `remove.0.1`; null for anything else. */
export function changeOf(text: unknown): Change | null {
  const [act, block = '0', position = '0'] = typeof text === 'string' ? text.split('.') : []
  const known = ACTS.find((each) => each === act)
  return known ? { act: known, block: Number(block) || 0, position: Number(position) || 0 } : null
}

/** The form with a condition or a part added, or a condition removed; an empty part goes. */
export function withChange(values: RuleValues, change: Change): RuleValues {
  const blocks = (values.any ?? []).map(({ all }) => ({ all: [...(all ?? [])] }))
  const adding = [values.adding ?? []].flat()
  if (change.act === 'or') blocks.push({ all: [{ kind: 'works' }] })
  if (change.act === 'add') {
    const kind = Object.keys(CONDITION_KINDS).find((each) => each === adding[change.block])
    blocks[change.block]?.all.push({ kind: (kind ?? 'hired') as Condition['kind'] })
  }
  if (change.act === 'remove') blocks[change.block]?.all.splice(change.position, 1)
  return { ...values, any: blocks.filter(({ all }) => all.length > 0) }
}

/** The form of an assignment that is there. */
export function valuesOf(
  {
    kind,
    audience,
    due,
    graceDays,
    version,
  }: {
    kind: string
    audience: Audience
    due: DueRule
    graceDays: number
    version: number
  },
  people: Record<string, string>,
): RuleValues {
  const named = (ids: string[]) => ids.map((id) => people[id] ?? '').join('\n')
  return {
    kind,
    any: audience.any.map((block) => ({
      all: block.map((condition) =>
        condition.kind === 'people'
          ? { kind: 'people', not: tick(condition.not), who: named(condition.memberIds) }
          : typed(condition),
      ),
    })),
    except: named(audience.except),
    due: due.from,
    dueOn: due.on ?? undefined,
    dueDays: due.days?.toString(),
    duePathwayId: due.pathwayId ?? undefined,
    otherwise: due.otherwise ?? undefined,
    otherwiseDays: due.otherwiseDays?.toString(),
    graceDays: graceDays.toString(),
    version: version.toString(),
  }
}

const tick = (isOn: boolean) => (isOn ? 'on' : undefined)

function typed(condition: Condition): ConditionValues {
  const entries = Object.entries(condition).map(([name, value]) => {
    if (typeof value === 'boolean') return [name, tick(value)]
    if (typeof value === 'number') return [name, value.toString()]
    return [name, value ?? undefined]
  })
  return Object.fromEntries(entries) as ConditionValues
}

/** The due rule as far as it stands in the form; null where what it needs is not there yet. */
export function dueRuleIn(values: RuleValues): DueRule | null {
  const from = Object.keys(DUE_FROM).find((each): each is DueRule['from'] => each === values.due)
  const days = Number(values.dueDays) || null
  const on = values.dueOn && isDay(values.dueOn) ? values.dueOn : null
  if (!from || from === 'none') return null
  if (from === 'day' ? on === null : days === null) return null
  const otherwise = WAYS.find((each) => each === values.otherwise) ?? null
  return {
    from,
    on: from === 'day' ? on : null,
    days: from === 'day' ? null : days,
    pathwayId: values.duePathwayId ?? null,
    otherwise,
    otherwiseDays: otherwise === 'days' ? Number(values.otherwiseDays) || null : null,
  }
}

const WAYS = ['leave_out', 'none', 'days'] as const
