import { newId } from '#db/id'
import { eq } from '#db/query.server'
import {
  enrollmentRequests,
  pathwayAsks,
  pathwayComments,
  pathwayGroups,
  pathwayReaders,
  pathwaySteps,
} from '#db/schema'
import { emptyAsk } from '~/domain/pathways/step-kinds'
import type { WriteScope } from '~/domain/scope.server'
import { saveReport } from '~/domain/reports/saved.server'
import { saveList } from '~/domain/lists/lists.server'
import { endAssignment } from '~/domain/pathways/assigning.server'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import type { Form } from '../../../support/requests'
import type { District, Table } from '../expectation'
import { ADMINISTRATORS, COORDINATORS, OFFICE, READERS } from './offices'
import { people } from './people'
import { previewRoster } from './preview'

/** Everything below “District”. */
export const management = (district: District): Table => ({
  ...pathways(district),
  ...assignments(district),
  ...catalog(district),
  ...people(district),
  ...roster(district),

  'report/index.tsx': {
    query: () => ({ organization: district.schools.middle, compare: 'district' }),
    loader: OFFICE,
  },
  'report/csv.ts': { loader: OFFICE },
  'report/quality.tsx': { loader: OFFICE },
  'report/seen-by-state.tsx': { loader: OFFICE },
  'report/lists/educators.tsx': {
    query: () => ({ organization: district.schools.middle, group: 'level/middle' }),
    loader: READERS,
  },
  'report/lists/educators-csv.ts': { loader: READERS },
  'report/lists/credit.tsx': {
    query: () => ({ organization: district.schools.middle, member: district.ana.id }),
    loader: READERS,
  },
  'report/lists/credit-csv.ts': { loader: READERS },
  'report/lists/decisions.tsx': {
    query: () => ({ organization: district.schools.middle, state: 'inTime' }),
    loader: READERS,
  },
  'report/lists/decisions-csv.ts': { loader: READERS },
  'report/lists/goals.tsx': {
    query: () => ({ organization: district.schools.middle, priority: district.priorities.ai }),
    loader: READERS,
  },
  'report/lists/goals-csv.ts': { loader: READERS },
  'report/lists/badges.tsx': {
    query: () => ({ organization: district.schools.middle, badge: district.achievements.apple }),
    loader: READERS,
  },
  'report/lists/badges-csv.ts': { loader: READERS },
  'report/json.ts': { loader: OFFICE },
  'report/pdf.ts': { loader: OFFICE },
  'report/xlsx.ts': { loader: OFFICE },
  ...saved(district),

  'report/snapshots/index.tsx': {
    loader: OFFICE,
    action: {
      ...COORDINATORS,
      form: () => ({ id: newId(), name: `For the board ${newId()}`, asOf: '2026-06-30' }),
    },
  },
  'report/snapshots/show.tsx': {
    parameters: { snapshot: district.snapshots.june },
    loader: OFFICE,
  },
  'report/snapshots/publication.ts': {
    parameters: { snapshot: district.snapshots.june },
    action: [
      { ...COORDINATORS, form: () => ({ intent: 'publish' }), isRepeatable: true },
      { ...COORDINATORS, form: () => ({ intent: 'take down' }), isRepeatable: true },
    ],
  },
  'report/snapshots/text.ts': {
    parameters: { snapshot: district.snapshots.june },
    loader: READERS,
  },
  'report/snapshots/csv.ts': {
    parameters: { snapshot: district.snapshots.june },
    loader: OFFICE,
  },
  'report/snapshots/json.ts': {
    parameters: { snapshot: district.snapshots.june },
    loader: OFFICE,
  },
  'report/snapshots/pdf.ts': {
    parameters: { snapshot: district.snapshots.june },
    loader: OFFICE,
  },
  'report/snapshots/xlsx.ts': {
    parameters: { snapshot: district.snapshots.june },
    loader: OFFICE,
  },
})

const SAVED = newId()

