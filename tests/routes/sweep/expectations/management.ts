import { world } from '../../../support/world'
import type { Table } from '../expectation'

const { northside } = world

const REPORT = {
  open: ['coordinator', 'administrator', 'auditor'],
  forbidden: ['owner', 'colleague', 'principal', 'another principal'],
} as const

/** Everything below “District”. */
export const management: Table = {
  'report/index.tsx': {
    query: () => ({ organization: northside.schools.middle }),
    loader: REPORT,
  },
  'report/csv.ts': { loader: REPORT },
}
