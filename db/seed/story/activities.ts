import { addDays, firstDayOf, weekday } from '../day'
import type { PlacedFile } from '../evidence'
import { log } from '../learning'
import type { Stage } from '../stage'
import type { Teller } from './teller'

/** Files that stand in the storage for the story to point to. */
export type StoryFiles = { certificate: PlacedFile; program: PlacedFile } | null

/** Ana's activities in each status, and some of other people. */
export function logActivities(stage: Stage, teller: Teller, files: StoryFiles) {
  const { names, schoolYear } = stage
  const { ago, sent, approved, returned, denied, withdrawn, unnamed } = teller
  const { activities, submissions, evidence } = names
  const ana = names.ana.id

  log(stage, {
    id: activities.draft,
    memberId: ana,
    title: 'Webinar: spotting what is made up',
    startedOn: ago(1),
  })
  log(
    stage,
    {
      id: activities.submitted,
      memberId: ana,
      title: 'Planning a unit with an AI assistant',
      kind: 'workshop',
      startedOn: ago(4),
      minutes: 90,
      provider: names.name,
      reflection:
        'The first answers were too general; with my own rubric in the prompt they were usable.',
      competencies: ['digcompedu-2017/2.1'],
      proof: {
        kind: 'text',
        id: evidence.text,
        name: 'Notes',
        content: 'Three prompts, what came back, and what I changed before using it in grade 7.',
      },
    },
    [sent(ago(3), submissions.waiting)],
  )
  log(
    stage,
    {
      id: activities.approved,
      memberId: ana,
      title: 'Writing accessible documents and slides',
      kind: 'workshop',
      startedOn: ago(40),
      minutes: 180,
      provider: 'CAST',
      location: 'Online',
      competencies: ['digcompedu-2017/5.1'],
      proof: { kind: 'link', id: evidence.link, url: 'https://example.org/accessible-documents' },
    },
    [sent(ago(38), submissions.approved), approved(ago(36))],
  )
  log(
    stage,
    {
      id: activities.returned,
      memberId: ana,
      title: 'State edtech conference, second day',
      kind: 'conference',
      startedOn: ago(15),
      minutes: 360,
      provider: 'MassCUE',
      fundingSource: 'title_ii_a',
      proof: files ? { kind: 'file', ...files.program } : undefined,
    },
    [
      sent(ago(13), submissions.returned),
      returned(ago(11), 'Which sessions did you go to? Two lines of notes are enough.'),
    ],
  )
  log(
    stage,
    {
      id: activities.denied,
      memberId: ana,
      title: 'Setting up my own website',
      kind: 'independent_study',
      startedOn: ago(60),
      minutes: 600,
    },
    [
      sent(ago(58), submissions.denied),
      denied(
        ago(50),
        'This was a private site. Log what you took from it for your teaching as an activity of its own.',
      ),
    ],
  )
  log(
    stage,
    {
      id: activities.withdrawn,
      memberId: ana,
      title: 'Visiting a class that works in stations',
      kind: 'peer_observation',
      startedOn: ago(25),
      minutes: 45,
    },
    [sent(ago(24), submissions.withdrawn), withdrawn(ago(23))],
  )
  log(
    stage,
    {
      id: activities.resubmitted,
      memberId: ana,
      title: 'Reading a vendor’s privacy agreement',
      kind: 'plc',
      startedOn: ago(20),
      minutes: 60,
      competencies: ['digcompedu-2017/2.3'],
    },
    [
      sent(ago(19), submissions.resubmittedFirst),
      returned(ago(17), 'The invitation says one hour, you wrote two. Which is right?'),
      sent(ago(1), submissions.resubmitted),
    ],
  )
  log(
    stage,
    {
      id: unnamed('privacy-minutes'),
      memberId: ana,
      title: 'Going through our classroom apps',
      kind: 'plc',
      startedOn: ago(58),
      minutes: 75,
      competencies: ['digcompedu-2017/2.3'],
      proof: files ? { kind: 'file', ...files.certificate } : undefined,
    },
    [sent(ago(57)), approved(ago(56))],
  )
  log(
    stage,
    {
      id: unnamed('ai-minutes'),
      memberId: ana,
      title: 'Comparing three AI tools for planning lessons',
      kind: 'independent_study',
      startedOn: ago(45),
      minutes: 45,
      competencies: ['digcompedu-2017/2.1'],
    },
    [sent(ago(44)), approved(ago(42))],
  )
  log(
    stage,
    {
      id: unnamed('last-year'),
      memberId: ana,
      title: 'Digital portfolios in the arts',
      kind: 'workshop',
      startedOn: weekday(addDays(firstDayOf(schoolYear), -100)),
      minutes: 240,
      competencies: ['digcompedu-2017/4.3'],
    },
    [
      sent(weekday(addDays(firstDayOf(schoolYear), -98))),
      approved(weekday(addDays(firstDayOf(schoolYear), -95))),
    ],
  )

  log(
    stage,
    {
      id: activities.ofBen,
      memberId: names.ben.id,
      title: 'Formative assessment with response tools',
      kind: 'workshop',
      startedOn: ago(30),
      minutes: 120,
      competencies: ['digcompedu-2017/4.1'],
    },
    [sent(ago(29)), approved(ago(27))],
  )
  log(
    stage,
    {
      id: activities.overdue,
      memberId: names.ben.id,
      title: 'Planning a coding unit in Scratch',
      kind: 'curriculum_development',
      startedOn: ago(37),
      minutes: 240,
      competencies: ['digcompedu-2017/6.3'],
    },
    [sent(ago(34), submissions.overdue)],
  )
  log(
    stage,
    {
      id: activities.ofMara,
      memberId: names.mara.id,
      title: 'Leading a school’s use of data well',
      kind: 'institute',
      startedOn: ago(7),
      endedOn: ago(6),
      minutes: 600,
      provider: 'ISTE',
    },
    [sent(ago(5), submissions.ofMara)],
  )
  log(
    stage,
    {
      id: activities.ofCora,
      memberId: names.cora.id,
      title: 'Reading with text-to-speech',
      kind: 'coaching_received',
      startedOn: ago(8),
      minutes: 60,
      competencies: ['digcompedu-2017/5.1'],
    },
    [sent(ago(7), submissions.ofCora)],
  )
  log(
    stage,
    {
      id: activities.ofNora,
      memberId: names.nora.id,
      title: 'Building a class site',
      kind: 'workshop',
      startedOn: weekday(addDays(firstDayOf(schoolYear - 1), -60)),
      minutes: 150,
    },
    [
      sent(weekday(addDays(firstDayOf(schoolYear - 1), -58))),
      approved(weekday(addDays(firstDayOf(schoolYear - 1), -55))),
    ],
  )
  log(
    stage,
    {
      id: activities.ofGwen,
      memberId: names.gwen.id,
      title: 'Interactive simulations in physics',
      kind: 'conference',
      startedOn: weekday(addDays(firstDayOf(schoolYear), -80)),
      minutes: 300,
    },
    [
      sent(weekday(addDays(firstDayOf(schoolYear), -77))),
      approved(weekday(addDays(firstDayOf(schoolYear), -75))),
    ],
  )
}
