import type { Store } from '../client.server'
import { generateDistrict, type GeneratedDistrict, type GenerateOptions } from './generate'
import { type DistrictPlan, planDistricts, type Size } from './generated/sizes'

export type Options = Pick<GenerateOptions, 'years' | 'seed' | 'now' | 'passwordHash'>

/** How far the generating of districts has come. */
export type Progress = {
  districts: { done: number; all: number }
  educators: { done: number; all: number }
  rows: number
}

/** A district that is to be generated, and the number it gets. */
export type Planned = DistrictPlan & { id: number }
export type Told = (progress: Progress) => void

/** The districts of a size, the largest first, numbered from 1. */
export const planned = ({ districts, educators, schools, seed }: Size & { seed: number }) =>
  planDistricts({ districts, educators, schools }, seed).map((plan, at) => ({
    ...plan,
    id: at + 1,
  }))

/**
 * Adds districts to a migrated database without any, as many and as unlike each other as a size says,
 * the largest first. Each follows from its address and the seed alone.
 *
 * @param tell is told whenever rows were written
 */
export const generateDistricts = (store: Store, size: Size & Options, tell?: Told) =>
  generatePlans(store, planned(size), size, tell)

/** Adds some of the districts of a size. */
export async function generatePlans(
  store: Store,
  plans: Planned[],
  { years, seed, now, passwordHash }: Options,
  tell: Told = () => {},
): Promise<GeneratedDistrict[]> {
  const generated: GeneratedDistrict[] = []
  const progress = beginning(plans)
  for (const plan of plans) {
    const district = await generateDistrict(store, {
      ...plan,
      years,
      seed,
      now,
      passwordHash,
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

/** Nothing of it is done yet. */
export const beginning = (plans: Planned[]): Progress => ({
  districts: { done: 0, all: plans.length },
  educators: { done: 0, all: plans.reduce((sum, { educators }) => sum + educators, 0) },
  rows: 0,
})

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
