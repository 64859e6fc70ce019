/** Groups of fewer people than this are not shown. */
export const SMALLEST_SHOWN = 5

/**
 * Which groups of people to hide so that no small one can be seen, neither by itself nor as what is left
 * of the sum: those of fewer than five, and with them the smallest others until those that are hidden are
 * at least two and at least five people together.
 *
 * @param sizes how many people each group has
 * @returns whether each is hidden; a group without anybody never is
 */
export function hiddenGroups(sizes: readonly number[]): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < SMALLEST_SHOWN)
  if (!hidden.includes(true)) return hidden
  const others = sizes
    .map((size, at) => ({ size, at }))
    .filter(({ size, at }) => size > 0 && !hidden[at])
    .toSorted((a, b) => a.size - b.size)
  for (const { at } of others) {
    const own = sizes.filter((_, place) => hidden[place])
    if (own.length > 1 && own.reduce((sum, size) => sum + size, 0) >= SMALLEST_SHOWN) break
    hidden[at] = true
  }
  return hidden
}
