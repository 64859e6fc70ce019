import type { Role } from '../words'

/** The roles that a student information system exports; all others are given by a person. */
const ROSTER_ROLES: ReadonlySet<Role> = new Set<Role>(['educator', 'principal'])

/** Who has given somebody a role. */
export const sourceOf = (role: Role) => (ROSTER_ROLES.has(role) ? 'roster' : 'person')

/** Whether a roster knows somebody who has or had these roles. */
export const isInRoster = (roles: Role[]) => roles.some((role) => sourceOf(role) === 'roster')
