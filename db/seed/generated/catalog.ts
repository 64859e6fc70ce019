import type { AssignmentKind, GradeBand } from '../../words'

/** What a step asks for; each course and badge belongs to one step. */
export type StepPlan = { title: string } & (
  | { kind: 'course'; minutes: number; provider?: string }
  | { kind: 'badge'; issuer: string }
  | { kind: 'activity_minutes'; competency: string; minutes: number }
  | { kind: 'evidence' }
)

/** A pathway, and whom it was given to. */
export type PathwayPlan = {
  title: string
  description: string
  status?: 'draft' | 'retired'
  validMonths?: number
  requiredSteps?: number
  steps: StepPlan[]
  assignment?: {
    kind: AssignmentKind
    gradeBand?: GradeBand
    /** Only for those hired since; they have so many days from then. */
    newHires?: { dueDays: number }
    /** Begins anew each September for everybody. */
    isYearly?: boolean
    /** Of a hundred in the audience, how many are on it. */
    share: number
    daysAgo: number
    /** Days from today to the due date. */
    dueIn?: number
  }
}

/**
 * The pathways of a generated district. Their steps of activity minutes ask for competencies that
 * no other activity of the repertoire names, so that only what was logged for them counts.
 */
export const PATHWAYS: PathwayPlan[] = [
  {
    title: 'Student data privacy and cybersecurity',
    description: 'What every educator has to know before a tool sees a student’s name; every year.',
    validMonths: 12,
    steps: [
      { kind: 'course', title: 'Student data privacy, this year', minutes: 60 },
      { kind: 'evidence', title: 'List the tools you use and the agreement behind each' },
    ],
    assignment: { kind: 'mandated', isYearly: true, share: 100, daysAgo: 0, dueIn: 28 },
  },
  {
    title: 'AI literacy for educators',
    description: 'What generative AI can and cannot do, and how to speak about it with students.',
    validMonths: 24,
    steps: [
      { kind: 'course', title: 'Generative AI for educators', minutes: 120, provider: 'Google' },
      {
        kind: 'activity_minutes',
        title: 'Reflect on first tries with colleagues',
        competency: 'digcompedu-2017/1.3',
        minutes: 90,
      },
      { kind: 'evidence', title: 'Show a lesson in which AI was used or discussed' },
      { kind: 'badge', title: 'Evaluating AI tools', issuer: 'Digital Promise' },
    ],
    assignment: { kind: 'mandated', share: 100, daysAgo: 260, dueIn: 200 },
  },
  {
    title: 'Accessibility and UDL with technology',
    description: 'Materials that every student can read, hear and answer. Any three of the four.',
    requiredSteps: 3,
    steps: [
      { kind: 'course', title: 'Digital accessibility foundations', minutes: 150 },
      { kind: 'course', title: 'Universal design for learning', minutes: 120, provider: 'CAST' },
      { kind: 'evidence', title: 'Show one unit before and after' },
      { kind: 'badge', title: 'Accessible classrooms', issuer: 'Microsoft' },
    ],
    assignment: { kind: 'recommended', share: 100, daysAgo: 420, dueIn: 90 },
  },
  {
    title: 'The learning management system',
    description: 'From the first course site to feedback that students read.',
    steps: [
      { kind: 'course', title: 'The LMS from the ground up', minutes: 180 },
      {
        kind: 'activity_minutes',
        title: 'Guide a class through it with a coach',
        competency: 'digcompedu-2017/3.2',
        minutes: 60,
      },
    ],
    assignment: { kind: 'mandated', newHires: { dueDays: 120 }, share: 100, daysAgo: 1400 },
  },
  {
    title: 'Communication in an emergency',
    description: 'The tools that reach families and colleagues when it matters.',
    steps: [{ kind: 'course', title: 'Emergency communication', minutes: 45 }],
    assignment: { kind: 'mandated', share: 100, daysAgo: 75, dueIn: 14 },
  },
  {
    title: 'Media literacy',
    description: 'Reading sources, spotting what is made up, behaving well online.',
    steps: [
      { kind: 'course', title: 'Teaching media literacy', minutes: 120 },
      {
        kind: 'activity_minutes',
        title: 'Plan a unit on digital communication',
        competency: 'digcompedu-2017/6.2',
        minutes: 120,
      },
    ],
    assignment: { kind: 'recommended', gradeBand: 'middle', share: 100, daysAgo: 300, dueIn: 60 },
  },
  {
    title: 'Computer science in the elementary grades',
    description: 'Unplugged first, then blocks, then a small robot.',
    steps: [
      {
        kind: 'course',
        title: 'Computer science fundamentals',
        minutes: 300,
        provider: 'Code.org',
      },
      { kind: 'evidence', title: 'Show what a class has built' },
    ],
    assignment: {
      kind: 'recommended',
      gradeBand: 'elementary',
      share: 100,
      daysAgo: 240,
      dueIn: 40,
    },
  },
  {
    title: 'Digital assessment',
    description: 'Items worth asking, and what to do the next morning.',
    steps: [
      { kind: 'course', title: 'Assessment and feedback', minutes: 240, provider: 'ISTE' },
      { kind: 'evidence', title: 'Show an assessment and what followed from it' },
      { kind: 'badge', title: 'Data-driven instruction', issuer: 'Digital Promise' },
    ],
    assignment: { kind: 'recommended', gradeBand: 'high', share: 100, daysAgo: 200, dueIn: 100 },
  },
  {
    title: 'Blended learning',
    description: 'When the screen helps, and when it is in the way.',
    steps: [
      { kind: 'course', title: 'Blended learning in practice', minutes: 180 },
      { kind: 'evidence', title: 'Show two weeks of stations' },
    ],
    assignment: { kind: 'offered', share: 18, daysAgo: 500 },
  },
  {
    title: 'Data-informed teaching',
    description: 'From a spreadsheet to a decision about next week.',
    steps: [
      { kind: 'course', title: 'Spreadsheets for teaching', minutes: 150 },
      { kind: 'badge', title: 'Working with data', issuer: 'ISTE' },
    ],
    assignment: { kind: 'offered', share: 11, daysAgo: 400 },
  },
  {
    title: 'Teaching from home',
    description: 'First steps on video; no longer asked for.',
    status: 'retired',
    steps: [{ kind: 'course', title: 'Teaching on video', minutes: 90 }],
  },
  {
    title: 'Immersive media in science',
    description: 'Virtual field trips and what they need around them.',
    status: 'draft',
    steps: [{ kind: 'evidence', title: 'Plan one trip with its follow-up' }],
  },
]

/** Courses of the catalog beside those of the pathways: title and minutes. */
export const COURSES: [string, number][] = [
  ['Teaching digital citizenship', 60],
  ['Google Classroom from the ground up', 180],
  ['Recording lessons that work', 120],
  ['Feedback by voice and video', 60],
  ['Spreadsheets, first steps', 90],
  ['Keyboard access and screen readers', 120],
  ['Coding across the curriculum', 240],
  ['Podcasts with students', 90],
]

/** Badges that come from elsewhere: title, issuer and the months it holds. */
export const BADGES: [string, string, number | null][] = [
  ['Google Certified Educator Level 1', 'Google for Education', 36],
  ['Google Certified Educator Level 2', 'Google for Education', 36],
  ['ISTE Certified Educator', 'ISTE+ASCD', 36],
  ['Apple Teacher', 'Apple', null],
  ['Common Sense Educator', 'Common Sense', 12],
]
