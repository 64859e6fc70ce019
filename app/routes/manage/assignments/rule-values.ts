import type { Audience } from '~/domain/audiences/audience'
import type { DueRule } from '~/domain/pathways/due'
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