/** What the coordinator saved and shares. */
const saved = ({ ming, schools, snapshots }: District): Table => {
  const form = () => ({ id: newId(), name: 'Middle school', organization: schools.middle })
  const shared = {
    parameters: { saved: SAVED },
    arrange: async (store: TestStore, now: Date) => {
      const coordinator = await asMember(store, ming, now)
      await coordinator.write(saveReport, { id: SAVED, name: 'All', isShared: true })
    },
  }
  const owned = { open: ['coordinator'], forbidden: OTHERS } as const
  return {
    'report/saved/index.tsx': { loader: OFFICE },
    'report/saved/new.tsx': {
      query: () => ({ organization: schools.middle, compare: snapshots.june }),
      loader: OFFICE,
      action: { ...OFFICE, form, foreign: 'not found' },
    },
    'report/saved/show.tsx': {
      ...shared,
      loader: OFFICE,
      action: { ...owned, form: () => ({ name: 'All of it' }) },
    },
    'report/saved/delivery.tsx': {
      ...shared,
      loader: OFFICE,
      action: [
        { ...OFFICE, form: () => ({ when: '1' }), isRepeatable: true },
        { ...OFFICE, form: () => ({ intent: 'stop' }), isRepeatable: true },
      ],
    },
    'report/saved/removal.ts': { ...shared, action: { ...owned, form: () => ({}) } },
  }
}

const OTHERS = [...OFFICE.forbidden, 'administrator', 'auditor'] as const

const pathways = (district: District): Table => {
  const { pathways, steps, courses } = district
  const [group, ask, reader, comment] = [newId(), newId(), newId(), newId()]
  const arrange = (store: TestStore, now: Date) => growDraft(district, { group, ask }, store, now)
  const discuss = (store: TestStore, now: Date) =>
    discussDraft(district, { reader, comment }, store, now)
  const groupForm = () => ({ title: 'Try it out', requiredSteps: '1' })
  const draft = { pathway: pathways.draft }
  const step = { ...draft, step: steps.draftCourse }
  const stepForm = () => ({ kind: 'course', courseId: courses.ai })
  return {
    'manage/pathways/index.tsx': { loader: OFFICE },
    'manage/pathways/new.tsx': {
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: () => ({ title: 'Maps in the classroom' }) },
    },
    'manage/pathways/show.tsx': {
      parameters: draft,
      loader: OFFICE,
      action: { ...COORDINATORS, form: () => ({ title: 'Media literacy', version: '1' }) },
    },
    'manage/pathways/new-step.tsx': {
      parameters: draft,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: stepForm, foreign: '422 courseId' },
    },
    'manage/pathways/step.tsx': {
      parameters: step,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: stepForm, foreign: '422 courseId' },
    },
    'manage/pathways/new-ask.tsx': {
      parameters: step,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: stepForm, foreign: '422 courseId' },
    },
    'manage/pathways/ask-removal.ts': {
      parameters: { ...step, ask },
      arrange,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/pathways/new-group.tsx': {
      parameters: draft,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: groupForm },
    },
    'manage/pathways/group.tsx': {
      parameters: { ...draft, group },
      arrange,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: groupForm },
    },
    'manage/pathways/group-removal.ts': {
      parameters: { ...draft, group },
      arrange,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/pathways/position.ts': {
      parameters: { ...draft, part: steps.draftCourse },
      action: { ...COORDINATORS, form: () => ({ direction: 'down' }) },
    },
    'manage/pathways/removal.ts': {
      parameters: step,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/pathways/draft.ts': {
      parameters: { pathway: pathways.ai },
      action: [
        { ...COORDINATORS, form: () => ({ intent: 'start' }) },
        { ...COORDINATORS, form: () => ({ intent: 'discard' }) },
      ],
    },
    'manage/pathways/copy.ts': {
      parameters: { pathway: pathways.ai },
      action: { ...COORDINATORS, form: () => ({}), isRepeatable: true },
    },
    'manage/pathways/preview.tsx': {
      parameters: draft,
      loader: { open: OFFICE.open },
      action: {
        open: COORDINATORS.open,
        forbidden: ['auditor'],
        form: () => ({ text: 'Begin with the course.', step: steps.draftCourse }),
      },
    },
    'manage/pathways/sharing.tsx': {
      parameters: draft,
      loader: COORDINATORS,
      action: { ...COORDINATORS, form: () => ({ who: district.ben.email }) },
    },
    'manage/pathways/reader-removal.ts': {
      parameters: { ...draft, reader },
      arrange: discuss,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/pathways/comment-removal.ts': {
      parameters: { ...draft, comment },
      arrange: discuss,
      action: { open: ['owner'], form: () => ({}) },
    },
    'manage/pathways/comment-settling.ts': {
      parameters: { ...draft, comment },
      arrange: discuss,
      action: { ...COORDINATORS, form: () => ({ intent: 'settle' }) },
    },
    'manage/pathways/versions.tsx': { parameters: { pathway: pathways.ai }, loader: OFFICE },
    'manage/pathways/publication.tsx': {
      parameters: draft,
      loader: OFFICE,
      action: { ...COORDINATORS, form: () => ({}) },
    },
    'manage/pathways/progress.tsx': { parameters: { pathway: pathways.ai }, loader: OFFICE },
    'manage/pathways/people-csv.ts': { parameters: { pathway: pathways.ai }, loader: OFFICE },
    'manage/pathways/retirement.tsx': {
      parameters: { pathway: pathways.accessibility },
      loader: OFFICE,
      action: { ...COORDINATORS, form: () => ({}) },
    },
  }
}

