import { describe, expect, test } from 'vitest'
import { newId } from '#db/id'
import { and, desc, eq } from '#db/query.server'
import { affiliations, enrollments, events, memberSubjects, outgoingMail } from '#db/schema'
import type { Condition } from '#db/words'
import { startAffiliation } from '~/domain/members/affiliating.server'
import { addMember, editMember, openMemberForm } from '~/domain/members/editing.server'
import { endAffiliation } from '~/domain/members/ending.server'
import type { AffiliationInput, NewMemberInput } from '~/domain/members/inputs.server'
import { getMember } from '~/domain/members/showing.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import type { WriteScope } from '~/domain/scope.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish, within } from '../pathways/published'

const { northside, southside } = world
const { ana, ben, rosa, ming, schools, organization } = northside
const ORIGIN = 'https://cairn.example'

const asRosa = async () => asMember(await openTestStore(), rosa)

const someone = (given: Partial<NewMemberInput> = {}): NewMemberInput => ({
  id: newId(),
  givenName: 'Hana',
  familyName: 'Hill',
  email: 'hana.hill@northside.example',
  hiredOn: WORLD_TODAY,
  organizationId: schools.middle,
  role: 'educator',
  startedOn: WORLD_TODAY,
  invite: false,
  ...given,
})

const place = (given: Partial<AffiliationInput> = {}): AffiliationInput => ({
  id: newId(),
  organizationId: schools.elementary,
  role: 'educator',
  startedOn: WORLD_TODAY,
  ...given,
})

describe('adding a person', () => {
  test('makes a member with a place to work, once', async () => {
    const rosa = await asRosa()
    const input = someone()

    await rosa.write(addMember, input, ORIGIN)
    await rosa.write(addMember, input, ORIGIN)

    const person = await rosa.read(getMember, input.id)
    expect(person).toMatchObject({ name: 'Hana Hill', hiredOn: WORLD_TODAY, hasJoined: false })
    expect(person.affiliations).toMatchObject([
      { organization: 'Riverbend Middle School', role: 'educator', source: 'person' },
    ])
    expect(await eventsOf(rosa, input.id)).toEqual(['member.added'])
  })

  test('enrolls a new hire who fits an assignment', async () => {
    const rosa = await asRosa()
    const input = someone()

    await rosa.write(addMember, input, ORIGIN)

    const count = await rosa.scope.db.count(enrollments, eq(enrollments.memberId, input.id))
    expect(count).toBeGreaterThan(0)
  })

  test('invites right away', async () => {
    const rosa = await asRosa()
    const input = someone({ invite: true })

    await rosa.write(addMember, input, ORIGIN)

    const [letter] = await rosa.scope.db
      .select({ recipient: outgoingMail.recipient, text: outgoingMail.text })
      .from(outgoingMail)
      .orderBy(desc(outgoingMail.createdAt))
    expect(letter?.recipient).toBe(input.email)
    expect(letter?.text).toContain(`${ORIGIN}/invitations/`)
    expect(await rosa.read(getMember, input.id)).toMatchObject({ hasJoined: false })
  })

  test('with the address of somebody else is refused', async () => {
    const rosa = await asRosa()

    const added = rosa.write(addMember, someone({ email: ana.email }), ORIGIN)

    await expect(added).toHaveFieldError('email', `${ana.name} has this address already.`)
  })

  test('with the address of somebody in the other district is fine', async () => {
    const rosa = await asRosa()

    const added = rosa.write(addMember, someone({ email: southside.ana.email }), ORIGIN)

    await expect(added).resolves.toBeDefined()
  })

  test('to invite needs an address', async () => {
    const rosa = await asRosa()

    const added = rosa.write(addMember, someone({ email: undefined, invite: true }), ORIGIN)

    await expect(added).toHaveFieldError('email', /needs an email address/)
  })

  test('at a school of the other district is refused as if it were not there', async () => {
    const rosa = await asRosa()
    const input = someone({ organizationId: southside.schools.middle })

    await expect(rosa.write(addMember, input, ORIGIN)).toBeNotFound()
    await expect(rosa.read(getMember, input.id)).toBeNotFound()
  })

  test('is for administrators', async () => {
    const coordinator = await asMember(await openTestStore(), ming)

    await expect(coordinator.write(addMember, someone(), ORIGIN)).toBeForbidden()
  })
})

