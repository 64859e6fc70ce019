import type { Store } from '../client.server'
import { nameWorld, type World } from './names'

export type { World } from './names'

/** Fills an empty database with the world. */
export async function seedWorld(
  _store: Store,
  _options: { now: Date; size: 'demo' | 'tests'; passwordHash: string },
): Promise<World> {
  return nameWorld()
}
