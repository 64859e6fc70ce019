import { addMonths, type Day } from '~/domain/calendar'
import type { Audience } from '~/domain/audiences/audience'
import type { Cadence } from '~/domain/mandates/cadence'
import type { MandateTemplate } from '~/domain/mandates/templates'
import { type AudienceValues, valuesOfAudience } from '~/parts/audience/audience-values'

/** A required training as it stands in the form. */
export type MandateValues = AudienceValues & {
  version?: string
  template?: string
  title?: string
  description?: string
  jurisdiction?: string
  law?: string
  every?: string
  startsOn?: string
  firstDueOn?: string
  newHireDays?: string
  windowDays?: string
  graceDays?: string
  proof?: string
  retentionYears?: string
}

/** The form of a new training for everybody of a place, filled in by a template where there is one. */
export function emptyMandate(
  organizationId: string | undefined,
  today: Day,
  template: MandateTemplate | null,
): MandateValues {
  return {
    version: '0',
    any: [{ all: [{ kind: 'works', organizationId, roles: [] }] }],
    startsOn: today,
    graceDays: '0',
    ...(template && {
      template: template.id,
      title: template.title,
      jurisdiction: template.jurisdiction,
      law: template.law ?? undefined,
      every: template.everyMonths?.toString(),
      firstDueOn: template.dueBy ? nextDay(template.dueBy, today) : undefined,
      newHireDays: template.newHireDays?.toString(),
      proof: template.proof ?? undefined,
      retentionYears: template.retentionYears?.toString(),
    }),
  }
}

/** The next day of the year that is `MM-DD`. */
function nextDay(monthDay: string, today: Day) {
  const day = `${today.slice(0, 4)}-${monthDay}`
  return day >= today ? day : addMonths(day, 12)
}

type There = Cadence & {
  version: number
  title: string
  description: string | null
  jurisdiction: string | null
  law: string | null
  proof: string
  retentionYears: number | null
  audience: Audience
}

/** The form of a training that is there. */
export const valuesOfMandate = (mandate: There, people: Record<string, string>): MandateValues => ({
  ...valuesOfAudience(mandate.audience, people),
  version: mandate.version.toString(),
  title: mandate.title,
  description: mandate.description ?? undefined,
  jurisdiction: mandate.jurisdiction ?? undefined,
  law: mandate.law ?? undefined,
  every: mandate.everyMonths?.toString() ?? 'once',
  startsOn: mandate.startsOn,
  firstDueOn: mandate.firstDueOn ?? undefined,
  newHireDays: mandate.newHireDays?.toString(),
  windowDays: mandate.windowDays?.toString(),
  graceDays: mandate.graceDays.toString(),
  proof: mandate.proof,
  retentionYears: mandate.retentionYears?.toString(),
})
