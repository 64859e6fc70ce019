import { createHash } from 'node:crypto'
import { newId } from '#db/id'
import { stateFileRows, stateFiles } from '#db/schema'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import type { District, Table } from '../expectation'
import { ADMINISTRATORS, READERS } from './offices'

const CONTENT = 'state_number'
/** Numbers that no file of the demonstration has. */
const NUMBERS = { show: 901, csv: 902, refusal: 903 }

/** The file for the state: its rows before it is made, and what was made. */
export const stateFile = (district: District): Table => {
  const kept = (number: number) => {
    const parameters = { file: newId() }
    const arrange = (store: TestStore) => keepFile(store, district, parameters.file, number)
    return { parameters, arrange }
  }
  return {
    'manage/state-file/index.tsx': { loader: READERS },
    'manage/state-file/new.tsx': {
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({ id: newId(), first: '2026-07-01', last: '2027-06-30' }),
      },
    },
    'manage/state-file/files/index.tsx': { loader: READERS },
    'manage/state-file/files/show.tsx': { ...kept(NUMBERS.show), loader: READERS },
    'manage/state-file/files/csv.ts': { ...kept(NUMBERS.csv), loader: ADMINISTRATORS },
    'manage/state-file/files/refusal.tsx': {
      ...kept(NUMBERS.refusal),
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ reason: 'The header was not read' }) },
    },
  }
}

async function keepFile(
  store: TestStore,
  { rosa, ana, schools }: District,
  id: string,
  number: number,
) {
  const administrator = await asMember(store, rosa)
  await administrator.write(async ({ db, now }) => {
    await db.insert(stateFiles).values({
      id,
      number,
      firstOn: '2019-07-01',
      lastOn: '2020-06-30',
      size: 1,
      content: CONTENT,
      sha256: createHash('sha256').update(CONTENT).digest('hex'),
      madeById: rosa.id,
      madeAt: now,
    })
    await db.insert(stateFileRows).values({
      id: newId(),
      fileId: id,
      position: 1,
      kind: 'new',
      memberId: ana.id,
      organizationId: schools.middle,
      stateNumber: '482913',
      familyName: ana.familyName,
      givenName: ana.givenName,
      schoolNumber: '100',
      schoolName: 'Riverbend Middle School',
      activities: 1,
      minutes: 60,
      previousMinutes: null,
    })
  })
}
