/** Something that goes on until it is stopped. */
export type Repeating = {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>
}

/** Does work again and again, with a pause after each time, and never twice at once. */
export function repeat(
  work: () => Promise<unknown>,
  pause: number,
  report: (error: unknown) => void,
): Repeating {
  let isStopped = false
  let timer: NodeJS.Timeout
  let current = Promise.resolve()

  function next() {
    timer = setTimeout(() => {
      current = turn()
    }, pause)
    timer.unref()
  }

  async function turn() {
    try {
      await work()
    } catch (error) {
      report(error)
    }
    if (!isStopped) next()
  }

  next()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await current
    },
  }
}
