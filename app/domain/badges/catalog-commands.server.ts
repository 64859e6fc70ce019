import { newId } from '#db/id'
import { and, eq, isNull, ne } from '#db/query.server'
import { achievements } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { findPathwayAsking } from '../pathways/asking.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import type { AchievementInput } from './catalog-inputs.server'

/**
 * Adds a badge to the catalog, or changes one. What was awarded before keeps the title it had.
 *
 * @throws NotFound when the badge to change is not there
 * @throws Invalid when the catalog has a badge of that title and issuer
 */
export async function saveAchievement(scope: WriteScope, input: AchievementInput) {
  authorize(scope.actor, 'catalog.edit')
  const { id, title, issuer } = input
  const same = await scope.db.count(
    achievements,
    and(
      eq(achievements.title, title),
      eq(achievements.issuer, issuer),
      isNull(achievements.retiredAt),
      id ? ne(achievements.id, id) : undefined,
    ),
  )
  if (same > 0) throw new Invalid('title', 'The catalog has this badge of this issuer already.')
  if (!id) return addAchievement(scope, { title, issuer })
  const changed = await scope.db
    .update(achievements)
    .set({ title, issuer })
    .where(eq(achievements.id, id))
    .returning({ id: achievements.id })
  if (changed.length === 0) throw new NotFound('No badge.')
  await scope.record('achievement.edited', id)
  return { id }
}

/**
 * Takes a badge out of the catalog. What was awarded stays.
 *
 * @throws NotFound
 * @throws Conflict when a pathway in use asks for it
 */
export async function retireAchievement(scope: WriteScope, id: string) {
  authorize(scope.actor, 'catalog.edit')
  const [achievement] = await scope.db
    .select({ title: achievements.title })
    .from(achievements)
    .where(and(eq(achievements.id, id), isNull(achievements.retiredAt)))
  if (!achievement) throw new NotFound('No badge.')
  const pathway = await findPathwayAsking(scope, { achievementId: id })
  if (pathway) {
    throw new Conflict(
      `“${achievement.title}” is a step of the pathway “${pathway}”. Take it out of the pathway first.`,
    )
  }
  await scope.db.update(achievements).set({ retiredAt: scope.now }).where(eq(achievements.id, id))
  await scope.record('achievement.retired', id)
  return achievement
}

async function addAchievement(scope: WriteScope, values: { title: string; issuer: string }) {
  const id = newId()
  await scope.db.insert(achievements).values({ id, ...values, createdAt: scope.now })
  await scope.record('achievement.added', id)
  return { id }
}
