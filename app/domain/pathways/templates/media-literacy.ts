import type { Template } from './template'

export const mediaLiteracy: Template = {
  key: 'media-literacy',
  title: 'Media literacy and digital citizenship',
  description: 'Reading sources, spotting what is made up, and behaving well online.',
  parts: [
    {
      title: 'Take the course',
      instructions: 'Choose a course from your catalog on media literacy or digital citizenship.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Work on a unit with the librarian',
      instructions: 'How do students find a source, and how do they find out whether to trust it?',
      asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/6.1'], minutes: 120 }],
    },
    {
      title: 'Teach responsible use',
      instructions: 'What is said, shared and copied online, and what it does to others.',
      asks: [
        { kind: 'activity_minutes', competencies: ['digcompedu-2017/6.4'], minutes: 60 },
        {
          kind: 'goal',
          goalKind: 'student_learning',
          competencies: ['digcompedu-2017/6.4'],
        },
      ],
    },
    {
      title: 'Show a lesson on sources',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'Students compare at least two sources',
            'Students say how they decided which to trust',
          ],
        },
      ],
    },
  ],
}