describe('editing a person', () => {
  const input = {
    givenName: 'Anna',
    familyName: 'Brooks',
    email: ana.email,
    hiredOn: '2019-08-24',
    subjects: [],
  }

  test('changes the name by which they are sorted', async () => {
    const rosa = await asRosa()

    await rosa.write(editMember, ana.id, input)

    expect(await rosa.read(getMember, ana.id)).toMatchObject({
      name: 'Anna Brooks',
      hiredOn: '2019-08-24',
    })
    expect(await eventsOf(rosa, ana.id)).toContain('member.edited')
  })

  test('enrolls who turns out to be a new hire', async () => {
    const rosa = await asRosa()
    const rae = await rosa.write(make.member, { organizationId: schools.middle })
    const { givenName, familyName } = rae
    const before = await enrollmentsOf(rosa, rae.id)

    await rosa.write(editMember, rae.id, {
      givenName,
      familyName,
      hiredOn: WORLD_TODAY,
      subjects: [],
    })

    expect(await enrollmentsOf(rosa, rae.id)).toBeGreaterThan(before)
  })

  test('says what they teach beside what the roster says, each subject once', async () => {
    const rosa = await asRosa()
    await rosa.write(async (scope: WriteScope) => {
      const row = { id: newId(), memberId: ana.id, subject: 'Mathematics', addedOn: scope.today }
      await scope.db.insert(memberSubjects).values({ ...row, source: 'roster' })
    })

    await rosa.write(editMember, ana.id, { ...input, subjects: ['mathematics', 'Robotics'] })
    const taught = await rosa.read(openMemberForm, ana.id)
    await rosa.write(editMember, ana.id, input)
    const cleared = await rosa.read(openMemberForm, ana.id)

    expect(taught.subjects).toEqual({ fromRoster: ['Mathematics'], entered: ['Robotics'] })
    expect(cleared.subjects).toEqual({ fromRoster: ['Mathematics'], entered: [] })
  })

  test('enrolls who comes to teach what an assignment asks for', async () => {
    const rosa = await asRosa()
    const rae = await rosa.write(make.member, { organizationId: schools.middle })
    const { id } = await publish(rosa, [evidenceStep])
    const [works] = within().audience.any[0]!
    const audience = { any: [[{ ...works, subjects: ['Robotics'] } as Condition]], except: [] }
    await rosa.write(makeAssignment, id, { ...forEducators, audience })
    const { givenName, familyName } = rae
    const known = { givenName, familyName, hiredOn: '2010-08-24' }
    const held = () => rosa.scope.db.count(enrollments, eq(enrollments.pathwayId, id))

    await rosa.write(editMember, rae.id, { ...known, subjects: [] })
    const before = await held()
    await rosa.write(editMember, rae.id, { ...known, subjects: ['Robotics'] })

    expect([before, await held()]).toEqual([0, 1])
  })

  test('cannot take the address of somebody else', async () => {
    const rosa = await asRosa()

    const edited = rosa.write(editMember, ana.id, { ...input, email: ben.email })

    await expect(edited).toHaveFieldError('email')
  })

  test('of the other district finds nobody', async () => {
    await expect((await asRosa()).write(editMember, southside.ana.id, input)).toBeNotFound()
  })
})

