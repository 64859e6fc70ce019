/** `Mara Ortiz`, `Mara Ortiz or Jo Kim`, or the district office where nobody is named. */
export function anyOf(people: { name: string }[]) {
  const names = people.map(({ name }) => name)
  if (names.length === 0) return 'the district office'
  if (names.length > 3) return `${names[0]} or one of ${names.length - 1} others`
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names)
}

/** `1 person`, `12 people`. */
export const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
