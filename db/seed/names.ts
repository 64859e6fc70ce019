import { idOf } from './id'

/** The words that everybody in the world signs in with. */
export const DEMO_PASSWORD = 'cairn demo only!'

/** Somebody whom the tests and the demonstration know by name. */
export type Person = {
  /** The member's id. */
  id: string
  userId: string
  givenName: string
  familyName: string
  name: string
  email: string
  /** The slug of the district. */
  district: string
}

/** Compares the districts of the state that both are in, and is a member of neither. */
export const STATE_VIEWER = namePerson('state', 'Stella', 'Stone')

/** Everything in the world that has a name: the people, and one row in each state. */
export type World = ReturnType<typeof nameWorld>
export type DistrictWorld = World['southside']

/**
 * The identifiers of the world, which follow from the names alone: they are known without a
 * database, and the same in each.
 */
export function nameWorld() {
  const northside = nameDistrict(1, 'northside', 'Northside Public Schools')
  const southside = nameDistrict(2, 'southside', 'Southside Regional School District')
  return {
    northside: {
      ...northside,
      schools: { ...northside.schools, high: idOf('northside/organization/high') },
      /** The principal of the high school. */
      paul: namePerson('northside', 'Paul', 'Park'),
    },
    southside,
  }
}

function nameDistrict(id: number, slug: string, name: string) {
  const row = (table: string) => (key: string) => idOf(`${slug}/${table}/${key}`)
  const rows = <K extends string>(table: string, ...keys: K[]) =>
    Object.fromEntries(keys.map((key) => [key, row(table)(key)])) as Record<K, string>
  const person = (givenName: string, familyName: string) => namePerson(slug, givenName, familyName)

  return {
    id,
    slug,
    name,
    /** The top of the organizations. */
    organization: row('organization')('district'),
    schools: rows('organization', 'elementary', 'middle'),

    /** Educator at the middle school; has a row in each state. */
    ana: person('Ana', 'Álvarez'),
    /** Educator at the middle school. */
    ben: person('Ben', 'Brooks'),
    /** Principal of the middle school. */
    mara: person('Mara', 'Ortiz'),
    /** Coordinator of the district. */
    ming: person('Ming', 'Li'),
    /** Administrator of the district. */
    rosa: person('Rosa', 'Reyes'),
    /** Auditor of the district. */
    ida: person('Ida', 'Ibarra'),
    /** Principal of the elementary school. */
    dev: person('Dev', 'Desai'),
    /** Educator at the elementary school, out of Mara's sight. */
    cora: person('Cora', 'Chen'),
    /** Hired this summer at the middle school; has logged nothing. */
    theo: person('Theo', 'Tran'),
    /** Moved from the middle to the elementary school when the last school year began. */
    nora: person('Nora', 'Novak'),
    /** Two hats: educator at the middle school and coach for the district. */
    omar: person('Omar', 'Osei'),
    /** Left the middle school at the end of the last school year. */
    gwen: person('Gwen', 'Grant'),

    /** Ana's, but for those that are named after another owner. */
    activities: rows(
      'activity',
      'draft',
      'submitted',
      'approved',
      'returned',
      'denied',
      'withdrawn',
      /** Returned once, sent again, waiting. */
      'resubmitted',
      'ofBen',
      /** Ben's, waiting longer than the clock allows. */
      'overdue',
      'ofMara',
      'ofCora',
      /** Earned at the middle school, before Nora moved. */
      'ofNora',
      /** Earned in the last school year, at whose end Gwen left. */
      'ofGwen',
    ),
    /** What was sent, named after what it is about. */
    submissions: rows(
      'submission',
      'waiting',
      'approved',
      'returned',
      'denied',
      'withdrawn',
      'resubmittedFirst',
      'resubmitted',
      'overdue',
      'ofMara',
      'ofCora',
      'completion',
      'award',
      'evidence',
    ),
    /** Reports that were frozen. */
    snapshots: rows('snapshot', 'june'),
    courses: rows(
      'course',
      'ai',
      'privacy',
      'accessibility',
      'media',
      'classroom',
      'coding',
      'assessment',
      /** No longer offered. */
      'retired',
    ),
    /** Ana's. */
    completions: rows('completion', 'approved', 'waiting', 'returned', 'imported'),
    achievements: rows(
      'achievement',
      'googleOne',
      'googleTwo',
      'iste',
      'microsoft',
      'apple',
      'commonSense',
      'digitalPromise',
    ),
    /** What Ana's hours were used for; the last is a stipend that has lapsed. */
    uses: rows('use', 'payLane', 'stipend', 'lapsed'),
    /** Ana's; the one that is not verified waits for a decision. */
    awards: rows('award', 'notVerified', 'verified', 'expiring', 'expired', 'refused'),
    /** Ana's, but for Ben's. */
    goals: rows('goal', 'open', 'met', 'partlyMet', 'notMet', 'withdrawn', 'ofBen'),
    /** What goals serve; the last one is retired. */
    priorities: rows('priority', 'access', 'ai', 'feedback', 'remote'),
    checkIns: rows('check-in', 'first', 'second'),
    pathways: rows('pathway', 'ai', 'privacy', 'accessibility', 'draft'),
    /** The first version of the pathway of the same name; it is the one that holds. */
    versions: rows('version', 'ai', 'privacy', 'accessibility', 'draft'),
    /** The keys of the steps, which each version of a pathway keeps. */
    steps: rows(
      'step',
      'aiCourse',
      'aiMinutes',
      'aiResponsible',
      'aiEvidence',
      'aiBadge',
      'privacyCourse',
      'privacyMinutes',
      'privacyEvidence',
      'accessibilityCourse',
      'accessibilityInclusion',
      'accessibilityDifferentiation',
      'accessibilityEvidence',
      'accessibilityBadge',
      'draftCourse',
      'draftMinutes',
    ),
    assignments: rows(
      'assignment',
      /** Privacy, for all educators, with a fixed day. */
      'mandated',
      /** Accessibility, for the middle school. */
      'recommended',
      /** AI literacy, for those hired since the spring, with days from enrollment. */
      'newHires',
      /** AI literacy, for whoever wants it. */
      'offered',
      'ended',
    ),
    enrollments: rows(
      'enrollment',
      /** Ana on AI literacy, with some steps done. */
      'engaged',
      /** Ben on privacy, with no step done. */
      'notEngaged',
      /** Ana on privacy. */
      'completed',
      /** Omar on privacy, for a few weeks more. */
      'expiring',
      /** Nora on privacy, no longer current. */
      'expired',
      /** Cora on AI literacy, taken back. */
      'ended',
      /** Theo on AI literacy, as a new hire. */
      'newHire',
    ),
    evidence: rows(
      'evidence',
      /** Of Ana's approved activity. */
      'link',
      /** Of Ana's submitted activity. */
      'text',
      /** Of Ana's open goal. */
      'goal',
      /** Of Ana's badge that waits. */
      'award',
      /** Of a step of Ana's engaged enrollment, waiting for a decision. */
      'step',
    ),
    /** Ana's two in Massachusetts, and those of others. */
    licenses: rows('license', 'primary', 'additional', 'ofBen', 'ofNora', 'ofOmar'),
    /** Ana's, but for those that are named after another owner. */
    cycles: rows('cycle', 'open', 'closed', 'ofBen', 'ofNora', 'ofOmar'),
    recordView: row('record-view')('ofAna'),
    /** An import that found no staff in its file; only in the world of the tests. */
    rosterImport: row('roster-import')('failed'),
  }
}

function namePerson(district: string, givenName: string, familyName: string): Person {
  const name = `${givenName} ${familyName}`
  const account = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.')
  const email = `${account}@${district}.example`
  return {
    id: idOf(`${district}/member/${account}`),
    userId: idOf(`${district}/user/${account}`),
    givenName,
    familyName,
    name,
    email,
    district,
  }
}
