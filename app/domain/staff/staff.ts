import type { Role } from '#db/words'

/** What each role is called. */
export const ROLES: Record<Role, string> = {
  educator: 'Educator',
  coach: 'Coach',
  principal: 'Principal',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
  auditor: 'Auditor',
}

export const ROLE_NAMES = Object.keys(ROLES) as Role[]

export const STAFF_SORTS = ['name', '-name', 'hours', '-hours', 'last', '-last'] as const
export type StaffSort = (typeof STAFF_SORTS)[number]

/** Ways to narrow the list to those who may need help. */
export const STAFF_NEEDS = {
  waiting: 'Something waits for a decision',
  quiet: 'Nothing logged this year',
  overdue: 'A pathway is overdue',
} as const
export type StaffNeed = keyof typeof STAFF_NEEDS
export const STAFF_NEED_NAMES = Object.keys(STAFF_NEEDS) as StaffNeed[]
