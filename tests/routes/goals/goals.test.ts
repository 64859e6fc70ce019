import { newId } from '#db/id'
import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as checkIns from '~/routes/goals/check-ins'
import * as edit from '~/routes/goals/edit'
import * as list from '~/routes/goals/index'
import * as fresh from '~/routes/goals/new'
import * as outcome from '~/routes/goals/outcome'
import * as reopening from '~/routes/goals/reopening'
import * as show from '~/routes/goals/show'
import { openTestStore } from '../../support/database'
import { sampleFile } from '../../support/files'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, mara, theo, goals: known } = northside

const form = (given: Record<string, string> = {}) => ({
  id: newId(),
  version: '0',
  title: 'Give feedback by audio in each unit',
  kind: 'professional_practice',
  competency: 'digcompedu-2017/4.3',
  baseline: '2 of 10 units',
  target: 'every unit',
  dueOn: '2027-05-15',
  ...given,
})

const at = (id: string, path = paths.goal(northside, id)) => ({ url: path, params: { goal: id } })

describe('setting a goal', () => {
  const url = paths.newGoal(northside)

  it('saves it and shows it', async () => {
    const store = await openTestStore()
    const fields = form()

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.redirect).toBe(paths.goal(northside, fields.id))
    const page = await visit(show, { store, as: ana, ...at(fields.id) })
    expect(page.body).toMatchObject({ title: fields.title, status: 'open' })
  })

  it.each([
    ['title', { title: '' }],
    ['kind', { kind: 'party' }],
    ['target', { target: ' ' }],
    ['dueOn', { dueOn: '' }],
    ['dueOn', { dueOn: '2026-11-19' }],
    ['competency', { competency: 'digcompedu-2017/9.9' }],
  ])('comes back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()
    const fields = form(given)

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.error)).toEqual([field])
    expect(answer.body.initialValue).toMatchObject({ baseline: fields.baseline })
  })

  it('is forbidden to an auditor', async () => {
    const store = await openTestStore()

    expect((await visit(fresh, { store, as: northside.ida, url })).status).toBe(403)
  })
})

describe('the pages of goals', () => {
  it('list the open ones apart from the closed', async () => {
    const store = await openTestStore()
    const url = paths.goals(northside)

    const full = await visit(list, { store, as: ana, url })
    const empty = await visit(list, { store, as: theo, url })

    expect(full.body.open.map(({ id }: { id: string }) => id)).toEqual([known.open])
    expect(full.body.closed.total).toBe(4)
    expect(empty.body).toMatchObject({ open: [], closed: { total: 0 } })
  })

  it('show a goal to its owner and to the principal, and to nobody else', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana) =>
      (await visit(show, { store, as, ...at(known.open) })).status

    expect(await statusFor(ana)).toBe(200)
    expect(await statusFor(mara)).toBe(200)
    expect(await statusFor(ben)).toBe(404)
    expect(await statusFor(world.southside.ana)).toBe(404)
  })

  it('save a change, and say so when another window was faster', async () => {
    const store = await openTestStore()
    const page = at(known.open, paths.editGoal(northside, known.open))
    const { body } = await visit(edit, { store, as: ana, ...page })
    const fields = form({ version: String(body.goal.version) })

    const saved = await send(edit, { store, as: ana, ...page, form: fields })
    const late = await send(edit, { store, as: ana, ...page, form: fields })

    expect(saved.redirect).toBe(paths.goal(northside, known.open))
    expect(late.status).toBe(409)
    expect(late.body.initialValue).toMatchObject({ target: fields.target })
  })

  it('do not open a closed goal for a change, nor somebody else’s', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana, id: string) =>
      (await visit(edit, { store, as, ...at(id, paths.editGoal(northside, id)) })).status

    expect(await statusFor(ana, known.met)).toBe(403)
    expect(await statusFor(mara, known.open)).toBe(404)
  })
})

describe('following a goal', () => {
  it('notes a check-in with a file', async () => {
    const store = await openTestStore()
    const page = at(known.open, paths.goalCheckIns(northside, known.open))
    const note = { note: 'Four units have it now.', files: sampleFile('jpg') }

    const opened = await visit(checkIns, { store, as: ana, ...page })
    const answer = await send(checkIns, { store, as: ana, ...page, form: note })

    expect(opened.status).toBe(200)
    expect(answer.redirect).toBe(paths.goal(northside, known.open))
    const { body } = await visit(show, { store, as: ana, ...at(known.open) })
    expect(body.checkIns[0]).toMatchObject({ note: note.note })
  })

  it('asks for a sentence', async () => {
    const store = await openTestStore()
    const page = at(known.open, paths.goalCheckIns(northside, known.open))

    const answer = await send(checkIns, { store, as: ana, ...page, form: { note: '' } })

    expect(answer.status).toBe(422)
    expect(answer.body.error).toHaveProperty('note')
  })

  it('closes a goal with its outcome, and reopens it the same day', async () => {
    const store = await openTestStore()
    const page = at(known.open, paths.goalOutcome(northside, known.open))
    const ending = { status: 'met', outcome: 'Every unit has it.' }

    const missing = await send(outcome, { store, as: ana, ...page, form: { status: 'open' } })
    const closed = await send(outcome, { store, as: ana, ...page, form: ending })
    const late = await send(outcome, { store, as: ana, ...page, form: ending })
    const opened = await send(reopening, {
      store,
      as: ana,
      ...at(known.open, paths.goalReopening(northside, known.open)),
    })

    expect(missing.status).toBe(422)
    expect(Object.keys(missing.body.error)).toEqual(['status', 'outcome'])
    expect([closed.status, late.status, opened.status]).toEqual([302, 409, 302])
  })

  it('reopens no goal that was closed before today, nor somebody else’s', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana, id: string) =>
      (await send(reopening, { store, as, ...at(id, paths.goalReopening(northside, id)) })).status

    expect(await statusFor(ana, known.met)).toBe(403)
    expect(await statusFor(ben, known.met)).toBe(404)
  })
})
