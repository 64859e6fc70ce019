import type { Role } from '#db/words'

export const MAX_NAME_LENGTH = 60
/** How many subjects can be entered for somebody. */
export const MAX_SUBJECTS = 20

/** How far somebody has come with signing in, and whether they work here. */
export const MEMBER_STATES = {
  joined: 'Can sign in',
  invited: 'Invited',
  not_invited: 'Not invited yet',
  left: 'Works nowhere now',
} as const

export type MemberState = keyof typeof MEMBER_STATES
export const MEMBER_STATE_NAMES = Object.keys(MEMBER_STATES) as MemberState[]

export const MEMBER_SORTS = ['name', '-name', 'hired', '-hired'] as const
export type MemberSort = (typeof MEMBER_SORTS)[number]

/** The roles that are for the district as a whole, and stand at its top. */
const OF_DISTRICT: readonly Role[] = ['coordinator', 'administrator', 'auditor']

/**
 * Why somebody cannot have a role at an organization, or null when they can. The roles that see the
 * whole district are given at its top; a principal there would decide for every school.
 */
export function misplacedRole(role: Role, organization: { kind: string; parentId: string | null }) {
  if (OF_DISTRICT.includes(role) && organization.parentId !== null) {
    return `The role of ${role} is one for the whole district. Choose the district.`
  }
  if (role === 'principal' && organization.kind === 'district') {
    return 'A principal decides for one school. Choose the school.'
  }
  return null
}
