import { and, eq, ne } from '#db/query.server'
import { achievements, awards } from '#db/schema'
import { addMonths } from '../calendar'
import { Invalid } from '../errors'
import { organizationOn } from '../people/affiliations.server'
import { fold } from '../people/name'
import type { Scope } from '../scope.server'
import { MAX_YEARS_AGO, MAX_YEARS_VALID } from './award'
import type { AwardInput } from './inputs.server'

/**
 * What is to be stored of a badge: as the district knows it or as it was typed, with the organization
 * it was earned under.
 *
 * @throws Invalid when its days cannot be right, or the same award is in the record already
 */
export async function resolveAward(scope: Scope, input: AwardInput) {
  const known = input.achievementId ? await findAchievement(scope, input.achievementId) : null
  if (known && input.title && fold(input.title) !== fold(known.title)) {
    throw new Invalid(
      'title',
      `You chose “${known.title}” from the list and typed another name. Empty one of the two.`,
    )
  }
  const values = {
    achievementId: known?.id ?? null,
    title: known?.title ?? input.title ?? '',
    issuer: known?.issuer ?? input.issuer ?? '',
    awardedOn: input.awardedOn,
    expiresOn: input.expiresOn ?? null,
    url: input.url ?? null,
  }
  checkDays(scope, values)
  await refuseTwice(scope, input.id, values)
  const organizationId = await organizationOn(scope, scope.actor.id, values.awardedOn)
  if (!organizationId) throw new Invalid('awardedOn', 'You were not with this district then.')
  return { ...values, organizationId }
}

async function findAchievement(scope: Scope, id: string) {
  const [achievement] = await scope.db
    .select({ id: achievements.id, title: achievements.title, issuer: achievements.issuer })
    .from(achievements)
    .where(eq(achievements.id, id))
  if (!achievement) {
    throw new Invalid('achievementId', 'That badge is not in the list. Type its name instead.')
  }
  return achievement
}

function checkDays(scope: Scope, days: { awardedOn: string; expiresOn: string | null }) {
  const { awardedOn, expiresOn } = days
  if (awardedOn > scope.today) {
    throw new Invalid('awardedOn', 'That day is still to come. Record it once you have it.')
  }
  if (awardedOn < addMonths(scope.today, -12 * MAX_YEARS_AGO)) {
    throw new Invalid('awardedOn', 'That is very long ago. Check the year.')
  }
  if (expiresOn && expiresOn <= awardedOn) {
    throw new Invalid(
      'expiresOn',
      'It would expire before it was awarded. Change one of the two days.',
    )
  }
  if (expiresOn && expiresOn > addMonths(scope.today, 12 * MAX_YEARS_VALID)) {
    throw new Invalid('expiresOn', 'That is very far away. Check the year, or leave it empty.')
  }
}

/** The same badge on another day is a renewal; on the same day it is the same award. */
async function refuseTwice(
  scope: Scope,
  id: string,
  given: { title: string; issuer: string; achievementId: string | null; awardedOn: string },
) {
  const sameDay = await scope.db
    .select({
      id: awards.id,
      title: awards.title,
      issuer: awards.issuer,
      achievementId: awards.achievementId,
    })
    .from(awards)
    .where(
      and(
        eq(awards.memberId, scope.actor.id),
        eq(awards.awardedOn, given.awardedOn),
        ne(awards.id, id),
        ne(awards.verification, 'refused'),
      ),
    )
  const same = sameDay.find(
    (award) =>
      (award.achievementId !== null && award.achievementId === given.achievementId) ||
      (fold(award.title) === fold(given.title) && fold(award.issuer) === fold(given.issuer)),
  )
  if (!same) return
  throw new Invalid(
    'title',
    `“${same.title}” of that day is in your record already. Open that one, or change the day.`,
    same.id,
  )
}
