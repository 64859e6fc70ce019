import type { GradeBand, Role } from '#db/words'

/** Roles an audience may be narrowed to; without one it is everybody who learns. */
export const AUDIENCE_ROLES = {
  educator: 'educators',
  coach: 'coaches',
  principal: 'principals',
  coordinator: 'coordinators',
  administrator: 'administrators',
} satisfies Partial<Record<Role, string>>

export type AudienceRole = keyof typeof AUDIENCE_ROLES

/** The roles of those who learn: whom an audience without a role is for. */
export const LEARNING_ROLES = Object.keys(AUDIENCE_ROLES) as Role[]

export const GRADE_BANDS: Record<GradeBand, string> = {
  elementary: 'elementary schools',
  middle: 'middle schools',
  high: 'high schools',
}
