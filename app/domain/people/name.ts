type Named = { givenName: string; familyName: string }

/** The name as it is read. */
export const fullName = ({ givenName, familyName }: Named) => `${givenName} ${familyName}`.trim()

/** What names are sorted by: family name first, without case or accents. */
export const sortNameOf = ({ givenName, familyName }: Named) =>
  fold(`${familyName} ${givenName}`.trim())

/** A text without case or accents. */
export const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
