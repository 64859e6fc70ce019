import { addDays, weekday } from '../day'
import { type Enrolled, enroll, submitStep } from '../enrolling'
import { log } from '../learning'
import { hiringDay } from '../offer'
import type { Stage } from '../stage'
import type { Teller } from './teller'

/** What the named people show for their pathways, and how far that brings them. */
export function walkPathways(stage: Stage, teller: Teller) {
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
