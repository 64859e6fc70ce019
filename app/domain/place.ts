/**
 * Where numbers count an organization: departments with their school; what has no school above it with the
 * district, such as a department directly under it. Above a school there may be a department of the district.
 *
 * @param path of ids, as organizations have it
 * @returns the id of the school, or of the district
 */
export function placeIn(path: string, schoolIds: ReadonlySet<string>) {
  const [root, ...below] = path.split('/')
  return below.slice(0, 2).find((id) => schoolIds.has(id)) ?? root!
}

type Node = { id: string; kind: string; path: string }

/** The place of each organization of a district, by its id. */
export function placesOf(tree: readonly Node[]) {
  const schoolIds = new Set(tree.filter(({ kind }) => kind === 'school').map(({ id }) => id))
  return new Map(tree.map(({ id, path }) => [id, placeIn(path, schoolIds)]))
}
