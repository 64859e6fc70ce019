import { newId } from '#db/id'
import { asc, eq, isUniqueViolation, sumOf } from '#db/query.server'
import { awards, events, ledgerEntries, outgoingMail, submissions } from '#db/schema'
import { showActivity } from '~/domain/activities/showing.server'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { showSubmission } from '~/domain/approvals/showing.server'
import { getAward } from '~/domain/badges/queries.server'
import { getCompletion } from '~/domain/completions/queries.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { removeEvidence } from '~/domain/evidence/commands.server'
import { addDays } from '~/domain/calendar'
import { getTableColumns } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const northside = world.northside
const { ana, ben, mara, dev, rosa, ming, ida, activities, completions } = northside
const { approved, denied, returned, waiting, withdrawn } = northside.submissions
const MONDAY = new Date('2026-11-23T15:00:00Z')
const TUESDAY = new Date('2026-11-24T15:00:00Z')
const because = { reason: 'I meant the one below it.' }

const { districtId: _, ...everything } = getTableColumns(ledgerEntries)

const entriesOf = (member: TestMember, activityId: string) =>
  member.scope.db
    .select({
      id: ledgerEntries.id,
      minutes: ledgerEntries.minutes,
      earnedOn: ledgerEntries.earnedOn,
      bookedOn: ledgerEntries.bookedOn,
      schoolYear: ledgerEntries.schoolYear,
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      strength: ledgerEntries.strength,
      correctsId: ledgerEntries.correctsId,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.activityId, activityId))
    .orderBy(asc(ledgerEntries.bookedOn), asc(ledgerEntries.id))

const lettersTo = (store: TestStore, email: string) =>
  store.read
    .select({ subject: outgoingMail.subject, text: outgoingMail.text })
    .from(outgoingMail)
    .where(eq(outgoingMail.recipient, email))

const approve = (member: TestMember, id: string) =>
  member.write(decide, { submissions: [id], decision: 'approved' })

