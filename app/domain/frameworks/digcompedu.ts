/**
 * The European Framework for the Digital Competence of Educators: areas and competences.
 * Redecker, C., Punie, Y. (ed), EUR 28775 EN, 2017, doi:10.2760/159770.
 */
export const DIGCOMPEDU = {
  id: 'digcompedu-2017',
  title: 'DigCompEdu',
  attribution:
    'Redecker, C. European Framework for the Digital Competence of Educators: DigCompEdu. Punie, Y. (ed). EUR 28775 EN, 2017, doi:10.2760/159770, JRC107466. © European Union, 2017. Reuse authorised with acknowledgement.',
  areas: [
    {
      code: '1',
      label: 'Professional Engagement',
      competencies: [
        ['1.1', 'Organisational communication'],
        ['1.2', 'Professional collaboration'],
        ['1.3', 'Reflective practice'],
        ['1.4', 'Digital continuous professional development'],
      ],
    },
    {
      code: '2',
      label: 'Digital Resources',
      competencies: [
        ['2.1', 'Selecting digital resources'],
        ['2.2', 'Creating and modifying digital content'],
        ['2.3', 'Managing, protecting and sharing digital resources'],
      ],
    },
    {
      code: '3',
      label: 'Teaching and Learning',
      competencies: [
        ['3.1', 'Teaching'],
        ['3.2', 'Guidance'],
        ['3.3', 'Collaborative learning'],
        ['3.4', 'Self-regulated learning'],
      ],
    },
    {
      code: '4',
      label: 'Assessment',
      competencies: [
        ['4.1', 'Assessment strategies'],
        ['4.2', 'Analysing evidence'],
        ['4.3', 'Feedback and planning'],
      ],
    },
    {
      code: '5',
      label: 'Empowering Learners',
      competencies: [
        ['5.1', 'Accessibility and inclusion'],
        ['5.2', 'Differentiation and personalisation'],
        ['5.3', 'Actively engaging learners'],
      ],
    },
    {
      code: '6',
      label: "Facilitating Learners' Digital Competence",
      competencies: [
        ['6.1', 'Information and media literacy'],
        ['6.2', 'Digital communication and collaboration'],
        ['6.3', 'Digital content creation'],
        ['6.4', 'Responsible use'],
        ['6.5', 'Digital problem solving'],
      ],
    },
  ],
} as const