/** Ana is asked about the pathway that is being built, and has said something. */
async function discussDraft(
  { ming, ana, versions }: District,
  { reader, comment }: { reader: string; comment: string },
  store: TestStore,
  now: Date,
) {
  const coordinator = await asMember(store, ming, now)
  await coordinator.write(async (scope: WriteScope) => {
    const about = { versionId: versions.draft, memberId: ana.id }
    await scope.db
      .insert(pathwayReaders)
      .values({ id: reader, ...about, askedById: ming.id, askedAt: now })
    await scope.db
      .insert(pathwayComments)
      .values({ id: comment, ...about, text: 'Begin with the course.', writtenAt: now })
  })
}

/** The pathway that is being built gets a group, and its first step accepts something else too. */
async function growDraft(
  { ming, versions, steps, achievements }: District,
  { group, ask }: { group: string; ask: string },
  store: TestStore,
  now: Date,
) {
  const coordinator = await asMember(store, ming, now)
  await coordinator.write(async (scope: WriteScope) => {
    const versionId = versions.draft
    await scope.db.insert(pathwayGroups).values({
      id: newId(),
      versionId,
      groupKey: group,
      position: 3,
      title: 'Together',
      ordered: false,
    })
    const [step] = await scope.db
      .select({ id: pathwaySteps.id })
      .from(pathwaySteps)
      .where(eq(pathwaySteps.stepKey, steps.draftCourse))
    await scope.db.insert(pathwayAsks).values({
      ...emptyAsk('badge'),
      id: ask,
      stepId: step!.id,
      position: 2,
      achievementId: achievements.apple,
    })
  })
}

const forSchool = (organizationId: string) => ({
  kind: 'recommended',
  'any[0].all[0].kind': 'works',
  'any[0].all[0].organizationId': organizationId,
})

const REQUEST = newId()
const LIST = newId()

/** A request under a known id. */
async function askFor(scope: WriteScope, enrollmentId: string) {
  await scope.db.insert(enrollmentRequests).values({
    id: REQUEST,
    enrollmentId,
    memberId: scope.actor.id,
    kind: 'waiver',
    reason: 'I teach this course.',
    status: 'waiting',
    askedById: scope.actor.id,
    askedAt: scope.now,
  })
}