describe('an approval that is taken back', () => {
  test('waits again from today, and its history says who did it and why', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara, MONDAY)

    await principal.write(reopenSubmission, approved, because)

    const shown = await (await asMember(store, ana, MONDAY)).read(showActivity, activities.approved)
    expect(shown).toMatchObject({
      activity: { status: 'submitted' },
      waiting: { id: approved, reopenedAt: MONDAY, dueOn: '2026-12-23' },
      can: { edit: false, withdraw: true },
    })
    expect(shown.history.map(({ status }) => status)).toEqual(['sent', 'approved', 'reopened'])
    expect(shown.history.at(-1)).toMatchObject({
      by: mara.name,
      takenBack: 'approved',
      at: MONDAY,
      ...because,
    })
  })

  test('counts nothing: the ledger has the opposite entry, which names the one it takes back', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara, MONDAY)
    const [before] = await entriesOf(principal, activities.approved)

    await principal.write(reopenSubmission, approved, because)

    const [first, opposite, ...more] = await entriesOf(principal, activities.approved)
    expect(first).toEqual(before)
    expect(opposite).toEqual({
      ...before,
      id: opposite!.id,
      minutes: -180,
      bookedOn: '2026-11-23',
      correctsId: before!.id,
    })
    expect(more).toEqual([])
  })

  test('is corrected once: the database refuses a second correction, and one of another district', async () => {
    const store = await openTestStore()
    const [principal, stranger] = [
      await asMember(store, mara, MONDAY),
      await asMember(store, world.southside.mara, MONDAY),
    ]
    await principal.write(reopenSubmission, approved, because)
    const entries = await principal.scope.db.select(everything).from(ledgerEntries).where(undefined)
    const opposite = entries.find(({ correctsId }) => correctsId !== null)!
    const theirs = await stranger.scope.db.select(everything).from(ledgerEntries).where(undefined)
    const add = (member: TestMember, row: typeof opposite) =>
      member.write(({ db }) => db.insert(ledgerEntries).values({ ...row, id: newId() }))

    const again = await add(principal, opposite).catch((error: unknown) => error)
    const across = add(stranger, { ...theirs[0]!, correctsId: opposite.correctsId })

    expect(isUniqueViolation(again)).toBe(true)
    await expect(across).rejects.toThrow()
  })

  test('is approved anew, and taken back anew: each time it is booked once', async () => {
    const store = await openTestStore()
    const monday = await asMember(store, mara, MONDAY)
    const tuesday = await asMember(store, mara, TUESDAY)
    const minutes = async () => {
      const rows = await entriesOf(monday, activities.approved)
      return rows.map((entry) => entry.minutes)
    }

    await monday.write(reopenSubmission, approved, because)
    await approve(tuesday, approved)
    expect(await minutes()).toEqual([180, -180, 180])
    await tuesday.write(reopenSubmission, approved, because)

    const rows = await entriesOf(monday, activities.approved)
    expect(rows.map((entry) => entry.minutes).toSorted()).toEqual([-180, -180, 180, 180])
    const corrected = rows.flatMap(({ correctsId }) => correctsId ?? [])
    expect(corrected.toSorted()).toEqual(
      rows
        .filter(({ minutes: booked }) => booked > 0)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('can be withdrawn by the educator like anything that waits', async () => {
    const store = await openTestStore()
    await (await asMember(store, mara, MONDAY)).write(reopenSubmission, approved, because)
    const educator = await asMember(store, ana, TUESDAY)

    await educator.write(withdraw, approved)

    const shown = await educator.read(showActivity, activities.approved)
    expect(shown).toMatchObject({ activity: { status: 'withdrawn' }, can: { edit: true } })
    expect(shown.history.at(-1)).toMatchObject({ status: 'withdrawn', at: TUESDAY })
  })

  test('is told to the educator in a letter, and recorded', async () => {
    const store = await openTestStore()

    await (await asMember(store, mara, MONDAY)).write(reopenSubmission, approved, because)

    const [letter, ...more] = await lettersTo(store, ana.email)
    expect(more).toEqual([])
    expect(letter!.subject).toBe(
      '“Writing accessible documents and slides” waits for a decision again',
    )
    expect(letter!.text).toContain(`${mara.name} took the approval of`)
    expect(letter!.text).toContain(because.reason)
    const recorded = await store.read
      .select({ type: events.type, details: events.details })
      .from(events)
      .where(eq(events.subjectId, approved))
      .orderBy(asc(events.happenedAt))
    expect(recorded.at(-1)).toEqual({
      type: 'submission.reopened',
      details: { kind: 'activity', decision: 'approved', completedEnrollmentsKept: [] },
    })
  })

  test('of a course counts nothing either, and the course waits', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara, MONDAY)
    const { reopenable } = await principal.read(getCompletion, completions.approved)

    await principal.write(reopenSubmission, reopenable!.id, because)

    const shown = await principal.read(getCompletion, completions.approved)
    expect(shown).toMatchObject({
      status: 'waiting',
      waiting: { id: reopenable!.id },
      decision: null,
      reopenable: null,
      can: { decide: true },
    })
    const [sum] = await principal.scope.db
      .select({ minutes: sumOf(ledgerEntries.minutes) })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.completionId, completions.approved))
    expect(sum!.minutes).toBe(0)
  })

  test.each(['approved', 'denied'] as const)(
    'leaves a badge that was %s as unverified as it came',
    async (decision) => {
      const store = await openTestStore()
      const { award } = northside.submissions
      const [principal, later] = [await asMember(store, mara), await asMember(store, mara, MONDAY)]
      await principal.write(decide, { submissions: [award], decision, ...because })

      await later.write(reopenSubmission, award, because)

      const [row] = await store.read
        .select({ id: awards.id, verification: awards.verification, decidedOn: awards.decidedOn })
        .from(awards)
        .innerJoin(submissions, eq(submissions.awardId, awards.id))
        .where(eq(submissions.id, award))
      expect(row).toMatchObject({ verification: 'not_verified', decidedOn: null })
      const shown = await later.read(getAward, row!.id)
      expect(shown.waiting).toMatchObject({ id: award, dueOn: addDays('2026-11-23', 30) })
      expect(shown.can).toMatchObject({ correct: false, decide: true })
    },
  )

  test('of evidence keeps the evidence, though the educator withdraws it then', async () => {
    const store = await openTestStore()
    const { evidence: submission } = northside.submissions
    await approve(await asMember(store, mara), submission)
    await (await asMember(store, mara, MONDAY)).write(reopenSubmission, submission, because)
    const educator = await asMember(store, ana, TUESDAY)
    await educator.write(withdraw, submission)

    const removal = educator.write(removeEvidence, northside.evidence.step)

    await expect(removal).rejects.toThrow(Forbidden)
  })
})

