type Named = { givenName: string; familyName: string }

/** The name as it is read. */
export const fullName = ({ givenName, familyName }: Named) => `${givenName} ${familyName}`.trim()

/** What names are sorted by: family name first, without case or accents. */
export const sortNameOf = ({ givenName, familyName }: Named) =>
  fold(`${familyName} ${givenName}`.trim())

/** A text without case or accents. */
export const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** `Mara Ortiz`, `Mara Ortiz or Jo Kim`, or the district office where nobody is named. */
export function anyOf(people: { name: string }[]) {
  const names = people.map(({ name }) => name)
  if (names.length === 0) return 'the district office'
  if (names.length > 3) return `${names[0]} or one of ${names.length - 1} others`
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names)
}
