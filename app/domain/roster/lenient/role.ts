import type { RosterOptions, RosterRole } from '../roster'

/** A staff role about which a person has to be asked. */
export type QuestionedRole = 'administrator' | 'districtadministrator' | 'systemadministrator'

/** Who somebody is by a role of the roster. */
export type RoleReading = StaffReading | { standing: 'student' | 'parent' | 'other' }

/** A role of staff, and the question that it raises. */
export type StaffReading = { standing: 'staff'; role: RosterRole; ask: QuestionedRole | null }

const staff = (role: RosterRole, ask: QuestionedRole | null = null): StaffReading => ({
  standing: 'staff',
  role,
  ask,
})

const READINGS = new Map<string, RoleReading>([
  ['principal', staff('principal')],
  ['teacher', staff('educator')],
  ['aide', staff('educator')],
  ['counselor', staff('educator')],
  ['proctor', staff('educator')],
  ['siteadministrator', staff('educator')],
  ['administrator', staff('educator', 'administrator')],
  ['districtadministrator', staff('educator', 'districtadministrator')],
  ['systemadministrator', staff('educator', 'systemadministrator')],
  ['student', { standing: 'student' }],
  ['parent', { standing: 'parent' }],
  ['guardian', { standing: 'parent' }],
  ['relative', { standing: 'parent' }],
])

/**
 * Reads a role of `users.csv` (1.1) or `roles.csv` (1.2), in any spelling of case and blanks.
 *
 * Rights never come from a roster: administrators of the district or the system are educators
 * until a person decides otherwise, and so is the `administrator` of 1.1, unless the district
 * has said what it means by it.
 */
export function readRole(cell: string, options: RosterOptions): RoleReading {
  const known = READINGS.get(cell.toLowerCase().replace(/[\s_-]/g, ''))
  if (known?.standing === 'staff' && known.ask === 'administrator' && options.administratorRole) {
    return staff(options.administratorRole)
  }
  if (known) return known

  const decided = options.otherRoles?.get(cell.toLowerCase())
  return decided && decided !== 'skip' ? staff(decided) : { standing: 'other' }
}
