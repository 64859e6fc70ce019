import type { Roster, RosterQuestion, RosterRole } from './roster'

/** The questions that only a new reading of the file can take an answer to. */
export const asksForFile = ({ kind }: RosterQuestion) =>
  kind === 'unknown_role' || kind === 'date_order' || kind === 'mode'

/** A roster in which the question what an `administrator` of OneRoster 1.1 is has been answered. */
export function withAdministratorRole(roster: Roster, role: RosterRole): Roster {
  const asked = new Set(
    roster.questions.flatMap((question) =>
      question.kind === 'administrator_role' ? question.members.map(placeOf) : [],
    ),
  )
  const kinds = new Map(roster.organizations.map(({ sourcedId, kind }) => [sourcedId, kind]))
  const isSchool = (sourcedId: string) => (kinds.get(sourcedId) ?? 'school') === 'school'
  return {
    ...roster,
    affiliations: roster.affiliations.map((affiliation) => {
      const { memberSourcedId: sourcedId, organizationSourcedId } = affiliation
      const isMeant = asked.has(placeOf({ sourcedId, organizationSourcedId }))
      return isMeant && isSchool(organizationSourcedId) ? { ...affiliation, role } : affiliation
    }),
    questions: roster.questions.filter(({ kind }) => kind !== 'administrator_role'),
  }
}

const placeOf = (place: { sourcedId: string; organizationSourcedId: string }) =>
  `${place.sourcedId} ${place.organizationSourcedId}`
