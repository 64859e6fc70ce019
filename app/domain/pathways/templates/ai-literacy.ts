import type { Template } from './template'

export const aiLiteracy: Template = {
  key: 'ai-literacy',
  title: 'AI literacy for educators',
  description:
    'What generative AI can and cannot do, where it helps with planning, and how to speak about it with students.',
  validMonths: 24,
  parts: [
    {
      title: 'Learn what generative AI is',
      instructions:
        'Choose an introduction of an hour or two from your catalog: how the tools work, where they fail, and what your district allows.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Try it on your own work',
      requiredSteps: 1,
      steps: [
        {
          title: 'Plan lessons with it and compare',
          instructions:
            'Let a tool draft two or three lesson plans or materials, and set what it gives you beside your own work. No student names.',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/2.1'], minutes: 120 }],
        },
        {
          title: 'Look into the data and the terms of a tool',
          instructions:
            'Take one tool that colleagues use: what does it keep, who may see it, and is there an agreement with the district?',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/2.3'], minutes: 120 }],
        },
      ],
    },
    {
      title: 'Show a lesson in which AI is used or discussed',
      instructions: 'A plan with a few lines on what you would change next time.',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'It says what students are to understand about AI',
            'It says how students check what a tool tells them',
            'No student can be recognized',
          ],
        },
      ],
    },
  ],
}
