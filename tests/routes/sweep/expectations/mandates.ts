import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { mandates as table, mandateTopics } from '#db/schema'
import { emptyAsk } from '~/domain/pathways/step-kinds'
import type { WriteScope } from '~/domain/scope.server'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import type { District, Table } from '../expectation'
import { COORDINATORS, OFFICE } from './offices'

/** Required trainings: one that is being prepared, with two topics. */
export const mandates = (district: District): Table => {
  const { courses, schools } = district
  const [mandate, topic] = [newId(), newId()]
  const arrange = (store: TestStore, now: Date) => prepare(district, { mandate, topic }, store, now)
  const one = { parameters: { mandate }, arrange }
  const form = () => ({
    version: '1',
    title: 'Safe classrooms',
    every: '12',
    startsOn: '2026-11-20',
    graceDays: '0',
    'any[0].all[0].kind': 'works',
    'any[0].all[0].organizationId': schools.elementary,
  })
  const topicForm = () => ({ kind: 'course', courseId: courses.ai })
  return {
    'manage/mandates/index.tsx': { loader: OFFICE },
    'manage/mandates/templates.tsx': { loader: COORDINATORS },
    'manage/mandates/new.tsx': {
      loader: COORDINATORS,
      action: { ...COORDINATORS, form, foreign: 'not found' },
    },
    'manage/mandates/show.tsx': {
      ...one,
      query: () => ({ organization: schools.middle }),
      loader: OFFICE,
    },
    'manage/mandates/edit.tsx': {
      ...one,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form, foreign: 'not found' },
    },
    'manage/mandates/people-csv.ts': { ...one, loader: OFFICE },
    'manage/mandates/switching-on.tsx': {
      ...one,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/mandates/ending.tsx': {
      ...one,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/mandates/new-topic.tsx': {
      ...one,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: topicForm, foreign: 'not found' },
    },
    'manage/mandates/topic.tsx': {
      parameters: { mandate, topic },
      arrange,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: topicForm, foreign: 'not found' },
    },
    'manage/mandates/topic-removal.ts': {
      parameters: { mandate, topic },
      arrange,
      action: { ...COORDINATORS, form: () => ({}) },
    },
  }
}

async function prepare(
  { ming, courses, organization }: District,
  ids: { mandate: string; topic: string },
  store: TestStore,
  now: Date,
) {
  const coordinator = await asMember(store, ming, now)
  await coordinator.write(async (scope: WriteScope) => {
    if ((await scope.db.count(table, eq(table.id, ids.mandate))) > 0) return
    await scope.db.insert(table).values({
      id: ids.mandate,
      title: 'Civil rights',
      audience: {
        any: [
          [
            {
              kind: 'works',
              not: false,
              organizationId: organization,
              roles: [],
              gradeBands: [],
              subjects: [],
            },
          ],
        ],
        except: [],
      },
      everyMonths: 12,
      startsOn: '2026-11-20',
      graceDays: 0,
      proof: 'self_reported',
      version: 1,
      createdById: ming.id,
      createdAt: now,
    })
    for (const [position, id] of [ids.topic, newId()].entries()) {
      await scope.db.insert(mandateTopics).values({
        ...topicColumns(courses.ai),
        id,
        mandateId: ids.mandate,
        position,
        title: 'Civil rights',
      })
    }
  })
}

function topicColumns(courseId: string) {
  const { kind, achievementId, pathwayId, competencies, minutes } = emptyAsk('course')
  return { kind, courseId, achievementId, pathwayId, competencies, minutes }
}
