import type { Template } from './template'

export const privacy: Template = {
  key: 'privacy',
  title: 'Student data privacy and cybersecurity',
  description: 'What every educator has to know before a tool sees a student’s name.',
  validMonths: 12,
  ordered: true,
  parts: [
    {
      title: 'Take this year’s course',
      instructions:
        'Choose the course by which your district teaches its privacy rules, passwords and phishing.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Go through your own tools with a colleague',
      instructions: 'For each tool: which data of students does it hold, and who may see it?',
      asks: [
        {
          kind: 'activity_minutes',
          competencies: ['digcompedu-2017/2.3', 'digcompedu-2017/6.4'],
          minutes: 60,
        },
      ],
    },
    {
      title: 'List the tools you use and the agreement behind each',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'Every tool that students sign in to is on the list',
            'Each has an agreement with the district, or is marked to be replaced',
          ],
        },
      ],
    },
  ],
}
