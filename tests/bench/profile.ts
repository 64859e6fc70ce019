import { Session } from 'node:inspector/promises'

/** Runs something under the profiler: the share of each file in the time, the largest first. */
export async function profileByFile(within: string, run: () => void) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  run()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()

  const hits = new Map<string, number>()
  for (const { callFrame, hitCount = 0 } of profile.nodes) {
    const [, file = 'all else'] = callFrame.url.split(within)
    hits.set(file, (hits.get(file) ?? 0) + hitCount)
  }
  const all = [...hits.values()].reduce((sum, count) => sum + count, 0)
  const shares = [...hits].map(([file, count]): [string, number] => [file, count / all])
  return shares.toSorted((a, b) => b[1] - a[1])
}