const assignments = ({
  ana,
  assignments,
  enrollments,
  ming,
  pathways,
  schools,
}: District): Table => ({
  'manage/assignments/new.tsx': {
    parameters: { pathway: pathways.privacy },
    loader: COORDINATORS,
    action: {
      ...COORDINATORS,
      form: () => forSchool(schools.elementary),
      foreign: 'not found',
    },
  },
  'manage/assignments/people-csv.ts': {
    parameters: { assignment: assignments.mandated },
    loader: OFFICE,
  },
  'manage/assignments/reminder.tsx': {
    parameters: { assignment: assignments.mandated },
    loader: COORDINATORS,
    action: { ...COORDINATORS, form: () => ({ note: 'The help desk is open on Fridays.' }) },
  },
  'manage/lists/index.tsx': {
    loader: COORDINATORS,
    action: { ...COORDINATORS, form: () => ({ id: newId(), name: 'New mentors' }) },
  },
  'manage/lists/show.tsx': {
    parameters: { list: LIST },
    arrange: async (store, now) => {
      const coordinator = await asMember(store, ming, now)
      await coordinator.write(saveList, { id: LIST, name: 'New mentors' })
    },
    loader: COORDINATORS,
    action: { ...COORDINATORS, form: () => ({ id: LIST, name: 'Mentors' }) },
  },
  'manage/lists/removal.tsx': {
    parameters: { list: LIST },
    arrange: async (store, now) => {
      const coordinator = await asMember(store, ming, now)
      await coordinator.write(saveList, { id: LIST, name: 'New mentors' })
    },
    loader: COORDINATORS,
    action: { ...COORDINATORS, form: () => ({}) },
  },
  'manage/assignments/requests.tsx': {
    arrange: async (store, now) => {
      const educator = await asMember(store, ana, now)
      await educator.write(askFor, enrollments.engaged)
    },
    loader: COORDINATORS,
    action: {
      ...COORDINATORS,
      form: () => ({ request: REQUEST, decision: 'denied', answer: 'It is the law.' }),
    },
  },
  'manage/assignments/edit.tsx': {
    parameters: { assignment: assignments.recommended },
    loader: COORDINATORS,
    action: {
      ...COORDINATORS,
      form: () => ({ ...forSchool(schools.middle), version: '1' }),
      foreign: 'not found',
    },
  },
  'manage/assignments/undoing.ts': {
    parameters: { assignment: assignments.recommended },
    arrange: async (store, now) => {
      const coordinator = await asMember(store, ming, now)
      await coordinator.write(endAssignment, assignments.recommended, { takeBack: false })
    },
    action: { ...COORDINATORS, form: () => ({}) },
  },
  'manage/assignments/show.tsx': {
    parameters: { assignment: assignments.recommended },
    loader: OFFICE,
  },
  'manage/assignments/ending.tsx': {
    parameters: { assignment: assignments.recommended },
    loader: COORDINATORS,
    action: { ...COORDINATORS, form: () => ({}) },
  },
  'manage/assignments/granting.tsx': {
    parameters: { enrollment: enrollments.engaged },
    loader: COORDINATORS,
    action: {
      ...COORDINATORS,
      form: () => ({ kind: 'waiver', reason: 'They teach it themselves.' }),
    },
  },
})

const catalog = ({ courses, achievements, priorities }: District): Table => {
  const act = (form: () => Form) => ({ ...COORDINATORS, form, foreign: 'not found' })
  const course = { id: courses.coding, title: 'Coding in the elementary grades' }
  const priority = {
    id: priorities.feedback,
    name: 'Feedback in time',
    owner: 'district',
    fromYear: '2026',
  }
  const badge = { id: achievements.apple, title: 'Apple Teacher, advanced', issuer: 'Apple' }
  return {
    'manage/catalog/courses.tsx': {
      loader: COORDINATORS,
      action: [act(() => course), act(() => ({ id: courses.coding, intent: 'retire' }))],
    },
    'manage/catalog/badges.tsx': {
      loader: COORDINATORS,
      action: [act(() => badge), act(() => ({ id: achievements.apple, intent: 'retire' }))],
    },
    'manage/catalog/priorities.tsx': {
      loader: COORDINATORS,
      action: [
        act(() => priority),
        act(() => ({ id: priorities.feedback, intent: 'move', to: 'up' })),
        act(() => ({ id: priorities.ai, intent: 'retire' })),
        act(() => ({ id: priorities.remote, intent: 'restore' })),
      ],
    },
  }
}

const roster = (district: District): Table => {
  const { rosterImport } = district
  const preview = {
    parameters: { import: rosterImport },
    arrange: (store: TestStore, now: Date) => previewRoster(store, district, now),
  }
  return {
    'manage/roster/index.tsx': { loader: ADMINISTRATORS },
    'manage/roster/new.tsx': {
      query: () => ({ after: rosterImport }),
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ file: zip() }) },
    },
    'manage/roster/show.tsx': {
      ...preview,
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ acceptEndings: 'on' }) },
    },
    'manage/roster/administrators.ts': {
      ...preview,
      action: { ...ADMINISTRATORS, form: () => ({ administratorRole: 'principal' }) },
    },
    'manage/roster/rejected.ts': { ...preview, loader: ADMINISTRATORS },
  }
}

/** What begins like a zip; nobody reads further before it is answered. */
const zip = () => new File([Buffer.from('PK\u0003\u0004')], 'roster.zip')
