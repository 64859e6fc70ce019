import { newDraftId, saveDraft } from '~/domain/activities/drafting.server'
import { activityInput, draftInput } from '~/domain/activities/inputs.server'
import { getActivity } from '~/domain/activities/queries.server'
import { logActivity, sendActivity } from '~/domain/activities/sending.server'
import { showActivity } from '~/domain/activities/showing.server'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, nora, mara, activities, schools } = world.northside

const typed = (fields: Record<string, unknown> = {}) =>
  activityInput.parse({
    id: newDraftId(),
    title: 'AI literacy webinar',
    kind: 'workshop',
    startedOn: '2026-11-18',
    hours: '1:30',
    ...fields,
  })

test('what is sent waits for the principal of the school, with thirty days on the clock', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed()

  const { reviewers } = await member.write(logActivity, input)

  const shown = await member.read(showActivity, input.id)
  expect(reviewers.map(({ name }) => name)).toContain(mara.name)
  expect(shown.activity).toMatchObject({
    status: 'submitted',
    minutes: 90,
    organizationId: schools.middle,
  })
  expect(shown.waiting).toMatchObject({ dueOn: '2026-12-20' })
})

test('an activity belongs to the school where its educator was on the day', async () => {
  const member = await asMember(await openTestStore(), nora)
  const before = typed({ startedOn: '2025-05-06' })
  const after = typed({ startedOn: '2026-10-06' })

  await member.write(logActivity, before)
  await member.write(logActivity, after)

  expect(await member.read(getActivity, before.id)).toMatchObject({
    organizationId: schools.middle,
  })
  expect(await member.read(getActivity, after.id)).toMatchObject({
    organizationId: schools.elementary,
  })
})

test.each([
  ['a day still to come', { startedOn: '2026-11-21' }, 'startedOn'],
  ['an end before its beginning', { endedOn: '2026-11-17' }, 'endedOn'],
  ['an end still to come', { endedOn: '2026-12-01' }, 'endedOn'],
  ['more hours than a day can hold', { hours: '17' }, 'hours'],
  ['a day long before the first one here', { startedOn: '1999-05-06' }, 'startedOn'],
  ['days long before', { startedOn: '1999-05-06', endedOn: '1999-05-07' }, 'endedOn'],
  ['more than a year', { startedOn: '2025-01-01', endedOn: '2026-11-01', hours: '9' }, 'endedOn'],
])('%s is refused at its field, and nothing is kept', async (_, fields, field) => {
  const member = await asMember(await openTestStore(), ana)
  const input = typed(fields)

  const sent = member.write(logActivity, input)

  await expect(sent).rejects.toMatchObject({ name: 'Invalid', field })
  await expect(member.read(getActivity, input.id)).rejects.toThrow(NotFound)
})

test('a day holds sixteen hours over all activities of that day', async () => {
  const member = await asMember(await openTestStore(), ana)
  await member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '10' }))
  await member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '6' }))

  const oneMore = member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '1 min' }))

  await expect(oneMore).rejects.toThrow(Invalid)
})

test('what is logged for the day already is told in hours and minutes', async () => {
  const member = await asMember(await openTestStore(), ana)
  await member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '50 min' }))

  const tooMuch = member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '15:30' }))

  await expect(tooMuch).rejects.toThrow('Together with 0:50 h already logged for that day')
})

test('activities of several days, or of another day, take nothing from a day', async () => {
  const member = await asMember(await openTestStore(), ana)
  const days = { startedOn: '2026-11-02', endedOn: '2026-11-04', hours: '16' }
  await member.write(logActivity, typed(days))
  await member.write(logActivity, typed({ startedOn: '2026-11-03', hours: '16' }))

  const sent = member.write(logActivity, typed({ startedOn: '2026-11-02', hours: '16' }))

  await expect(sent).resolves.toBeDefined()
})

test('a draft that lacks something is not sent', async () => {
  const member = await asMember(await openTestStore(), ana)
  const input = draftInput.parse({
    id: newDraftId(),
    title: 'No hours yet',
    startedOn: WORLD_TODAY,
  })
  await member.write(saveDraft, input)

  const sent = member.write(sendActivity, input.id)

  await expect(sent).rejects.toMatchObject({ field: 'kind' })
})

test('nothing is sent twice, and nothing of another district', async () => {
  const member = await asMember(await openTestStore(), ana)

  await expect(member.write(sendActivity, activities.submitted)).rejects.toThrow(Conflict)
  await expect(member.write(sendActivity, world.southside.activities.draft)).rejects.toThrow(
    NotFound,
  )
})
