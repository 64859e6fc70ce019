/** `academicSessions.type` (OneRoster 1.1 §4.13.9, 1.2 `sessionType`). */
export const SESSION_TYPES = ['gradingPeriod', 'semester', 'schoolYear', 'term'] as const

/** `orgs.type` (OneRoster 1.1 §4.13.6, 1.2 `orgType`). */
export const ORGANIZATION_TYPES = [
  'department',
  'school',
  'district',
  'local',
  'state',
  'national',
] as const

/** `classes.classType`. */
export const CLASS_TYPES = ['homeroom', 'scheduled'] as const

/** `users.role` of 1.1, and `resources.roles` of both versions. */
export const USER_ROLES = [
  'administrator',
  'aide',
  'guardian',
  'parent',
  'proctor',
  'relative',
  'student',
  'teacher',
] as const

/** `roles.role` of 1.2. */
export const ROLES = [
  'aide',
  'counselor',
  'districtAdministrator',
  'guardian',
  'parent',
  'principal',
  'proctor',
  'relative',
  'siteAdministrator',
  'student',
  'systemAdministrator',
  'teacher',
] as const

/** `roles.roleType`. */
export const ROLE_TYPES = ['primary', 'secondary'] as const

/** `enrollments.role`. */
export const ENROLLMENT_ROLES = ['administrator', 'proctor', 'student', 'teacher'] as const

/** `demographics.sex` of 1.1. */
export const SEXES = ['male', 'female'] as const

/** `demographics.sex` of 1.2. */
export const SEXES_OF_1_2 = ['male', 'female', 'unspecified', 'other'] as const

/** `results.scoreStatus`. */
export const SCORE_STATUSES = [
  'exempt',
  'fully graded',
  'not submitted',
  'partially graded',
  'submitted',
] as const

/** `source` of the learning-objective files. */
export const OBJECTIVE_SOURCES = ['case', 'unknown'] as const

/** `resources.importance`. */
export const IMPORTANCES = ['primary', 'secondary'] as const
