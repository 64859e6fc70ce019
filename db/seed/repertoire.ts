import type { ActivityKind } from '../words'

/** What educators log: by kind, how often, how long, from whom, and about what. */
type Kind = {
  /** How many of a thousand activities are of this kind. */
  weight: number
  minutes: number[]
  providers: string[]
  /** Titles, each with the competencies that it is about. */
  titles: [string, ...string[]][]
}

export const OWN = 'Northside Public Schools'

export const REPERTOIRE: Partial<Record<ActivityKind, Kind>> = {
  workshop: {
    weight: 250,
    minutes: [60, 90, 90, 120, 180, 360],
    providers: [OWN, OWN, OWN, 'MassCUE'],
    titles: [
      ['Google Classroom: rubrics and feedback', '4.3'],
      ['Prompting for lesson plans', '2.1'],
      ['Accessible slides in an hour', '5.1'],
      ['Captions and transcripts for class video', '5.1', '2.2'],
      ['Interactive whiteboards beyond the pen', '3.1'],
      ['Who sees our students’ data?', '2.3'],
      ['Passwords, phishing and the front office', '2.3'],
      ['Fact-checking with students', '6.1'],
      ['Choice boards with digital tools', '5.2'],
      ['Talking about AI and honesty', '6.4'],
      ['Spreadsheets for reading data', '4.2'],
      ['Micro:bit for beginners', '6.3', '6.5'],
    ],
  },
  plc: {
    weight: 240,
    minutes: [45, 45, 60, 60, 75, 90],
    providers: [OWN],
    titles: [
      ['Looking at digital exit tickets', '4.2'],
      ['Grade-level team: shared course sites', '1.2'],
      ['Text-to-speech in the reading block', '5.1'],
      ['AI in our assignments: what changes?', '6.4'],
      ['Comparing adaptive math platforms', '2.1'],
      ['Reviewing our list of classroom apps', '2.3'],
      ['Student portfolios: what goes in', '4.3'],
      ['Small groups with station rotation', '5.2', '3.3'],
      ['Family messages in four languages', '1.1'],
    ],
  },
  independent_study: {
    weight: 150,
    minutes: [30, 45, 60, 60, 90, 120],
    providers: [],
    titles: [
      ['Learning to edit screencasts', '2.2'],
      ['Reading on generative AI in writing class', '2.1', '6.4'],
      ['Trying three quiz tools with my own items', '4.1'],
      ['Building a template in the LMS', '2.2'],
      ['Keyboard shortcuts and screen readers', '5.1'],
      ['Podcast series on media literacy', '6.1'],
      ['Learning Scratch over the break', '6.3'],
    ],
  },
  online_course: {
    weight: 110,
    minutes: [60, 120, 120, 180, 300, 480],
    providers: [OWN, OWN, 'ISTE', 'Common Sense Education'],
    titles: [
      ['Fundamentals of Google tools for teaching', '2.2'],
      ['Foundations of AI in schools', '2.1'],
      ['Universal design for learning online', '5.1', '5.2'],
      ['Teaching computational thinking', '6.5'],
      ['Digital assessment design', '4.1'],
      ['Cybersecurity awareness for staff', '2.3'],
    ],
  },
  coaching_received: {
    weight: 90,
    minutes: [30, 45, 45, 60],
    providers: [OWN],
    titles: [
      ['Coaching: a first lesson with Chromebooks', '3.1'],
      ['Coaching: feedback by voice and video', '4.3'],
      ['Coaching: differentiating in the LMS', '5.2'],
      ['Coaching: setting up accommodations', '5.1'],
      ['Coaching: planning with an AI assistant', '2.1'],
    ],
  },
  mandated_training: {
    weight: 50,
    minutes: [30, 45, 60],
    providers: [OWN],
    titles: [
      ['Internet safety and cyberbullying', '6.4'],
      ['Acceptable use: what is new this year', '2.3'],
      ['Student records and confidentiality', '2.3'],
    ],
  },
  conference: {
    weight: 35,
    minutes: [300, 360, 360, 420],
    providers: ['MassCUE', 'ISTE', 'CSTA'],
    titles: [
      ['State edtech conference', '1.4'],
      ['Regional conference on AI in schools', '2.1', '6.4'],
      ['Computer science teachers’ meeting', '6.5'],
    ],
  },
  peer_observation: {
    weight: 30,
    minutes: [30, 45, 45],
    providers: [OWN],
    titles: [
      ['Visit: a flipped lesson', '3.4'],
      ['Visit: students making a podcast', '6.3'],
    ],
  },
  curriculum_development: {
    weight: 25,
    minutes: [120, 180, 240, 360],
    providers: [OWN],
    titles: [
      ['Writing a media-literacy unit', '6.1'],
      ['Rebuilding a unit for the LMS', '2.2'],
    ],
  },
  presenting: {
    weight: 12,
    minutes: [60, 90],
    providers: [OWN],
    titles: [
      ['Showing my course site to the department', '1.2'],
      ['Session for new colleagues: our tools', '1.2'],
    ],
  },
  institute: {
    weight: 8,
    minutes: [720, 900, 1080],
    providers: ['ISTE', 'CAST'],
    titles: [['Summer institute: learning with technology', '3.1', '5.3']],
  },
}

/** How many of a thousand activities are of each kind. */
export const WEIGHTS = Object.entries(REPERTOIRE).map(
  ([kind, { weight }]) => [kind as ActivityKind, weight] as const,
)

export const PROOF_PAGES = [
  'https://example.org/certificates',
  'https://example.org/slides',
  'https://example.org/notes',
]

export const RETURN_QUESTIONS = [
  'Which part of it was about technology?',
  'The hours look high for one afternoon. Please check them.',
  'Please attach the certificate, or a line on what you did.',
]

export const DENIALS = [
  'This was a staff meeting, which the contract does not count.',
  'It was logged by the whole team already; one entry each is enough.',
]

/** Goals as they are set in October. */
export const GOALS: { title: string; target: string; competency: string }[] = [
  {
    title: 'Give feedback by voice and video',
    target: 'One round of recorded feedback in each unit',
    competency: '4.3',
  },
  {
    title: 'Make my course site usable for everybody',
    target: 'Every page passes the accessibility checker',
    competency: '5.1',
  },
  {
    title: 'Teach students to check what AI writes',
    target: 'Three lessons, each with a source check',
    competency: '6.4',
  },
  {
    title: 'Use quiz results the next morning',
    target: 'Regroup students after each weekly quiz',
    competency: '4.2',
  },
  {
    title: 'Offer two ways to show what was learned',
    target: 'A choice of format in every project',
    competency: '5.2',
  },
  {
    title: 'Start with coding in science',
    target: 'Two units with a simulation students change',
    competency: '6.5',
  },
]
