import type { Template } from './template'

export const accessibility: Template = {
  key: 'accessibility',
  title: 'Accessibility and UDL with technology',
  description:
    'Materials that every student can read, hear and answer, planned for from the start.',
  parts: [
    {
      title: 'Learn the foundations',
      instructions:
        'Choose a course from your catalog on accessible digital materials or on Universal Design for Learning.',
      asks: [{ kind: 'course' }],
    },
    {
      title: 'Work on your own materials',
      requiredSteps: 2,
      steps: [
        {
          title: 'Make a unit accessible',
          instructions:
            'Headings, alternative texts, captions, contrast: go through the documents and videos of one unit.',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/5.1'], minutes: 180 }],
        },
        {
          title: 'Plan different ways to learn and to answer',
          instructions:
            'Change one unit so that students choose how they take in and show what they know.',
          asks: [{ kind: 'activity_minutes', competencies: ['digcompedu-2017/5.2'], minutes: 120 }],
        },
        {
          title: 'Meet a goal for students who need it most',
          instructions: 'Set it with a baseline, and close it with what you saw.',
          asks: [
            {
              kind: 'goal',
              goalKind: 'student_learning',
              competencies: ['digcompedu-2017/5.1', 'digcompedu-2017/5.2'],
            },
          ],
        },
      ],
    },
    {
      title: 'Show one unit before and after',
      asks: [
        {
          kind: 'evidence',
          rubric: [
            'Texts and images can be read by a screen reader',
            'Videos have captions',
            'Students have more than one way to show what they know',
          ],
        },
      ],
    },
  ],
}