test('a denial is taken back likewise, and books nothing', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, mara, MONDAY)

  await principal.write(reopenSubmission, denied, because)

  expect(await entriesOf(principal, activities.denied)).toEqual([])
  const { submission, history, can } = await principal.read(showSubmission, denied)
  expect(submission).toMatchObject({ status: 'waiting', dueOn: '2026-12-23' })
  expect(history.at(-1)).toMatchObject({ status: 'reopened', takenBack: 'denied' })
  expect(can).toEqual({ decide: true, reopen: false })
  await approve(principal, denied)
  expect(await entriesOf(principal, activities.denied)).toMatchObject([{ minutes: 600 }])
})

describe('who takes a decision back', () => {
  test.each([
    ['their principal', mara],
    ['an administrator', rosa],
  ])('may be %s', async (_, person) => {
    const member = await asMember(await openTestStore(), person)

    const { submission } = await member.write(reopenSubmission, approved, because)

    expect(submission.id).toBe(approved)
    const shown = await member.read(showSubmission, approved)
    expect(shown.submission.status).toBe('waiting')
  })

  test.each([
    ['the owner', ana, Forbidden],
    ['an auditor', ida, Forbidden],
    ['a colleague', ben, NotFound],
    ['another principal', dev, NotFound],
    ['a coordinator', ming, NotFound],
    ['an administrator of another district', world.southside.rosa, NotFound],
  ])('is not %s', async (_, person, refusal) => {
    const store = await openTestStore()
    const member = await asMember(store, person)

    const taken = member.write(reopenSubmission, approved, because)

    await expect(taken).rejects.toThrow(refusal)
    const [row] = await store.read
      .select({ status: submissions.status })
      .from(submissions)
      .where(eq(submissions.id, approved))
    expect(row!.status).toBe('approved')
    expect(await lettersTo(store, ana.email)).toEqual([])
  })

  test('is not a principal whose own it is', async () => {
    const store = await openTestStore()
    const { ofMara } = northside.submissions
    await approve(await asMember(store, rosa), ofMara)

    const taken = (await asMember(store, mara)).write(reopenSubmission, ofMara, because)

    await expect(taken).rejects.toThrow(Forbidden)
  })
})

describe('nothing is taken back', () => {
  test.each([
    ['waits', waiting],
    ['was returned', returned],
    ['was withdrawn', withdrawn],
  ])('of what %s', async (_, id) => {
    const principal = await asMember(await openTestStore(), mara)

    await expect(principal.write(reopenSubmission, id, because)).rejects.toThrow(Conflict)
  })

  test('twice', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    await principal.write(reopenSubmission, approved, because)

    const again = (await asMember(store, rosa)).write(reopenSubmission, approved, because)

    await expect(again).rejects.toThrow(Conflict)
    expect(await entriesOf(principal, activities.approved)).toHaveLength(2)
    expect(await lettersTo(store, ana.email)).toHaveLength(1)
  })

  test('twice by two who do it at the same moment', async () => {
    const store = await openTestStore()
    const [principal, administrator] = [await asMember(store, mara), await asMember(store, rosa)]

    const outcomes = await Promise.allSettled([
      principal.write(reopenSubmission, approved, because),
      administrator.write(reopenSubmission, approved, because),
    ])

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await entriesOf(principal, activities.approved)).toHaveLength(2)
  })

  test('of an earlier sending, once a later one has answered it', async () => {
    const store = await openTestStore()
    const principal = await asMember(store, mara)
    await store.write(async (tx) => {
      const [row] = await tx.select().from(submissions).where(eq(submissions.id, denied))
      await tx.insert(submissions).values({
        ...row!,
        id: newId(),
        status: 'waiting',
        submittedAt: MONDAY,
        closedAt: null,
        dueOn: WORLD_TODAY,
      })
    })

    const taken = principal.write(reopenSubmission, denied, because)

    await expect(taken).rejects.toThrow(Conflict)
    expect((await principal.read(showSubmission, denied)).can.reopen).toBe(false)
  })
})
