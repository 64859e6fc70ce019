import type { Audience } from '~/domain/audiences/audience'
import { isDay } from '~/domain/calendar'
import { DUE_FROM, type DueRule } from '~/domain/pathways/due'
import { type AudienceValues, valuesOfAudience } from '~/parts/audience/audience-values'

/** The rule as it stands in the form. */
export type RuleValues = AudienceValues & {
  kind?: string
  due?: string
  dueOn?: string
  dueDays?: string
  duePathwayId?: string
  otherwise?: string
  otherwiseDays?: string
  graceDays?: string
  version?: string
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
  return {
    ...valuesOfAudience(audience, people),
    kind,
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