describe('starting an affiliation', () => {
  test('adds a dated row and keeps the others', async () => {
    const rosa = await asRosa()
    const input = place()

    await rosa.write(startAffiliation, ana.id, input)
    await rosa.write(startAffiliation, ana.id, input)

    const { affiliations: places } = await rosa.read(getMember, ana.id)
    expect(places.map(({ organization, startedOn }) => [organization, startedOn])).toEqual([
      ['Birchwood Elementary School', WORLD_TODAY],
      ['Riverbend Middle School', expect.any(String)],
    ])
    expect(await eventsOf(rosa, input.id)).toEqual(['affiliation.started'])
  })

  test.each([
    ['the same role at the same place again', { organizationId: schools.middle }, 'startedOn'],
    ['a last day before the first', { endedOn: '2026-11-19' }, 'endedOn'],
    [
      'a principal of the district',
      { organizationId: organization, role: 'principal' },
      'organizationId',
    ],
    ['an administrator of a school', { role: 'administrator' }, 'organizationId'],
  ] as const)('refuses %s', async (_, given, field) => {
    const rosa = await asRosa()

    const started = rosa.write(startAffiliation, ana.id, place(given))

    await expect(started).toHaveFieldError(field)
  })

  test('allows the same place again after it has ended', async () => {
    const rosa = await asRosa()

    const started = rosa.write(
      startAffiliation,
      northside.gwen.id,
      place({ organizationId: schools.middle }),
    )

    await expect(started).resolves.toBeUndefined()
  })

  test('at a school of the other district finds none', async () => {
    const rosa = await asRosa()
    const input = place({ organizationId: southside.schools.middle })

    await expect(rosa.write(startAffiliation, ana.id, input)).toBeNotFound()
    await expect(rosa.write(startAffiliation, southside.ana.id, place())).toBeNotFound()
  })
})

describe('ending an affiliation', () => {
  test('gives it a last day', async () => {
    const rosa = await asRosa()
    const id = await affiliationOf(rosa, ana.id)

    await rosa.write(endAffiliation, ana.id, id, { endedOn: WORLD_TODAY })

    const { affiliations: places } = await rosa.read(getMember, ana.id)
    expect(places).toMatchObject([{ endedOn: WORLD_TODAY }])
    expect(await eventsOf(rosa, id)).toEqual(['affiliation.ended'])
  })

  test('refuses a last day before the first', async () => {
    const rosa = await asRosa()
    const id = await affiliationOf(rosa, ana.id)

    const ended = rosa.write(endAffiliation, ana.id, id, { endedOn: '2000-01-01' })

    await expect(ended).toHaveFieldError('endedOn', /It began on/)
  })

  test('refuses what has ended', async () => {
    const rosa = await asRosa()
    const id = await affiliationOf(rosa, northside.gwen.id)

    const ended = rosa.write(endAffiliation, northside.gwen.id, id, { endedOn: WORLD_TODAY })

    await expect(ended).toHaveFieldError('endedOn', /ended already/)
  })

  test('keeps the last administrator who can sign in', async () => {
    const administrator = await asRosa()
    const id = await affiliationOf(administrator, rosa.id)
    const uninvited = await administrator.write(make.member, {
      organizationId: organization,
      role: 'administrator',
    })

    const ended = administrator.write(endAffiliation, rosa.id, id, { endedOn: WORLD_TODAY })

    await expect(ended).toHaveFieldError('endedOn', /Nobody else who can sign in/)
    const other = await affiliationOf(administrator, uninvited.id)
    const endOther = administrator.write(endAffiliation, uninvited.id, other, {
      endedOn: WORLD_TODAY,
    })
    await expect(endOther).resolves.toBeUndefined()
  })

  test('lets an administrator go when there is another', async () => {
    const administrator = await asRosa()
    await administrator.write(
      startAffiliation,
      ming.id,
      place({ organizationId: organization, role: 'administrator' }),
    )
    const id = await affiliationOf(administrator, rosa.id)

    const ended = administrator.write(endAffiliation, rosa.id, id, { endedOn: WORLD_TODAY })

    await expect(ended).resolves.toBeUndefined()
  })

  test('of somebody else, or of the other district, finds none', async () => {
    const rosa = await asRosa()
    const id = await affiliationOf(rosa, ana.id)
    const day = { endedOn: WORLD_TODAY }

    await expect(rosa.write(endAffiliation, ben.id, id, day)).toBeNotFound()
    const south = await asMember(await openTestStore(), southside.rosa)
    await expect(south.write(endAffiliation, ana.id, id, day)).toBeNotFound()
  })
})

async function affiliationOf({ scope }: TestMember, memberId: string) {
  const [row] = await scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(eq(affiliations.memberId, memberId))
  return row!.id
}

async function eventsOf({ scope }: TestMember, subjectId: string) {
  const rows = await scope.db
    .select({ type: events.type })
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.happenedAt, scope.now)))
  return rows.map(({ type }) => type)
}

const enrollmentsOf = ({ scope }: TestMember, memberId: string) =>
  scope.db.count(enrollments, eq(enrollments.memberId, memberId))
