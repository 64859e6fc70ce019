import type { Template } from './template'

export const coaching: Template = {
  key: 'coaching',
  title: 'Coaching colleagues in technology use',
  description: 'Helping colleagues to try something new with technology, and to keep what works.',
  parts: [
    {
      title: 'Learn how to coach',
      instructions:
        'Choose a course from your catalog on coaching or on working with adult learners.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Coach two colleagues',
      instructions: 'Plan together, be there in the lesson, and look back together.',
      weight: 2,
      asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/1.2'], minutes: 360 }],
    },
    {
      title: 'Look at your own practice',
      instructions: 'Alone or in a group of coaches: what helped, and what would you leave out?',
      asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/1.3'], minutes: 60 }],
    },
    {
      title: 'Show what came of it',
      instructions: 'Only with the consent of the colleagues you coached.',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'It says what the colleague wanted to try',
            'It says what was different afterwards, and how one can tell',
          ],
        },
      ],
    },
  ],
}
