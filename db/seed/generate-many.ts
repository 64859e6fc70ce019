import type { Store } from '../client.server'
import { generateDistrict, type GeneratedDistrict, type GenerateOptions } from './generate'
import { planDistricts, type Size } from './generated/sizes'

type Options = Size & Pick<GenerateOptions, 'years' | 'seed' | 'now' | 'passwordHash'>

/** How far the generating of districts has come. */
export type Progress = {
  districts: { done: number; all: number }
  educators: { done: number; all: number }
  rows: number
}

/**
 * Adds districts to a migrated database, as many and as unlike each other as a size says, the largest
 * first. Each follows from its address and the seed alone.
 *
 * @param tell is told after each district
 */
export async function generateDistricts(
  store: Store,
  { districts, educators, schools, ...options }: Options,
  tell: (progress: Progress) => void = () => {},
): Promise<GeneratedDistrict[]> {
  const plans = planDistricts({ districts, educators, schools }, options.seed)
  const generated: GeneratedDistrict[] = []
  const progress: Progress = {
    districts: { done: 0, all: districts },
    educators: { done: 0, all: educators },
    rows: 0,
  }
  for (const plan of plans) {
    const district = await generateDistrict(store, {
      ...options,
      ...plan,
      tell: (rows) => tell({ ...progress, rows: progress.rows + rows }),
    })
    generated.push(district)
    progress.districts.done++
    progress.educators.done += plan.educators
    progress.rows += sumOf(district.rows)
    tell(structuredClone(progress))
  }
  return generated
}

/** How many rows each table of several districts got together. */
export function sumRows(districts: Pick<GeneratedDistrict, 'rows'>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { rows } of districts) {
    for (const [table, count] of Object.entries(rows)) sums[table] = (sums[table] ?? 0) + count
  }
  return sums
}

export const sumOf = (rows: Record<string, number>) =>
  Object.values(rows).reduce((sum, count) => sum + count, 0)
