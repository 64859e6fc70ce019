import { newId } from '#db/id'
import { eq, isNull } from '#db/query.server'
import { organizations, yardsticks } from '#db/schema'
import { schoolYearOf, schoolYearSpan } from '../calendar'
import { Invalid } from '../errors'
import { fold } from '../people/name'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import type { SettingsInput, YardstickInput } from './inputs.server'
import { hasBookedHours } from './queries.server'
import { MAX_YARDSTICK_MINUTES } from './settings'

/**
 * Changes the settings of the district; the organization at its top takes the same name.
 *
 * @throws Forbidden
 * @throws Invalid when the school year is moved after hours were booked to one
 */
export async function editSettings(scope: WriteScope, input: SettingsInput) {
  authorize(scope.actor, 'settings.edit')
  const { district } = scope
  const { administratorRole = null, ...given } = input
  if (given.schoolYearStartsOn !== district.schoolYearStartsOn && (await hasBookedHours(scope))) {
    throw new Invalid(
      'schoolYearStartsOn',
      'Hours are booked by school year already, and what was reported stays as it is. The school year cannot move any more.',
    )
  }
  await scope.db.updateDistrict({ ...given, administratorRole })
  if (given.name !== district.name) {
    await scope.db
      .update(organizations)
      .set({ name: given.name, sortName: fold(given.name) })
      .where(isNull(organizations.parentId))
  }
  await scope.record('settings.edited', null, { ...given, administratorRole })
}

/**
 * Sets the hours that are asked of an educator in a school year, from a day on; a second one from the
 * same day replaces the first. What held before stays.
 *
 * @throws Forbidden
 * @throws Invalid when the day is before this school year, or the hours are too many
 */
export async function setYardstick(scope: WriteScope, input: YardstickInput) {
  authorize(scope.actor, 'settings.edit')
  const { hours: minutes, startsOn } = input
  const { schoolYearStartsOn } = scope.district
  const { first } = schoolYearSpan(
    schoolYearOf(scope.today, schoolYearStartsOn),
    schoolYearStartsOn,
  )
  if (startsOn < first) {
    throw new Invalid(
      'startsOn',
      `Earlier school years are reported already. Choose ${first} or a later day.`,
    )
  }
  if (minutes > MAX_YARDSTICK_MINUTES) {
    throw new Invalid('hours', `Write at most ${MAX_YARDSTICK_MINUTES / 60} hours.`)
  }
  const [same] = await scope.db
    .update(yardsticks)
    .set({ minutes })
    .where(eq(yardsticks.startsOn, startsOn))
    .returning({ id: yardsticks.id })
  if (!same) await scope.db.insert(yardsticks).values({ id: newId(), minutes, startsOn })
  await scope.record('settings.edited', null, { yardstick: { minutes, startsOn } })
}
