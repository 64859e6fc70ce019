import { addYears } from 'date-fns'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { evidence, legalHolds } from '#db/schema'
import { asMember } from '../../../support/members'
import type { TestStore } from '../../../support/database'
import type { District, Table } from '../expectation'
import { storeFile } from './file'
import { ADMINISTRATORS } from './offices'

/** Who looks at what is kept, and until when. */
const KEEPERS = {
  open: ['administrator', 'auditor'],
  forbidden: ['owner', 'colleague', 'principal', 'another principal', 'coordinator'],
} as const

/** How long evidence is kept, and legal holds. */
export const retention = (district: District): Table => {
  const hold = newId()
  const arrange = (store: TestStore) => placeHold(store, district, hold)
  return {
    'manage/retention/index.tsx': { loader: KEEPERS },
    'manage/retention/csv.ts': { loader: KEEPERS },
    'manage/retention/destruction.tsx': {
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({}) },
      arrange: (store, now) => storeDueFile(store, district, now),
    },
    'manage/retention/schedule.tsx': {
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({ evidenceYears: '7', separationYears: '6', destroysWhenDue: 'no' }),
      },
    },
    'manage/retention/holds/index.tsx': { loader: KEEPERS },
    'manage/retention/holds/new.tsx': {
      query: () => ({ person: district.ana.id }),
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ matter: 'Grievance' }) },
    },
    'manage/retention/holds/show.tsx': {
      parameters: { hold },
      loader: KEEPERS,
      action: { ...ADMINISTRATORS, form: () => ({ reason: 'Settled' }) },
      arrange,
    },
  }
}

async function placeHold(store: TestStore, { rosa, gwen }: District, id: string) {
  const administrator = await asMember(store, rosa)
  await administrator.write(async ({ db, today }) => {
    await db.insert(legalHolds).values({
      id,
      memberId: gwen.id,
      matter: 'Grievance',
      placedById: rosa.id,
      placedOn: today,
    })
  })
}

async function storeDueFile(store: TestStore, district: District, now: Date) {
  const id = newId()
  const long = addYears(now, -12)
  const context = await storeFile(store, district, district.activities.draft, id, long)
  const administrator = await asMember(store, district.rosa)
  await administrator.write(async ({ db }) => {
    await db.update(evidence).set({ keptUntil: '2020-06-30' }).where(eq(evidence.id, id))
  })
  return context
}
