import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { engineOf } from '../dialect'
import { load } from '../loading.server'
import { pathOf } from '../sqlite.server'
import type { GeneratedDistrict } from './generate'
import {
  beginning,
  generatePlans,
  type Options,
  type Planned,
  planned,
  type Told,
} from './generate-many'
import type { Size } from './generated/sizes'

/** What a process is given: which districts, and the database that it writes them to. */
export type Task = { url: string; folder: string; plans: Planned[]; options: Options }
/** What it says, again and again, and at the end. */
export type Answer = { progress: Parameters<Told>[0] } | { generated: GeneratedDistrict[] }

const { resolve } = createRequire(import.meta.url)
const program = resolve('cairn/db/seed/generating-program.ts')
const tsx = pathToFileURL(resolve('tsx')).href

/**
 * Fills a database with districts, in so many processes as `generateDistricts` does in one: the rows are
 * the same.
 *
 * @param folder of the migrations
 * @param made as in `load`
 */
export async function generateInto(
  url: string,
  folder: string,
  size: Size & Options & { processes: number },
  { tell = () => {}, made }: { tell?: Told; made?: (at: number, of: number) => void } = {},
): Promise<GeneratedDistrict[]> {
  const { years, seed, now, passwordHash } = size
  const options = { years, seed, now, passwordHash }
  const [own = [], ...others] = share(planned(size), size.processes)
  const told = together(tell)
  const fill: Parameters<typeof load<GeneratedDistrict[]>>[2] = async (store, takeIn) => {
    const parts = others.map((plans, at) => {
      const part = engineOf(url) === 'postgres' ? null : `${pathOf(url)}.part-${at + 1}`
      if (part) rmSync(part, { force: true })
      const task = { url: part ? `file:${part}` : url, folder, plans, options }
      return { part, generated: generateElsewhere(task, told(plans)) }
    })
    const all = [generatePlans(store, own, options, told(own)), ...parts.map((it) => it.generated)]
    const generated = (await Promise.all(all)).flat()
    for (const { part } of parts) if (part) await takeIn(part)
    const order = new Map(planned(size).map(({ slug, id }) => [slug, id]))
    return generated.toSorted((one, other) => order.get(one.slug)! - order.get(other.slug)!)
  }
  return load(url, folder, fill, made)
}

/** Divides districts among processes, so that each has about as many educators. */
function share(plans: Planned[], processes: number): Planned[][] {
  const shares = Array.from({ length: Math.max(1, processes) }, () => ({
    plans: [] as Planned[],
    educators: 0,
  }))
  for (const plan of plans) {
    const [least] = shares.toSorted((one, other) => one.educators - other.educators)
    least!.plans.push(plan)
    least!.educators += plan.educators
  }
  return shares.map((one) => one.plans).filter((list) => list.length > 0)
}

function generateElsewhere(task: Task, tell: Told): Promise<GeneratedDistrict[]> {
  const child = fork(program, {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.on('message', (answer: Answer) => {
      if ('progress' in answer) tell(answer.progress)
      else resolve(answer.generated)
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('exit', stop)
      if (code !== 0) reject(new Error('A process that generates districts has stopped.'))
    })
    child.send(task)
  })
}

/** Adds up how far several processes are. */
function together(tell: Told): (plans: Planned[]) => Told {
  const latest: Parameters<Told>[0][] = []
  return (plans) => {
    const at = latest.length
    latest.push(beginning(plans))
    return (progress) => {
      latest[at] = progress
      const sum = (of: (one: Parameters<Told>[0]) => number) =>
        latest.reduce((whole, one) => whole + of(one), 0)
      tell({
        districts: { done: sum((one) => one.districts.done), all: sum((one) => one.districts.all) },
        educators: { done: sum((one) => one.educators.done), all: sum((one) => one.educators.all) },
        rows: sum((one) => one.rows),
      })
    }
  }
}
