import { newId } from '#db/id'
import { affiliations, leaves } from '#db/schema'
import type { TestStore } from '../../../support/database'
import { make } from '../../../support/factories'
import { asMember } from '../../../support/members'
import type { District, Table } from '../expectation'
import { ADMINISTRATORS, OFFICE } from './offices'

/** People, the organizations they are with, and the settings of the district. */
export const people = (district: District): Table => ({
  ...members(district),
  ...affiliated(district),
  ...organizations(district),

  'manage/outbox/outbox.tsx': { loader: ADMINISTRATORS },
  'manage/settings/settings.tsx': {
    loader: ADMINISTRATORS,
    action: {
      ...ADMINISTRATORS,
      form: () => ({
        name: 'Northside Schools',
        timeZone: 'America/Chicago',
        schoolYearStartsOn: '2026-07-01',
        reviewDays: 20,
        usesMayOverlap: 'yes',
      }),
    },
  },
  'manage/settings/yardsticks.tsx': {
    loader: ADMINISTRATORS,
    action: { ...ADMINISTRATORS, form: () => ({ hours: '20', startsOn: '2027-07-01' }) },
  },
})

const members = (district: District): Table => {
  const { ana, schools } = district
  const [invited, leave] = [newId(), newId()]
  return {
    'manage/people/index.tsx': { loader: OFFICE },
    'manage/people/new.tsx': {
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({
          id: newId(),
          givenName: 'Wanda',
          familyName: 'West',
          organizationId: schools.middle,
          role: 'educator',
          startedOn: '2026-11-20',
        }),
        foreign: 'not found',
      },
    },
    'manage/people/leaves.tsx': {
      parameters: { person: ana.id },
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({ id: newId(), startedOn: '2026-11-20', endedOn: '2026-12-20' }),
      },
    },
    'manage/people/leave-taken-back.ts': {
      parameters: { person: ana.id, leave },
      action: { ...ADMINISTRATORS, form: () => ({}) },
      arrange: (store) => beAway(store, district, leave),
    },
    'manage/people/show.tsx': { parameters: { person: ana.id }, loader: OFFICE },
    'manage/people/edit.tsx': {
      parameters: { person: ana.id },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ givenName: 'Anna', familyName: 'Alvarez' }) },
    },
    'manage/people/invitation.tsx': {
      parameters: { person: invited },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({}) },
      arrange: (store, now) => hire(store, district, invited, now),
    },
  }
}

const affiliated = (district: District): Table => {
  const { ana, schools } = district
  const affiliation = newId()
  return {
    'manage/people/new-affiliation.tsx': {
      parameters: { person: ana.id },
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({
          id: newId(),
          organizationId: schools.elementary,
          role: 'coach',
          startedOn: '2026-11-20',
        }),
        foreign: 'not found',
      },
    },
    'manage/people/ending.tsx': {
      parameters: { person: ana.id, affiliation },
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({ endedOn: '2026-11-20' }) },
      arrange: (store, now) => affiliate(store, district, affiliation, now),
    },
  }
}

const organizations = ({ schools }: District): Table => ({
  'manage/organizations/index.tsx': { loader: OFFICE },
  'manage/organizations/show.tsx': {
    parameters: { organization: schools.middle },
    loader: OFFICE,
    action: {
      ...ADMINISTRATORS,
      form: () => ({ name: 'Riverbend School', gradeBand: 'middle' }),
    },
  },
})

/** Somebody who has not joined yet. */
async function hire(store: TestStore, { rosa, schools, slug }: District, id: string, now: Date) {
  const administrator = await asMember(store, rosa, now)
  const email = `rae.rivers@${slug}.example`
  await administrator.write(make.member, { id, email, organizationId: schools.middle })
}

/** A second hat for Ana. */
async function affiliate(store: TestStore, district: District, id: string, now: Date) {
  const administrator = await asMember(store, district.rosa, now)
  await administrator.write((scope) =>
    scope.db.insert(affiliations).values({
      id,
      memberId: district.ana.id,
      organizationId: district.schools.middle,
      role: 'coach',
      startedOn: '2026-09-01',
      source: 'person',
    }),
  )
}

/** Lets Ana be on leave. */
async function beAway(store: TestStore, { ana, rosa }: District, id: string) {
  const administrator = await asMember(store, rosa)
  await administrator.write((scope) =>
    scope.db
      .insert(leaves)
      .values({ id, memberId: ana.id, startedOn: '2025-02-01', endedOn: '2025-03-01' }),
  )
}
