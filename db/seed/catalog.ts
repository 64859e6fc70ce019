import type { StepKind } from '../words'
import type { DistrictWorld } from './names'

type Course = { title: string; provider: string | null; minutes: number }
type Achievement = { title: string; issuer: string; months: number | null }
type Step = {
  key: keyof DistrictWorld['steps']
  title: string
  instructions?: string
  /** What a reviewer looks for. */
  rubric?: string[]
} & (
  | { kind: Extract<StepKind, 'course'>; course: keyof DistrictWorld['courses'] }
  | { kind: Extract<StepKind, 'activity_minutes'>; competency: string; minutes: number }
  | { kind: Extract<StepKind, 'badge'>; achievement: keyof DistrictWorld['achievements'] }
  | { kind: Extract<StepKind, 'evidence'> }
)
type Pathway = {
  title: string
  description: string
  validMonths?: number
  requiredSteps?: number
  steps: Step[]
}

/** The catalog of both districts. */
export const COURSES: Record<keyof DistrictWorld['courses'], Course> = {
  ai: { title: 'Generative AI for educators', provider: 'Google for Education', minutes: 120 },
  privacy: { title: 'Student data privacy essentials', provider: null, minutes: 90 },
  accessibility: { title: 'Digital accessibility foundations', provider: 'CAST', minutes: 150 },
  media: {
    title: 'Teaching digital citizenship',
    provider: 'Common Sense Education',
    minutes: 60,
  },
  classroom: { title: 'Google Classroom from the ground up', provider: null, minutes: 180 },
  coding: { title: 'Computer science fundamentals', provider: 'Code.org', minutes: 300 },
  assessment: { title: 'Digital assessment and feedback', provider: 'ISTE', minutes: 240 },
  retired: { title: 'Teaching from home: first steps', provider: null, minutes: 120 },
}

/** The badges that both districts know, and for how many months each holds. */
export const ACHIEVEMENTS: Record<keyof DistrictWorld['achievements'], Achievement> = {
  googleOne: {
    title: 'Google Certified Educator Level 1',
    issuer: 'Google for Education',
    months: 36,
  },
  googleTwo: {
    title: 'Google Certified Educator Level 2',
    issuer: 'Google for Education',
    months: 36,
  },
  iste: { title: 'ISTE Certified Educator', issuer: 'ISTE+ASCD', months: 36 },
  microsoft: { title: 'Microsoft Learn: accessible classrooms', issuer: 'Microsoft', months: null },
  apple: { title: 'Apple Teacher', issuer: 'Apple', months: null },
  commonSense: { title: 'Common Sense Educator', issuer: 'Common Sense', months: 12 },
  digitalPromise: {
    title: 'Micro-credential: evaluating AI tools',
    issuer: 'Digital Promise',
    months: null,
  },
}

/** The pathways of both districts, as their first version has them. */
export const PATHWAYS: Record<keyof DistrictWorld['pathways'], Pathway> = {
  ai: {
    title: 'AI literacy for educators',
    description:
      'What generative AI can and cannot do, where it helps with planning, and how to speak about it with students.',
    validMonths: 24,
    steps: [
      {
        key: 'aiCourse',
        kind: 'course',
        title: 'Take the introduction',
        course: 'ai',
      },
      {
        key: 'aiMinutes',
        kind: 'activity_minutes',
        title: 'Try out tools for planning lessons',
        instructions: 'Alone or with colleagues; compare what a tool gives you with your own work.',
        competency: 'digcompedu-2017/2.1',
        minutes: 120,
      },
      {
        key: 'aiResponsible',
        kind: 'activity_minutes',
        title: 'Learn how to teach responsible use',
        competency: 'digcompedu-2017/6.4',
        minutes: 60,
      },
      {
        key: 'aiEvidence',
        kind: 'evidence',
        title: 'Show a lesson in which AI was used or discussed',
        instructions: 'A plan with a few lines on what you would change. No student names.',
      },
      {
        key: 'aiBadge',
        kind: 'badge',
        title: 'Earn a micro-credential',
        achievement: 'digitalPromise',
      },
    ],
  },
  privacy: {
    title: 'Student data privacy and cybersecurity',
    description: 'What every educator has to know before a tool sees a student’s name.',
    validMonths: 12,
    steps: [
      { key: 'privacyCourse', kind: 'course', title: 'Take the course', course: 'privacy' },
      {
        key: 'privacyMinutes',
        kind: 'activity_minutes',
        title: 'Go through your own tools with a colleague',
        competency: 'digcompedu-2017/2.3',
        minutes: 60,
      },
      {
        key: 'privacyEvidence',
        kind: 'evidence',
        title: 'List the tools you use and the agreement behind each',
      },
    ],
  },
  accessibility: {
    title: 'Accessibility and UDL with technology',
    description:
      'Materials that every student can read, hear and answer. Any four of the five steps.',
    requiredSteps: 4,
    steps: [
      {
        key: 'accessibilityCourse',
        kind: 'course',
        title: 'Learn the foundations',
        course: 'accessibility',
      },
      {
        key: 'accessibilityInclusion',
        kind: 'activity_minutes',
        title: 'Make your own materials accessible',
        competency: 'digcompedu-2017/5.1',
        minutes: 180,
      },
      {
        key: 'accessibilityDifferentiation',
        kind: 'activity_minutes',
        title: 'Plan for different ways to learn',
        competency: 'digcompedu-2017/5.2',
        minutes: 120,
      },
      {
        key: 'accessibilityEvidence',
        kind: 'evidence',
        title: 'Show one unit before and after',
        rubric: [
          'It names what kept some students out before',
          'Students choose how they read, hear or show something',
          'No student can be recognized',
        ],
      },
      {
        key: 'accessibilityBadge',
        kind: 'badge',
        title: 'Earn a badge in accessibility',
        achievement: 'microsoft',
      },
    ],
  },
  draft: {
    title: 'Media literacy and digital citizenship',
    description: 'Reading sources, spotting what is made up, and behaving well online.',
    steps: [
      { key: 'draftCourse', kind: 'course', title: 'Take the course', course: 'media' },
      {
        key: 'draftMinutes',
        kind: 'activity_minutes',
        title: 'Work on a unit with the librarian',
        competency: 'digcompedu-2017/6.1',
        minutes: 120,
      },
    ],
  },
}
