import { completions } from '#db/schema'
import { describe, expect, it } from 'vitest'
import {
  type CompletionFilter,
  getCompletion,
  listOwnCompletions,
  listYears,
  visibleTo,
} from '~/domain/completions/queries.server'
import { NotFound } from '~/domain/errors'
import { PAGE_SIZE } from '~/domain/listing'
import { can } from '~/domain/policy'
import type { Scope } from '~/domain/scope.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, cora, dev, ida, mara, ming, rosa, theo, completions: known } = northside

const filter = (given: Partial<CompletionFilter> = {}): CompletionFilter => ({
  sort: '-date',
  page: 1,
  ...given,
})

const rows = {
  id: completions.id,
  memberId: completions.memberId,
  organizationId: completions.organizationId,
}
const listVisible = (scope: Scope) =>
  scope.db.select(rows).from(completions).where(visibleTo(scope.actor))
const listAll = (scope: Scope) => scope.db.select(rows).from(completions)

it.each([ana, ben, cora, dev, ida, mara, ming, rosa])(
  'lists for $name exactly what the policy lets them view',
  async (person) => {
    const store = await openTestStore()
    for (const owner of [cora, mara, ming]) {
      await (await asMember(store, owner)).write(make.completion)
    }
    const member = await asMember(store, person)

    const visible = await member.read(listVisible)

    const permitted = (await member.read(listAll)).filter((row) =>
      can(member.actor, 'completion.view', row),
    )
    expect(visible.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort())
  },
)

describe('one finished course', () => {
  it('says with whom it waits, since when and until when', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await member.read(getCompletion, known.waiting)

    expect(page.waiting).toMatchObject({ id: northside.submissions.completion })
    expect(page.waiting?.reviewers.map(({ name }) => name)).toEqual([mara.name])
    expect(page.can).toEqual({ correct: false, withdraw: true, decide: false })
  })

  it('says who returned it and with which question', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await member.read(getCompletion, known.returned)

    expect(page.decision).toMatchObject({ status: 'returned', by: mara.name })
    expect(page.decision?.reason).toContain('certificate')
    expect(page.can).toEqual({ correct: true, withdraw: false, decide: false })
  })

  it('lets the principal decide, and not change it', async () => {
    const store = await openTestStore()
    const member = await asMember(store, mara)

    const page = await member.read(getCompletion, known.waiting)

    expect(page).toMatchObject({ owner: ana.name, isOwn: false })
    expect(page.can).toEqual({ correct: false, withdraw: false, decide: true })
  })

  it.each([ben, dev, ming, world.southside.rosa])('is not there for $name', async (person) => {
    const store = await openTestStore()
    const member = await asMember(store, person)

    const attempt = member.read(getCompletion, known.approved)

    await expect(attempt).rejects.toThrow(NotFound)
  })
})

describe('the list of one’s own finished courses', () => {
  it('has the newest first, and narrows to a status and a school year', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const all = await member.read(listOwnCompletions, filter())
    const returned = await member.read(listOwnCompletions, filter({ status: 'returned' }))
    const lastYear = await member.read(listOwnCompletions, filter({ schoolYear: 2025 }))

    const days = all.rows.map(({ completedOn }) => completedOn)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(all.total).toBe(4)
    expect(returned.rows.map(({ id }) => id)).toEqual([known.returned])
    expect(lastYear.rows).toEqual([])
  })

  it('can be sorted by hours, and has pages', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)
    for (let minutes = 1; minutes <= PAGE_SIZE + 1; minutes++) {
      await member.write(make.completion, { minutes })
    }

    const second = await member.read(listOwnCompletions, filter({ sort: 'hours', page: 2 }))

    expect(second).toMatchObject({ total: PAGE_SIZE + 1, pages: 2 })
    expect(second.rows.map(({ minutes }) => minutes)).toEqual([PAGE_SIZE + 1])
  })

  it('is empty, with no school year to choose, for who has finished none', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)

    const list = await member.read(listOwnCompletions, filter())

    expect(list).toMatchObject({ rows: [], total: 0, pages: 1 })
    expect(await member.read(listYears)).toEqual([])
  })

  it('offers every school year between the first course and the last', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)
    await member.write(make.completion, { completedOn: '2024-06-30' })
    await member.write(make.completion, { completedOn: '2026-07-01' })

    const years = await member.read(listYears)

    expect(years).toEqual([2026, 2025, 2024, 2023])
  })
})
