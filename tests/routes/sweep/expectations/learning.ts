import { newId } from '#db/id'
import { evidence } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { decide } from '~/domain/approvals/deciding.server'
import type { TestStore } from '../../../support/database'
import { memoryFiles } from '../../../support/files'
import { asMember } from '../../../support/members'
import { world, WORLD_NOW } from '../../../support/world'
import { EVERYBODY, LEARNERS } from '../actors'
import type { Table } from '../expectation'

const { northside } = world
const { activities, awards, completions, courses, achievements, goals, submissions } = northside

const FILE = newId(WORLD_NOW)

const LEARNING = { open: LEARNERS, forbidden: ['auditor'] } as const
const OWN = { open: ['owner'] } as const
/** What was sent is seen by those who may see the record. */
const SENT = { open: ['owner', 'principal', 'administrator', 'auditor'] } as const
/** Who sees it but does not own it is told so. */
const OWN_BUT_SEEN = {
  open: ['owner'],
  forbidden: ['principal', 'administrator', 'auditor'],
} as const

/** Everything below “My learning”. */
export const learning: Table = {
  'activities/index.tsx': { loader: { open: EVERYBODY } },
  'activities/new.tsx': {
    query: () => ({ id: newId() }),
    loader: LEARNING,
    action: { ...LEARNING, form: () => ({ ...activity(), id: newId(), then: 'send' }) },
  },
  'activities/show.tsx': { parameters: { activity: activities.submitted }, loader: SENT },
  'activities/edit.tsx': {
    parameters: { activity: activities.returned },
    loader: OWN,
    action: {
      ...OWN,
      form: () => ({ ...activity(), id: activities.returned, version: '2', then: 'send' }),
    },
  },
  'activities/draft.ts': {
    parameters: { activity: activities.draft },
    action: { ...OWN, form: () => ({ title: 'Webinar', version: '1' }) },
    isChosenByForm: true,
  },
  'activities/deletion.ts': {
    parameters: { activity: activities.draft },
    action: { ...OWN, form: () => ({}) },
  },
  'withdrawal.ts': {
    parameters: { submission: submissions.waiting },
    action: { ...OWN_BUT_SEEN, form: () => ({}) },
  },

  'completions/index.tsx': { loader: { open: EVERYBODY } },
  'completions/new.tsx': {
    loader: LEARNING,
    action: { ...LEARNING, form: () => ({ ...completion(), id: newId() }), namesRows: true },
  },
  'completions/show.tsx': { parameters: { completion: completions.waiting }, loader: SENT },
  'completions/edit.tsx': {
    parameters: { completion: completions.returned },
    loader: OWN,
    action: { ...OWN, form: completion },
  },

  'goals/index.tsx': { loader: { open: EVERYBODY } },
  'goals/new.tsx': {
    loader: LEARNING,
    action: { ...LEARNING, form: () => ({ ...goal(), id: newId() }) },
  },
  'goals/show.tsx': { parameters: { goal: goals.open }, loader: SENT },
  'goals/edit.tsx': {
    parameters: { goal: goals.open },
    loader: OWN,
    action: { ...OWN, form: goal },
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

  'badges/index.tsx': { loader: { open: EVERYBODY } },
  'badges/new.tsx': {
    loader: LEARNING,
    action: { ...LEARNING, form: () => ({ ...award(), id: newId() }), namesRows: true },
  },
  'badges/show.tsx': { parameters: { award: awards.notVerified }, loader: SENT },
  'badges/edit.tsx': {
    parameters: { award: awards.notVerified },
    loader: OWN,
    action: { ...OWN, form: award },
    arrange: returnAward,
  },

  'record/show.tsx': { loader: { open: EVERYBODY } },
  'record/csv.ts': { loader: { open: EVERYBODY } },
  'record/json.ts': { loader: { open: EVERYBODY } },

  'evidence/show.ts': {
    parameters: { evidence: FILE },
    loader: SENT,
    arrange: (store) => storeFile(store, activities.submitted),
  },
  'evidence/removal.ts': {
    parameters: { evidence: FILE },
    action: { ...OWN, form: () => ({}) },
    arrange: (store) => storeFile(store, activities.returned),
  },
}

function activity() {
  return {
    title: 'Planning a unit with an AI assistant',
    kind: 'workshop',
    startedOn: '2026-11-16',
    hours: '1.5',
  }
}

function completion() {
  return {
    id: completions.returned,
    version: '1',
    courseId: courses.privacy,
    completedOn: '2026-11-12',
  }
}

function goal() {
  return {
    id: goals.open,
    version: '1',
    title: 'Use captions in every video lesson',
    kind: 'professional_practice',
    target: 'Every video of the spring term has captions',
    dueOn: '2027-05-15',
  }
}

function award() {
  return {
    id: awards.notVerified,
    achievementId: achievements.iste,
    awardedOn: '2026-11-02',
    selfReported: 'on',
  }
}

/** A file of one of Ana's activities, in the database and in the storage. */
async function storeFile(store: TestStore, activityId: string) {
  const { id: districtId, ana } = northside
  const content = Buffer.from('%PDF-1.4\nand the rest of the file')
  await store.write(async (tx) => {
    await forDistrict(tx, districtId).insert(evidence).values({
      id: FILE,
      memberId: ana.id,
      activityId,
      kind: 'file',
      name: 'certificate.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
      sha256: 'of no matter',
      strength: 'document',
      mayShowStudents: false,
      createdAt: WORLD_NOW,
    })
  })
  const files = memoryFiles()
  files.contents.set(`${districtId}/${FILE}`, content)
  return { files }
}

/** The badge that waits has come back with a question. */
async function returnAward(store: TestStore) {
  const mara = await asMember(store, northside.mara)
  await mara.write(decide, {
    submissions: [submissions.award],
    decision: 'returned',
    reason: 'Where can it be looked up?',
  })
}
