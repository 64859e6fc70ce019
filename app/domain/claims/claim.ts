import { COURSE_LEVELS, type CourseLevel, CREDITS, type Credit } from '../rule-sets/credits'

export { COURSE_LEVELS, CREDITS, type CourseLevel, type Credit }

/** What the rules of states call those who offer professional learning. */
export const PROVIDER_KINDS = {
  district: 'Our school or district',
  state_agency: 'A state agency',
  collaborative: 'An educational collaborative',
  registered_provider: 'A registered provider',
  approved_ctle_sponsor: 'An approved CTLE sponsor',
  approved_clock_hour_provider: 'An approved clock-hour provider',
  district_professional_learning_catalog: 'A district’s professional learning catalog',
  educator_designed: 'I designed it myself',
  college: 'A college or university',
  other: 'Somebody else',
} as const

export type ProviderKind = keyof typeof PROVIDER_KINDS

/** What shows that something was learned, and not only that somebody was there. */
export const PROOFS = {
  certificate: 'Certificate',
  transcript: 'Transcript',
  assessment_result: 'Assessment passed',
  product: 'Something I made: a lesson, a unit, a paper',
  supervisor_attestation: 'My supervisor saw it',
  open_badge: 'Badge',
  attendance_log: 'Attendance record only',
} as const

export type Proof = keyof typeof PROOFS

/** Proof of having been there alone, which shows no learning. */
export const ATTENDANCE_ONLY: Proof = 'attendance_log'

/** Other credits than clock hours that somebody can claim, commonest first. */
export const CLAIMED_CREDITS = [
  'semester_hour',
  'quarter_hour',
  'ceu',
  'micro_credential',
  'inservice_credit',
  'presenting_hour',
  'pgp',
  'subject_area_test_passed',
  'performance_assessment',
  'national_board_certification',
  'national_board_renewal',
] as const satisfies Credit[]

export const MAX_TOPIC = 120
/** At most so many whole ones of another credit in one claim. */
export const MAX_AMOUNT = 200

/** A category of a jurisdiction's rules: `US-MA/pedagogy`. */
export const categoryKey = (jurisdiction: string, category: string) => `${jurisdiction}/${category}`

/** The jurisdiction and the category of a key. */
export function readCategoryKey(key: string) {
  const at = key.indexOf('/')
  return { jurisdiction: key.slice(0, at), category: key.slice(at + 1) }
}

export const isCategoryKey = (key: string) =>
  /^[A-Z]{2}-[A-Z0-9]{1,3}\/[A-Za-z0-9_:.-]{1,100}$/.test(key)
