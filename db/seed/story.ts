import { earn } from './badges'
import { ACHIEVEMENTS, COURSES } from './catalog'
import { addDays, addMonths, at, type Day, firstDayOf, weekday } from './day'
import { type Enrolled, enroll, submitStep } from './enrolling'
import { recordEvent } from './event'
import { setGoal } from './goals'
import { idOf } from './id'
import { complete, importCompletion, log } from './learning'
import { hiringDay } from './offer'
import type { Turn } from './reviewing'
import type { PlacedFile } from './evidence'
import type { Stage } from './stage'

/** Files that stand in the storage for the story to point to. */
export type StoryFiles = { certificate: PlacedFile; program: PlacedFile } | null

type Teller = ReturnType<typeof tellerOf>

/** Adds one row in each state, most of them Ana's, at the same distance from today in each world. */
export function tellStory(stage: Stage, files: StoryFiles) {
  const teller = tellerOf(stage)
  logActivities(stage, teller, files)
  completeCourses(stage, teller)
  earnBadges(stage, teller)
  setGoals(stage, teller)
  walkPathways(stage, teller)
  openRecords(stage, teller)
}

/** The words in which the story speaks about days and decisions. */
function tellerOf({ names, today }: Stage) {
  const ago = (days: number): Day => weekday(addDays(today, -days))
  const sent = (day: Day, id?: string): Turn => ({ what: 'sent', at: at(day, '19:40'), id })
  const decided =
    (what: 'approved' | 'returned' | 'denied') =>
    (day: Day, reason?: string, by = names.mara.id): Turn => ({
      what,
      at: at(day, '21:05'),
      by,
      reason,
    })
  return {
    ago,
    sent,
    approved: decided('approved'),
    returned: decided('returned'),
    denied: decided('denied'),
    withdrawn: (day: Day): Turn => ({ what: 'withdrawn', at: at(day, '20:15') }),
    unnamed: (what: string) => idOf(`${names.slug}/story/${what}`),
  }
}

