/** A network of pipes between numbered nodes, each with a capacity; flow only ever grows toward the sink. */
export class Network {
  readonly #arcs: { to: number; left: number }[] = []
  readonly #from: number[][] = []

  /** A new node. */
  node() {
    this.#from.push([])
    return this.#from.length - 1
  }

  /** A new arc; its number. An arc and its way back stand side by side. */
  arc(from: number, to: number, capacity: number) {
    const arc = this.#arcs.length
    this.#arcs.push({ to, left: capacity }, { to: from, left: 0 })
    this.#from[from]!.push(arc)
    this.#from[to]!.push(arc + 1)
    return arc
  }

  /** Changes how much more an arc lets through. */
  open(arc: number, capacity: number) {
    this.#arcs[arc]!.left = capacity
  }

  /** Lets no more through an arc for now; how much more it would have. */
  close(arc: number) {
    const { left } = this.#arcs[arc]!
    this.open(arc, 0)
    return left
  }

  /** What runs through an arc. */
  through(arc: number) {
    return this.#arcs[arc + 1]!.left
  }

  /** Sends as much more as possible along shortest ways, arcs in the order they were made; how much that was. */
  augment(source: number, sink: number) {
    let sent = 0
    for (;;) {
      const way = this.#findWay(source, sink)
      if (!way) return sent
      const amount = Math.min(...way.map((arc) => this.#arcs[arc]!.left))
      for (const arc of way) {
        this.#arcs[arc]!.left -= amount
        this.#arcs[arc ^ 1]!.left += amount
      }
      sent += amount
    }
  }

  #findWay(source: number, sink: number) {
    const reachedBy = new Map<number, number>([[source, -1]])
    const queue = [source]
    for (const node of queue) {
      for (const arc of this.#from[node]!) {
        const { to, left } = this.#arcs[arc]!
        if (left === 0 || reachedBy.has(to)) continue
        reachedBy.set(to, arc)
        if (to === sink) return this.#trace(reachedBy, sink)
        queue.push(to)
      }
    }
    return null
  }

  #trace(reachedBy: Map<number, number>, sink: number) {
    const way: number[] = []
    let arc = reachedBy.get(sink)!
    while (arc >= 0) {
      way.push(arc)
      arc = reachedBy.get(this.#arcs[arc ^ 1]!.to)!
    }
    return way
  }
}
