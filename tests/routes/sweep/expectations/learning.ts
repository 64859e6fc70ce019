import { newId } from '#db/id'
import { recordImports } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import { zipOf } from '../../../support/packages'
import { EVERYBODY, LEARNERS } from '../actors'
import type { District, Table } from '../expectation'
import { storeFile } from './file'
import { activityForm, awardForm, completionForm, goalForm } from './forms'

const LEARNING = { open: LEARNERS, forbidden: ['auditor'] } as const
/** Everybody makes a row of their own. */
const NEW = { ...LEARNING, isRepeatable: true }
const OWN = { open: ['owner'] } as const
/** Whoever has no record of their own hears so before anything else. */
const OWN_OF_LEARNERS = { open: ['owner'], forbidden: ['auditor'] } as const
/** What was sent is seen by those who may see the record. */
const SENT = { open: ['owner', 'principal', 'administrator', 'auditor'] } as const
/** Who sees it but does not own it is told so. */
const OWN_BUT_SEEN = {
  open: ['owner'],
  forbidden: ['principal', 'administrator', 'auditor'],
} as const

/** Everything below “My learning”. */
export const learning = (district: District): Table => ({
  ...activities(district),
  ...completions(district),
  ...goals(district),
  ...badges(district),
  ...pathways(district),

  'record/show.tsx': { loader: { open: EVERYBODY } },
  'record/csv.ts': { loader: { open: EVERYBODY } },
  'record/json.ts': { loader: { open: EVERYBODY } },
  'record/package.ts': { loader: { open: EVERYBODY } },
  ...imports(district),
})

/** What stands around the rows of a package, and no rows. */
const ABOUT = {
  format: 'cairn-package',
  version: 1,
  exportedAt: '2026-11-20T15:00:00.000Z',
  asOf: '2026-11-20',
  district: { slug: 'elsewhere', name: 'Elsewhere' },
  member: { id: newId(), givenName: 'Ana', familyName: 'Álvarez', email: null },
  activities: [],
  completions: [],
  badges: [],
  licenses: [],
  cycles: [],
}
const EMPTY = await zipOf({ 'record.json': JSON.stringify(ABOUT) })

const imports = (district: District): Table => {
  const preview = newId()
  return {
    'record/import/new.tsx': {
      loader: LEARNING,
      action: { ...NEW, form: () => ({ file: new File([EMPTY], 'record.zip') }) },
    },
    'record/import/show.tsx': {
      parameters: { import: preview },
      loader: OWN_OF_LEARNERS,
      action: { ...OWN_OF_LEARNERS, form: () => ({ licenses: 'on', isMine: 'on' }) },
      arrange: (store) => keepPackage(store, district, preview),
    },
  }
}

/** Ana has handed in an empty package. */
async function keepPackage(store: TestStore, { ana }: District, id: string) {
  const educator = await asMember(store, ana)
  await educator.write(async (scope) => {
    await scope.db.insert(recordImports).values({
      id,
      memberId: ana.id,
      fileName: 'record.zip',
      content: { ...ABOUT, from: ABOUT.district, rows: [], faults: [], leftOut: 0, files: {} },
      createdAt: scope.now,
    })
  })
}

const activities = (district: District): Table => {
  const { activities, submissions } = district
  const file = newId()
  return {
    'activities/index.tsx': { loader: { open: EVERYBODY } },
    'activities/new.tsx': {
      query: () => ({ id: newId() }),
      loader: LEARNING,
      action: { ...NEW, form: () => ({ ...activityForm, id: newId(), then: 'send' }) },
    },
    'activities/show.tsx': { parameters: { activity: activities.submitted }, loader: SENT },
    'activities/edit.tsx': {
      parameters: { activity: activities.returned },
      loader: OWN_OF_LEARNERS,
      action: {
        ...OWN_OF_LEARNERS,
        form: () => ({ ...activityForm, id: activities.returned, version: '2', then: 'send' }),
      },
    },
    'activities/draft.ts': {
      parameters: { activity: activities.draft },
      action: { ...OWN_OF_LEARNERS, form: () => ({ title: 'Webinar', version: '1' }) },
    },
    'activities/deletion.ts': {
      parameters: { activity: activities.draft },
      action: { ...OWN, form: () => ({}) },
    },
    'withdrawal.ts': {
      parameters: { submission: submissions.waiting },
      action: { ...OWN_BUT_SEEN, form: () => ({}) },
    },
    'evidence/show.ts': {
      parameters: { evidence: file },
      loader: SENT,
      arrange: (store, now) => storeFile(store, district, activities.submitted, file, now),
    },
    'evidence/removal.ts': {
      parameters: { evidence: file },
      action: { ...OWN, form: () => ({}) },
      arrange: (store, now) => storeFile(store, district, activities.returned, file, now),
    },
  }
}