function logActivities(stage: Stage, teller: Teller, files: StoryFiles) {
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

function completeCourses(stage: Stage, { ago, sent, approved, returned, unnamed }: Teller) {
  const { names } = stage
  const { completions, submissions } = names
  const course = (key: keyof typeof COURSES, memberId = names.ana.id) => {
    const { title, provider, minutes } = COURSES[key]
    return {
      courseId: names.courses[key],
      title,
      provider: provider ?? names.name,
      minutes,
      memberId,
    }
  }

  complete(stage, { id: completions.approved, ...course('ai'), completedOn: ago(50) }, [
    sent(ago(49)),
    approved(ago(48)),
  ])
  complete(stage, { id: completions.waiting, ...course('coding'), completedOn: ago(7) }, [
    sent(ago(6), submissions.completion),
  ])
  complete(stage, { id: completions.returned, ...course('media'), completedOn: ago(30) }, [
    sent(ago(28)),
    returned(ago(26), 'The certificate is somebody else’s. Please attach yours.'),
  ])
  importCompletion(
    stage,
    { id: completions.imported, ...course('privacy'), completedOn: ago(62) },
    at(ago(61), '13:20'),
  )
  complete(
    stage,
    { id: unnamed('omar-course'), ...course('privacy', names.omar.id), completedOn: ago(326) },
    [sent(ago(325)), approved(ago(324))],
  )
  complete(
    stage,
    { id: unnamed('nora-course'), ...course('privacy', names.nora.id), completedOn: ago(410) },
    [sent(ago(409)), approved(ago(408), undefined, names.dev.id)],
  )
}

function earnBadges(stage: Stage, { ago, sent, approved, denied }: Teller) {
  const { names, today, schoolYear } = stage
  const { awards, submissions, evidence } = names
  const badge = (key: keyof typeof ACHIEVEMENTS, url = 'https://example.org/badges/ana') => {
    const { title, issuer } = ACHIEVEMENTS[key]
    return { achievementId: names.achievements[key], memberId: names.ana.id, title, issuer, url }
  }
  const soon = addDays(today, 45)
  const lastYear = firstDayOf(schoolYear)

  earn(
    stage,
    {
      id: awards.notVerified,
      ...badge('googleOne'),
      awardedOn: ago(12),
      expiresOn: addMonths(ago(12), 36),
      proof: { kind: 'link', id: evidence.award, url: 'https://example.org/badges/ana' },
    },
    [sent(ago(11), submissions.award)],
  )
  earn(stage, { id: awards.verified, ...badge('apple'), awardedOn: ago(200) }, [
    sent(ago(199)),
    approved(ago(197)),
  ])
  earn(
    stage,
    {
      id: awards.expiring,
      ...badge('googleTwo'),
      awardedOn: addMonths(soon, -36),
      expiresOn: soon,
    },
    [sent(ago(700)), approved(ago(698))],
  )
  earn(
    stage,
    {
      id: awards.expired,
      ...badge('commonSense'),
      awardedOn: addDays(lastYear, -280),
      expiresOn: addDays(lastYear, -1),
    },
    [sent(weekday(addDays(lastYear, -270))), approved(weekday(addDays(lastYear, -268)))],
  )
  earn(stage, { id: awards.refused, ...badge('microsoft'), awardedOn: ago(90) }, [
    sent(ago(88)),
    denied(ago(85), 'The address leads to a page of somebody else.'),
  ])
}

function setGoals(stage: Stage, { ago }: Teller) {
  const { names, today, schoolYear } = stage
  const { goals, checkIns } = names
  const lastFall = weekday(`${schoolYear - 1}-10-08`)
  const lastSpring = weekday(`${schoolYear}-05-20`)
  const closed = { memberId: names.ana.id, setOn: lastFall, dueOn: `${schoolYear}-06-15` }

  setGoal(
    stage,
    {
      id: goals.open,
      memberId: names.ana.id,
      title: 'Plan with AI and check what it says',
      kind: 'professional_practice',
      competency: 'digcompedu-2017/2.1',
      baseline: 'I have tried it twice, without a routine.',
      target: 'Four units planned with an assistant, each checked against two sources',
      measure: 'The four plans, with my corrections visible',
      setOn: ago(42),
      dueOn: addDays(today, 190),
    },
    {
      checkIns: [
        {
          id: checkIns.first,
          on: ago(28),
          note: 'First unit done. Half of the sources did not exist.',
        },
        { id: checkIns.second, on: ago(9), note: 'Second unit: a checklist before I ask helps.' },
      ],
      proof: { kind: 'link', id: names.evidence.goal, url: 'https://example.org/unit-plans' },
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.met,
      title: 'Captions on every video',
      kind: 'student_learning',
      competency: 'digcompedu-2017/5.1',
      target: 'Each of the 14 videos of the course has captions',
    },
    {
      status: 'met',
      outcome: 'All 14 have captions; two students asked for them elsewhere.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.partlyMet,
      title: 'Feedback within three days',
      kind: 'professional_practice',
      competency: 'digcompedu-2017/4.3',
      target: 'Written feedback on each draft within three school days',
    },
    {
      status: 'partly_met',
      outcome: 'For grade 7 yes, for grade 8 mostly within five.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.notMet,
      title: 'A course site for each class',
      kind: 'initiative',
      target: 'Five course sites with the same layout',
    },
    {
      status: 'not_met',
      outcome: 'Two of five; the layout changed in January.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.withdrawn,
      title: 'Renew the license with 30 hours of technology',
      kind: 'license',
      target: '30 hours toward renewal',
    },
    {
      status: 'withdrawn',
      outcome: 'Renewed early with last summer’s course.',
      closedOn: weekday(`${schoolYear}-02-11`),
    },
  )
  setGoal(stage, {
    id: goals.ofBen,
    memberId: names.ben.id,
    title: 'A coding club for grade 6',
    kind: 'initiative',
    competency: 'digcompedu-2017/6.5',
    target: 'Ten meetings before winter',
    setOn: ago(70),
    dueOn: addDays(today, -5),
  })
}

function walkPathways(stage: Stage, teller: Teller) {
  const { names } = stage
  const { ago, sent, approved, unnamed } = teller
  const { enrollments, steps } = names

  const lists = [
    { of: names.ana, day: 47, by: names.mara, enrollmentId: enrollments.completed },
    { of: names.omar, day: 322, by: names.mara, enrollmentId: enrollments.expiring },
    { of: names.nora, day: 406, by: names.dev, enrollmentId: enrollments.expired },
  ]
  for (const { of, day, by, enrollmentId } of lists) {
    submitStep(
      stage,
      {
        enrollmentId,
        stepKey: steps.privacyEvidence,
        title: 'List the tools you use and the agreement behind each',
        memberId: of.id,
        proof: {
          kind: 'text',
          id: unnamed(`privacy-evidence/${of.email}`),
          name: 'Text',
          content:
            'Google Classroom: district agreement. Desmos: state agreement. Two tools dropped.',
        },
      },
      [sent(ago(day)), approved(ago(day - 2), undefined, by.id)],
    )
    if (of === names.ana) continue
    log(
      stage,
      {
        id: unnamed(`privacy-minutes/${of.email}`),
        memberId: of.id,
        title: 'Which tools see our students’ names',
        kind: 'plc',
        startedOn: ago(day + 1),
        minutes: 60,
        competencies: ['digcompedu-2017/2.3'],
      },
      [sent(ago(day)), approved(ago(day - 1), undefined, by.id)],
    )
  }
  submitStep(
    stage,
    {
      enrollmentId: enrollments.engaged,
      stepKey: steps.aiEvidence,
      title: 'Show a lesson in which AI was used or discussed',
      memberId: names.ana.id,
      proof: {
        kind: 'text',
        id: names.evidence.step,
        name: 'Text',
        content: 'Grade 7 compares a generated summary with the chapter and marks what is missing.',
      },
    },
    [sent(ago(5), names.submissions.evidence)],
  )
  enroll(stage, [...namedEnrollments(stage, ago), ...furtherEnrollments(stage, ago)])
}

function namedEnrollments(stage: Stage, ago: Teller['ago']): Enrolled[] {
  const { names, today } = stage
  const mandated = {
    pathway: 'privacy',
    assignment: 'mandated',
    enrolledOn: ago(75),
    dueOn: weekday(addDays(today, 28)),
  } as const
  const hired = hiringDay(stage)
  return [
    {
      id: names.enrollments.engaged,
      memberId: names.ana.id,
      pathway: 'ai',
      assignment: 'offered',
      enrolledOn: ago(55),
    },
    { id: names.enrollments.notEngaged, memberId: names.ben.id, ...mandated },
    { id: names.enrollments.completed, memberId: names.ana.id, ...mandated },
    {
      id: names.enrollments.expiring,
      memberId: names.omar.id,
      pathway: 'privacy',
      enrolledOn: ago(330),
    },
    {
      id: names.enrollments.expired,
      memberId: names.nora.id,
      pathway: 'privacy',
      enrolledOn: ago(415),
    },
    {
      id: names.enrollments.ended,
      memberId: names.cora.id,
      pathway: 'ai',
      assignment: 'offered',
      enrolledOn: ago(150),
      endedOn: ago(90),
    },
    {
      id: names.enrollments.newHire,
      memberId: names.theo.id,
      pathway: 'ai',
      assignment: 'newHires',
      enrolledOn: hired,
      dueOn: addDays(hired, 120),
    },
  ]
}

/** What the assignments ask of the named people besides. */
function furtherEnrollments({ names, today }: Stage, ago: Teller['ago']): Enrolled[] {
  const dueOn = weekday(addDays(today, 28))
  return [
    ...[names.cora, names.theo].map(({ id }): Enrolled => ({
      memberId: id,
      pathway: 'privacy',
      assignment: 'mandated',
      enrolledOn: ago(75),
      dueOn,
    })),
    ...[names.ana, names.ben, names.omar, names.theo].map(({ id }): Enrolled => ({
      memberId: id,
      pathway: 'accessibility',
      assignment: 'recommended',
      enrolledOn: ago(100),
    })),
    ...[names.cora, names.nora].map(({ id }): Enrolled => ({
      memberId: id,
      pathway: 'accessibility',
      assignment: 'ended',
      enrolledOn: ago(300),
      endedOn: ago(200),
    })),
  ]
}

function openRecords(stage: Stage, { ago, unnamed }: Teller) {
  const { names, rows } = stage
  const views = [
    { id: names.recordView, viewer: names.mara, of: names.ana, what: 'record', day: 2 },
    { id: unnamed('view-1'), viewer: names.rosa, of: names.ana, what: 'record', day: 33 },
    { id: unnamed('view-2'), viewer: names.mara, of: names.ben, what: 'record', day: 6 },
  ]
  for (const { id, viewer, of, what, day } of views) {
    const viewedAt = at(ago(day), '18:30')
    rows.recordViews.push({ id, viewerId: viewer.id, memberId: of.id, what, viewedAt })
    recordEvent(stage, 'record.viewed', of.id, viewer.id, viewedAt)
  }
}

/** Adds an import of a roster that could not be read, so that there is one to look at. */
export function failImport({ names, rows, now }: Stage) {
  rows.rosterImports.push({
    id: names.rosterImport,
    uploadedById: names.rosa.id,
    fileName: 'roster.zip',
    status: 'failed',
    done: 0,
    total: 0,
    failure: 'There is no users.csv in this package.',
    createdAt: new Date(now.getTime() - 60 * 60 * 1000),
  })
}
