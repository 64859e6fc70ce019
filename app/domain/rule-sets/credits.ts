/** What something can be counted in before a rule set converts it, with the words people use. */
export const CREDITS = {
  clock_hour: { one: 'clock hour', many: 'clock hours' },
  semester_hour: { one: 'semester hour', many: 'semester hours' },
  quarter_hour: { one: 'quarter hour', many: 'quarter hours' },
  ceu: { one: 'CEU', many: 'CEUs' },
  presenting_hour: { one: 'hour presented', many: 'hours presented' },
  pgp: { one: 'professional growth plan', many: 'professional growth plans' },
  inservice_credit: { one: 'in-service credit', many: 'in-service credits' },
  lpdc_equivalent: { one: 'equivalent activity', many: 'equivalent activities' },
  dppd_hour: {
    one: 'hour of district-provided professional development',
    many: 'hours of district-provided professional development',
  },
  subject_area_test_passed: { one: 'subject area test', many: 'subject area tests' },
  national_board_certification: {
    one: 'National Board Certification',
    many: 'National Board Certifications',
  },
  national_board_renewal: {
    one: 'renewal of National Board Certification',
    many: 'renewals of National Board Certification',
  },
  performance_assessment: { one: 'performance assessment', many: 'performance assessments' },
  micro_credential: { one: 'micro-credential', many: 'micro-credentials' },
} as const

export type Credit = keyof typeof CREDITS

/** The levels of a college course that rule sets tell apart. */
export const COURSE_LEVELS = {
  graduate: 'Graduate',
  upper_undergraduate_new_content: 'Upper-level undergraduate, new content',
  other_undergraduate: 'Other undergraduate',
  audited: 'Audited',
} as const

export type CourseLevel = keyof typeof COURSE_LEVELS

/** `3 semester hours`. @param amount in whole or decimal ones */
export function creditWords(amount: number, credit: string) {
  const words = CREDITS[credit as Credit] ?? { one: credit, many: credit }
  return `${amount} ${amount === 1 ? words.one : words.many}`
}

/** `Semester hours`, for a list to choose from. */
export function creditLabel(credit: string) {
  const many = CREDITS[credit as Credit]?.many ?? credit
  return many.charAt(0).toUpperCase() + many.slice(1)
}

/** `22.5 PDPs`. @param amount in units with at most three decimals */
export const unitWords = (amount: number, unit: { one: string; many: string }) =>
  `${amount} ${amount === 1 ? unit.one : unit.many}`
