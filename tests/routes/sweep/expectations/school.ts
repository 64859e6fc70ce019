import { world } from '../../../support/world'
import { EVERYBODY } from '../actors'
import type { Table } from '../expectation'

const { ana, submissions } = world.northside

const DECIDERS = { open: ['principal', 'another principal', 'administrator'] } as const
const QUEUE = { ...DECIDERS, forbidden: ['owner', 'colleague', 'coordinator', 'auditor'] } as const

/** The frame, home, and everything below “My school”. */
export const school: Table = {
  'district.tsx': { loader: { open: EVERYBODY } },
  'home.tsx': { loader: { open: EVERYBODY } },

  'approvals/queue.tsx': {
    loader: QUEUE,
    action: {
      open: ['principal', 'administrator'],
      forbidden: ['owner', 'auditor'],
      form: () => ({ submissions: submissions.waiting, decision: 'approved' }),
      namesRows: true,
    },
  },
  'approvals/first.tsx': { loader: QUEUE },
  'approvals/show.tsx': {
    parameters: { submission: submissions.waiting },
    loader: { open: ['principal', 'administrator'] },
    action: {
      open: ['principal', 'administrator'],
      forbidden: ['owner', 'auditor'],
      form: () => ({ decision: 'returned', reason: 'Which tool was it?' }),
    },
  },

  'staff/index.tsx': {
    loader: {
      open: ['principal', 'another principal', 'administrator', 'auditor'],
      forbidden: ['owner', 'colleague', 'coordinator'],
    },
  },
  'staff/show.tsx': {
    parameters: { member: ana.id },
    loader: { open: ['owner', 'principal', 'administrator', 'auditor'] },
  },
}