const completions = ({ completions, courses }: District): Table => ({
  'completions/index.tsx': { loader: { open: EVERYBODY } },
  'completions/new.tsx': {
    loader: LEARNING,
    action: {
      ...NEW,
      form: () => ({ ...completionForm(courses.privacy), id: newId() }),
      foreign: '422 courseId',
    },
  },
  'completions/show.tsx': { parameters: { completion: completions.waiting }, loader: SENT },
  'completions/edit.tsx': {
    parameters: { completion: completions.returned },
    loader: OWN,
    action: {
      ...OWN,
      form: () => ({ ...completionForm(courses.privacy), id: completions.returned, version: '1' }),
    },
  },
})

const goals = ({ goals }: District): Table => ({
  'goals/index.tsx': { loader: { open: EVERYBODY } },
  'goals/new.tsx': {
    loader: LEARNING,
    action: { ...NEW, form: () => ({ ...goalForm, id: newId() }) },
  },
  'goals/show.tsx': { parameters: { goal: goals.open }, loader: SENT },
  'goals/edit.tsx': {
    parameters: { goal: goals.open },
    loader: OWN,
    action: { ...OWN, form: () => ({ ...goalForm, id: goals.open, version: '1' }) },
  },
  'goals/check-ins.tsx': {
    parameters: { goal: goals.open },
    loader: OWN,
    action: { ...OWN, form: () => ({ note: 'Two lessons have captions now.' }) },
  },
  'goals/outcome.tsx': {
    parameters: { goal: goals.open },
    loader: OWN,
    action: { ...OWN, form: () => ({ status: 'met', outcome: 'Every video has captions.' }) },
  },
  'goals/reopening.ts': {
    parameters: { goal: goals.open },
    action: { ...OWN, form: () => ({}) },
  },
})

const badges = (district: District): Table => {
  const { awards, achievements } = district
  return {
    'badges/index.tsx': { loader: { open: EVERYBODY } },
    'badges/new.tsx': {
      loader: LEARNING,
      action: {
        ...NEW,
        form: () => ({ ...awardForm(achievements.iste), id: newId() }),
        foreign: '422 achievementId',
      },
    },
    'badges/show.tsx': { parameters: { award: awards.notVerified }, loader: SENT },
    'badges/edit.tsx': {
      parameters: { award: awards.notVerified },
      loader: OWN,
      action: {
        ...OWN,
        form: () => ({ ...awardForm(achievements.iste), id: awards.notVerified }),
      },
      arrange: (store, now) => returnAward(store, district, now),
    },
  }
}

const pathways = ({ enrollments, steps, assignments, nora, omar }: District): Table => ({
  'training/index.tsx': { loader: { open: EVERYBODY } },
  'pathways/index.tsx': {
    owner: omar,
    loader: { open: EVERYBODY },
    action: {
      ...NEW,
      form: () => ({ assignment: assignments.offered }),
      foreign: 'not found',
    },
  },
  'pathways/show.tsx': {
    parameters: { enrollment: enrollments.expired },
    owner: nora,
    loader: OWN,
    action: { ...OWN_OF_LEARNERS, form: () => ({}) },
  },
  'pathways/request.tsx': {
    parameters: { enrollment: enrollments.engaged },
    loader: OWN,
    action: { ...OWN, form: () => ({ kind: 'waiver', reason: 'I teach this course.' }) },
  },
  'pathways/evidence.tsx': {
    parameters: { enrollment: enrollments.engaged },
    query: () => ({ step: steps.aiEvidence }),
    loader: OWN,
    action: {
      ...OWN,
      form: () => ({ step: steps.aiEvidence, text: 'What I changed after the first lesson.' }),
    },
  },
})

/** The badge that waits has come back with a question. */
async function returnAward(store: TestStore, { mara, submissions }: District, now: Date) {
  const principal = await asMember(store, mara, now)
  await principal.write(decide, {
    submissions: [submissions.award],
    decision: 'returned',
    reason: 'Where can it be looked up?',
  })
}
