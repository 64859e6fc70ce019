import { newId } from '#db/id'
import { affiliations, members } from '#db/schema'
import { idOf } from '#db/seed/id'
import { sortNameOf } from '~/domain/people/name'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import { WORLD_TODAY } from '../../../support/world'
import { EVERYBODY } from '../actors'
import type { District, Table } from '../expectation'
import { ADMINISTRATORS, OFFICE } from './management'

/** The search, and people, organizations and settings below “District”. */
export const people = (district: District): Table => ({
  'search.tsx': { query: () => ({ q: 'brooks' }), loader: { open: EVERYBODY } },
  ...persons(district),
  ...settings(),

  'manage/organizations/index.tsx': { loader: OFFICE },
  'manage/organizations/show.tsx': {
    parameters: { organization: district.schools.middle },
    loader: OFFICE,
    action: { ...ADMINISTRATORS, form: () => ({ name: 'Riverside', gradeBand: 'middle' }) },
  },
})

const persons = (district: District): Table => {
  const { ana, schools } = district
  const newcomer = idOf(`${district.slug}/newcomer`)
  const affiliation = idOf(`${ana.email}/affiliation/${schools.middle}/educator/2019-08-24`)
  const place = () => ({
    id: newId(),
    organizationId: schools.elementary,
    role: 'coach',
    startedOn: WORLD_TODAY,
  })
  const hana = { givenName: 'Hana', familyName: 'Hill' }
  return {
    'manage/people/index.tsx': {
      query: () => ({ organization: schools.middle }),
      loader: OFFICE,
    },
    'manage/people/new.tsx': {
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ ...hana, ...place() }), foreign: 'not found' },
    },
    'manage/people/show.tsx': { parameters: { person: ana.id }, loader: OFFICE },
    'manage/people/edit.tsx': {
      parameters: { person: ana.id },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => hana },
    },
    'manage/people/invitation.tsx': {
      parameters: { person: newcomer },
      arrange: (store, now) => addNewcomer(store, district, newcomer, now),
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({}) },
    },
    'manage/people/new-affiliation.tsx': {
      parameters: { person: ana.id },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: place, foreign: 'not found' },
    },
    'manage/people/ending.tsx': {
      parameters: { person: ana.id, affiliation },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ endedOn: WORLD_TODAY }) },
    },
  }
}

const settings = (): Table => ({
  'manage/settings/settings.tsx': {
    loader: ADMINISTRATORS,
    action: {
      ...ADMINISTRATORS,
      form: () => ({
        name: 'Schools of the coast',
        timeZone: 'America/New_York',
        schoolYearStartsOn: '2026-07-01',
        reviewDays: '20',
      }),
    },
  },
  'manage/settings/yardsticks.tsx': {
    loader: ADMINISTRATORS,
    action: { ...ADMINISTRATORS, form: () => ({ hours: '20', startsOn: '2027-01-01' }) },
  },
  'manage/outbox/outbox.tsx': { loader: ADMINISTRATORS },
})

/** Somebody works at the middle school and has not joined yet. */
async function addNewcomer(store: TestStore, { rosa, schools }: District, id: string, now: Date) {
  const administrator = await asMember(store, rosa, now)
  const named = { givenName: 'Nia', familyName: 'Newcomer' }
  await administrator.write(async (scope) => {
    await scope.db.insert(members).values({
      id,
      ...named,
      sortName: sortNameOf(named),
      email: 'nia.newcomer@example.org',
      createdAt: now,
    })
    await scope.db.insert(affiliations).values({
      id: newId(now),
      memberId: id,
      organizationId: schools.middle,
      role: 'educator',
      startedOn: scope.today,
      source: 'person',
    })
  })
}
