/** A stone of a cairn, in the units of its drawing. */
export type Stone = {
  state: 'done' | 'next' | 'later'
  center: number
  bottom: number
  width: number
  height: number
  /** How far the stone leans, -1 to 1. */
  lean: number
}

const mostStones = 9
const drawingWidth = 64
const gap = 1.5

/* No two stones are alike, and none ever changes: shift and lean come from the place in the stack. */
const shifts = [0, 2.5, -2.5, 2, -1.5, 2, -1.5, 1, -0.5]
const leans = [0.4, -0.8, 0.7, -0.5, 0.6, -0.7, 0.5, -0.6, 0.4]

/** The stones of a path, from below; above nine steps each stone stands for several. */
export function cairnStones(done: number, total: number) {
  const count = Math.min(Math.max(total, 1), mostStones)
  const filled = stonesDone(done, total, count)
  const height = count <= 5 ? 16 : 12.5
  const stones = Array.from({ length: count }, (_, place): Stone => {
    const rise = count === 1 ? 0.4 : place / (count - 1)
    return {
      state: place < filled ? 'done' : place === filled ? 'next' : 'later',
      center: drawingWidth / 2 + (shifts[place] ?? 0),
      bottom: 0,
      width: drawingWidth * (0.92 - 0.52 * rise),
      height: height * (1 - 0.15 * rise),
      lean: leans[place] ?? 0,
    }
  })
  return { width: drawingWidth, ...stacked(stones) }
}

/** Sets each stone on the one below it. */
export function stacked(stones: Stone[]) {
  const height = stones.reduce((sum, stone) => sum + stone.height + gap, 2)
  let bottom = height - 1
  const placed = stones.map((stone) => {
    const set = { ...stone, bottom }
    bottom -= stone.height + gap
    return set
  })
  return { height, stones: placed }
}

/** A started path has a stone, and an unfinished one lacks one, however many steps a stone stands for. */
function stonesDone(done: number, total: number, count: number) {
  if (total <= 0 || done <= 0) return 0
  if (done >= total) return count
  if (total <= count) return done
  return Math.min(Math.max(Math.floor((done / total) * count), 1), count - 1)
}

/** The outline of a stone: round ends, a flatter foot, a little lean. */
export function pebble({ center, bottom, width, height, lean }: Stone) {
  const half = width / 2
  const top = bottom - height
  const left = bottom - height * (0.46 + lean * 0.08)
  const right = bottom - height * (0.46 - lean * 0.08)
  const crest = center + lean * width * 0.1
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return [
    `M${at(center - half, left)}`,
    `C${at(center - half, left - height * 0.34)} ${at(crest - half * 0.62, top)} ${at(crest, top)}`,
    `S${at(center + half, right - height * 0.34)} ${at(center + half, right)}`,
    `S${at(center + half * 0.72, bottom)} ${at(center + half * 0.1, bottom)}`,
    `S${at(center - half, left + height * 0.36)} ${at(center - half, left)}Z`,
  ].join('')
}
