import { newId } from '#db/id'
import { EVERYBODY, LEARNERS } from '../actors'
import type { District, Table } from '../expectation'
import { activityForm } from './forms'

const QUEUE = {
  open: ['principal', 'another principal', 'administrator'],
  forbidden: ['owner', 'colleague', 'coordinator', 'auditor'],
} as const
/** Who sees the submission but decides on nothing is told so. */
const DECISION = { open: ['principal', 'administrator'], forbidden: ['owner', 'auditor'] } as const

/** The frame, home, and everything below “My school”. */
export const school = ({ ana, schools, submissions }: District): Table => ({
  'district.tsx': { loader: { open: EVERYBODY } },
  'home.tsx': {
    loader: { open: EVERYBODY },
    action: {
      open: LEARNERS,
      forbidden: ['auditor'],
      isRepeatable: true,
      form: () => ({ ...activityForm, id: newId() }),
    },
  },

  'search.tsx': { query: () => ({ q: ana.familyName }), loader: { open: EVERYBODY } },

  'approvals/queue.tsx': {
    loader: QUEUE,
    action: {
      ...DECISION,
      form: () => ({ submissions: submissions.waiting, decision: 'approved' }),
      foreign: 'not found',
    },
  },
  'approvals/first.tsx': { loader: QUEUE },
  'approvals/show.tsx': {
    parameters: { submission: submissions.waiting },
    loader: DECISION,
    action: {
      ...DECISION,
      form: () => ({ decision: 'returned', reason: 'Which tool was it?' }),
    },
  },
  'approvals/reopening.tsx': {
    parameters: { submission: submissions.approved },
    loader: DECISION,
    action: { ...DECISION, form: () => ({ reason: 'I meant the one below it.' }) },
  },

  'staff/index.tsx': {
    loader: {
      open: ['principal', 'another principal', 'administrator', 'auditor'],
      forbidden: ['owner', 'colleague', 'coordinator'],
    },
  },
  'readiness/index.tsx': {
    loader: {
      open: ['principal', 'another principal', 'coordinator', 'administrator', 'auditor'],
      forbidden: ['owner', 'colleague'],
    },
  },
  'readiness/support.tsx': {
    query: () => ({ organization: schools.middle }),
    loader: {
      open: ['principal', 'administrator', 'auditor'],
      forbidden: ['owner', 'colleague', 'coordinator'],
    },
  },
  'staff/show.tsx': {
    parameters: { member: ana.id },
    loader: { open: ['owner', 'principal', 'administrator', 'auditor'] },
  },
})
