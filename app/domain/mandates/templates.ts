import type { Strength } from '#db/words'
import type { Confidence } from '../rule-sets/rule-set'

/** A training that a state requires, or a district is known to require, ready to be switched on. */
export type MandateTemplate = {
  id: string
  /** ISO 3166-2. */
  jurisdiction: string
  title: string
  /** Who is to take it, in the words of the source. */
  audience: string
  /** The statute or rule; null where the source names none. */
  law: string | null
  /** Minutes that are asked for; null where the source names none. */
  minutes: number | null
  /** Months between two due dates; null where the source names no cadence. */
  everyMonths: number | null
  /** `MM-DD`, the day of the year by which it is due. */
  dueBy: string | null
  newHireDays: number | null
  /** The least strength of proof; null where the source names none. */
  proof: Strength | null
  retentionYears: number | null
  /** What the source leaves open, or what is more to know. */
  note: string | null
  confidence: Confidence
  /** When the source was read. */
  checkedOn: string
  sources: { address: string; dated: string }[]
}

const CHECKED = '2026-11-22'

const blank = {
  law: null,
  minutes: null,
  everyMonths: null,
  dueBy: null,
  newHireDays: null,
  proof: null,
  retentionYears: null,
  note: null,
  confidence: 'secondary',
  checkedOn: CHECKED,
} as const

const WESTPORT = [{ address: 'https://www.westportschools.org/staff/convocation/', dated: '2020' }]
const REGION_14 = [{ address: 'https://esc14.net/159730_3', dated: '2026' }]

/** The trainings that ship with the product, by state. What a source leaves open the district decides. */
export const MANDATE_TEMPLATES: readonly MandateTemplate[] = [
  {
    ...blank,
    id: 'us-ma-suicide',
    jurisdiction: 'US-MA',
    title: 'Suicide awareness and prevention',
    audience: 'licensed school personnel',
    law: 'MGL c. 71 s. 95',
    minutes: 120,
    everyMonths: 36,
    newHireDays: 180,
    note: 'Subject to appropriation. The law says within six months of hire; 180 days stand for them here.',
    sources: [{ address: 'https://statepolicies.nasbe.org/health/', dated: 'undated' }],
  },
  {
    ...blank,
    id: 'us-ma-ethics-summary',
    jurisdiction: 'US-MA',
    title: 'Summary of the conflict-of-interest law',
    audience: 'all public employees',
    everyMonths: 12,
    proof: 'self_reported',
    note: 'An acknowledgment that the summary was received, each year: the word of the person is what is asked for.',
    sources: WESTPORT,
  },
  {
    ...blank,
    id: 'us-ma-ethics-training',
    jurisdiction: 'US-MA',
    title: 'Conflict-of-interest training online',
    audience: 'all public employees',
    everyMonths: 24,
    retentionYears: 6,
    sources: WESTPORT,
  },
  {
    ...blank,
    id: 'us-ma-civil-rights',
    jurisdiction: 'US-MA',
    title: 'Civil rights',
    audience: 'all staff',
    everyMonths: 12,
    dueBy: '09-30',
    newHireDays: 30,
    note: 'The due date is the rule of one district; choose yours.',
    sources: [{ address: 'https://www.oxps.org/apps/pages/mandatory_training', dated: 'undated' }],
  },
  {
    ...blank,
    id: 'us-ma-bullying',
    jurisdiction: 'US-MA',
    title: 'Bullying prevention, with cyberbullying and internet safety',
    audience: 'all school staff',
    law: 'MGL c. 71 s. 37O',
    note: 'Ongoing by the statute and the district’s plan; the text that was read names no cadence.',
    sources: [
      {
        address:
          'https://statepolicies.nasbe.org/health/categories/social-emotional-climate/professional-development-for-bullying-prevention/massachusetts',
        dated: 'undated',
      },
    ],
  },
  {
    ...blank,
    id: 'us-md-ai',
    jurisdiction: 'US-MD',
    title: 'Artificial intelligence for educators and school leaders',
    audience: 'educators and school leaders',
    law: 'HB 1057 and SB 720 (2026)',
    note: 'In force since 1 June 2026; what was read names no cadence.',
    sources: [
      {
        address:
          'https://completeaitraining.com/news/maryland-requires-ai-literacy-in-k-12-schools-under-new-law/',
        dated: '2026-06',
      },
      { address: 'https://92q.com/5904884/', dated: '2026-06' },
    ],
  },
  {
    ...blank,
    id: 'us-oh-ai-policy',
    jurisdiction: 'US-OH',
    title: 'The district’s policy on artificial intelligence',
    audience: 'staff',
    law: 'HB 96',
    note: 'The law asks the district for a policy by 1 July 2026; training of staff is encouraged, not required.',
    sources: [
      { address: 'https://brightperiod.com/articles/district-ai-policy-deadline/', dated: '2026' },
      { address: 'https://www.industryslice.com/Newsletter/88_1301', dated: '2026' },
    ],
  },
  {
    ...blank,
    id: 'us-sc-tech-proficiency',
    jurisdiction: 'US-SC',
    title: 'Technology proficiency, aligned with the ISTE standards',
    audience: 'certified staff',
    law: 'Budget proviso on certified staff technology proficiency',
    everyMonths: 60,
    note: 'Confirmed up to fiscal year 2019–20; whether this year’s budget has it was not verified.',
    sources: [{ address: 'https://www.lexrich5.org/Page/9578', dated: '2016-17' }],
  },
  {
    ...blank,
    id: 'us-tx-ai-cyber-leaders',
    jurisdiction: 'US-TX',
    title: 'AI and cybersecurity awareness for leaders',
    audience: 'board members and the cybersecurity coordinator',
    law: 'HB 3512 (2025)',
    everyMonths: 12,
    dueBy: '08-31',
    note: 'First due on 31 August 2026. A course that the Department of Information Resources certified. Eligibility for grants depends on it.',
    sources: REGION_14,
  },
  {
    ...blank,
    id: 'us-tx-ai-staff',
    jurisdiction: 'US-TX',
    title: 'AI literacy and cybersecurity',
    audience: 'employees who use a computer for at least a quarter of their duties',
    law: 'HB 3512 (2025)',
    note: 'Checking accuracy, protecting personal data, ethics. The district sets the schedule with its cybersecurity coordinator, from 2026–27.',
    sources: REGION_14,
  },
  {
    ...blank,
    id: 'us-va-statutory',
    jurisdiction: 'US-VA',
    title: 'Trainings that the renewal of a license asks for',
    audience: 'license holders',
    note: 'Due with each renewal: the renewal page judges them; ask for them here only where the district wants them earlier.',
    sources: [
      {
        address: 'https://hcps.us/departments/human_resources/licensure/licensure_renewal',
        dated: 'undated',
      },
    ],
  },
]

/** What the source of a template leaves open, for the district to decide. */
export const openPointsOf = ({ everyMonths, dueBy, newHireDays, proof }: MandateTemplate) => [
  ...(everyMonths === null ? ['how often it is asked for'] : []),
  ...(dueBy === null ? ['by which day of the year it is due'] : []),
  ...(newHireDays === null ? ['how many days those have who come new'] : []),
  ...(proof === null ? ['what counts as proof'] : []),
]

/** A template by its id. */
export const findTemplate = (id: string) => MANDATE_TEMPLATES.find((each) => each.id === id)
