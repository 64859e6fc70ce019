import { and, asc, eq } from '#db/query.server'
import { obligations } from '#db/schema'
import { addTopic, createMandate, switchOnMandate } from '~/domain/mandates/building.server'
import type { MandateInput, TopicInput } from '~/domain/mandates/inputs.server'
import { make } from '../../support/factories'
import type { TestMember } from '../../support/members'
import { world } from '../../support/world'
import { within } from '../pathways/published'

const { courses, schools } = world.northside

/** Every year by 15 December, for the educators of the middle school, from this November on. */
export const YEARLY: MandateInput = {
  version: 1,
  title: 'Safe classrooms',
  description: null,
  jurisdiction: null,
  law: null,
  templateId: null,
  ...within({ organizationId: schools.middle }),
  everyMonths: 12,
  firstDueOn: '2026-12-15',
  startsOn: '2026-11-01',
  newHireDays: 30,
  windowDays: 120,
  graceDays: 0,
  proof: 'self_reported',
  retentionYears: null,
}

/** A topic that a course of the catalog meets. */
export const courseTopic = (name: keyof typeof courses): TopicInput => ({
  kind: 'course',
  courseId: courses[name],
})

/** A training that a coordinator has prepared. */
export async function prepare(
  coordinator: TestMember,
  given: Partial<MandateInput> = {},
  topics: TopicInput[] = [courseTopic('coding')],
) {
  const { id } = await coordinator.write(createMandate, { ...YEARLY, ...given })
  const topicIds = []
  for (const topic of topics) topicIds.push((await coordinator.write(addTopic, id, topic)).id)
  return { id, topicIds }
}

/** A training that a coordinator has prepared and switched on. */
export async function requireTraining(
  coordinator: TestMember,
  given?: Partial<MandateInput>,
  topics?: TopicInput[],
) {
  const prepared = await prepare(coordinator, given, topics)
  const { reached } = await coordinator.write(switchOnMandate, prepared.id)
  return { ...prepared, reached }
}

/** Somebody's turns of a training, the first of them first. */
export const turnsOf = ({ scope }: TestMember, mandateId: string, memberId: string) =>
  scope.db
    .select({
      number: obligations.number,
      topicId: obligations.topicId,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
      because: obligations.because,
      metOn: obligations.metOn,
      sources: obligations.sources,
      missedOn: obligations.missedOn,
      endedOn: obligations.endedOn,
      noticed: obligations.noticed,
    })
    .from(obligations)
    .where(and(eq(obligations.mandateId, mandateId), eq(obligations.memberId, memberId)))
    .orderBy(asc(obligations.number))

/** A completion of a course that counts already. */
export const completed = (
  member: TestMember,
  memberId: string,
  completedOn: string,
  course: keyof typeof courses = 'coding',
) =>
  member.write(make.completion, {
    memberId,
    courseId: courses[course],
    completedOn,
    status: 'approved',
  })
