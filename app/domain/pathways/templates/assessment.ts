import type { Template } from './template'

export const assessment: Template = {
  key: 'assessment',
  title: 'LMS and digital assessment',
  description:
    'A course space that students find their way in, and digital assessment that tells you what to teach next.',
  parts: [
    {
      title: 'Learn your learning management system',
      instructions: 'Choose the course on the system that your district uses.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Assess, read, give feedback',
      ordered: true,
      steps: [
        {
          title: 'Try two ways of assessing',
          instructions: 'A quiz, a portfolio, an exit ticket: compare what each tells you.',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/4.1'], minutes: 120 }],
        },
        {
          title: 'Read what the results say',
          instructions: 'With your team: where do students stand, and what does it leave open?',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/4.2'], minutes: 60 }],
        },
        {
          title: 'Give feedback and plan what comes next',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/4.3'], minutes: 60 }],
        },
      ],
    },
    {
      title: 'Show one assessment and what you did with it',
      instructions: 'Without names of students.',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'The assessment fits what was to be learned',
            'It says what the results showed',
            'It says what was taught differently afterwards',
          ],
        },
      ],
    },
  ],
}
