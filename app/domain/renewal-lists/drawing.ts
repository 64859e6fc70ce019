/** How many rows a sample has unless asked otherwise, and at most. */
export const SAMPLE_SIZE = 25
export const MOST_SAMPLED = 200

/**
 * Some of the numbers from 0 to `total` − 1, each at most once, in order: the same for the same seed, and
 * every choice as likely as another.
 */
export function draw(total: number, size: number, seed: string): number[] {
  const random = randomOf(seed)
  const moved = new Map<number, number>()
  const drawn: number[] = []
  for (let left = total; drawn.length < size && left > 0; left -= 1) {
    const at = Math.floor(random() * left)
    drawn.push(moved.get(at) ?? at)
    moved.set(at, moved.get(left - 1) ?? left - 1)
  }
  return drawn.toSorted((a, b) => a - b)
}

/** Numbers from 0 up to 1 that follow from a text: the mulberry32 generator, seeded by an FNV-1a hash. */
function randomOf(seed: string) {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
