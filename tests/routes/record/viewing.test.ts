import { Readable } from 'node:stream'
import { desc, eq } from '#db/query.server'
import { recordViews } from '#db/schema'
import { describe, expect, it, test } from 'vitest'
import type { EvidenceSubject } from '~/domain/evidence/evidence'
import { attachFiles } from '~/domain/evidence/commands.server'
import { paths } from '~/http/paths'
import * as activity from '~/routes/activities/show'
import * as approval from '~/routes/approvals/show'
import * as award from '~/routes/badges/show'
import * as completion from '~/routes/completions/show'
import * as file from '~/routes/evidence/show'
import * as goal from '~/routes/goals/show'
import { openTestStore, type TestStore } from '../../support/database'
import { memoryFiles } from '../../support/files'
import { asMember } from '../../support/members'
import { visit } from '../../support/requests'
import { type Person, world } from '../../support/world'

const { northside } = world
const { activities, ana, awards, completions, dev, goals, ida, mara, submissions } = northside

const PAGES = {
  activity: [activity, paths.activity(northside, activities.approved), activities.approved],
  completion: [completion, paths.completion(northside, completions.approved), completions.approved],
  award: [award, paths.award(northside, awards.verified), awards.verified],
  goal: [goal, paths.goal(northside, goals.open), goals.open],
} as const

const entries = Object.entries(PAGES).map(([what, [route, url, id]]) => ({ what, route, url, id }))

/** Who has opened something of Ana's since the world was made, newest first. */
async function watch(store: TestStore) {
  const { scope } = await asMember(store, ana)
  const list = () =>
    scope.db
      .select({ viewerId: recordViews.viewerId, what: recordViews.what })
      .from(recordViews)
      .where(eq(recordViews.memberId, ana.id))
      .orderBy(desc(recordViews.viewedAt), desc(recordViews.id))
  const before = (await list()).length
  return async () => {
    const now = await list()
    return now.slice(0, now.length - before)
  }
}

describe.each(entries)('the page of one $what', ({ what, route, url, id }) => {
  it('is noted when another opens it, once a day, and its owner sees it', async () => {
    const store = await openTestStore()
    const seen = await watch(store)
    const page = { store, url, params: { [what]: id } }

    const { status } = await visit(route, { ...page, as: mara })
    await visit(route, { ...page, as: mara })

    expect(status).toBe(200)
    expect(await seen()).toEqual([{ viewerId: mara.id, what }])
  })

  it('is noted neither for its owner nor for who may not see it', async () => {
    const store = await openTestStore()
    const seen = await watch(store)
    const page = { store, url, params: { [what]: id } }

    const own = await visit(route, { ...page, as: ana })
    const strange = await visit(route, { ...page, as: dev })

    expect([own.status, strange.status]).toEqual([200, 404])
    expect(await seen()).toEqual([])
  })
})

test('several things of one person are one visit a day', async () => {
  const store = await openTestStore()
  const seen = await watch(store)

  for (const { what, route, url, id } of entries) {
    await visit(route, { store, url, params: { [what]: id }, as: ida })
  }

  expect(await seen()).toEqual([{ viewerId: ida.id, what: 'activity' }])
})

describe('a submission in the queue', () => {
  const open = (store: TestStore, id: string, as: Person) =>
    visit(approval, {
      store,
      as,
      url: paths.approval(northside, id),
      params: { submission: id },
    })

  it('is not noted for whoever decides on it', async () => {
    const store = await openTestStore()
    const seen = await watch(store)

    const { status } = await open(store, submissions.waiting, mara)

    expect(status).toBe(200)
    expect(await seen()).toEqual([])
  })

  it('is noted once nothing is left to decide', async () => {
    const store = await openTestStore()
    const seen = await watch(store)

    await open(store, submissions.approved, mara)

    expect(await seen()).toEqual([{ viewerId: mara.id, what: 'submission' }])
  })
})

describe('a file', () => {
  /** A file that belongs to something of Ana's. */
  async function withFile(subject: EvidenceSubject) {
    const store = await openTestStore()
    const files = memoryFiles()
    const member = await asMember(store, ana)
    const content = Readable.from([Buffer.from('%PDF-1.4 and the rest')])
    const stored = {
      name: 'certificate.pdf',
      ...(await files.store(member.district.id, content)),
    }
    await member.write(attachFiles, subject, [stored], { mayShowStudents: false })
    const seen = await watch(store)
    const open = (as: Person) =>
      visit(file, {
        store,
        as,
        url: paths.evidence(northside, stored.id),
        params: { evidence: stored.id },
        context: { files },
      })
    return { seen, open }
  }

  it('is noted when another opens it', async () => {
    const { open, seen } = await withFile({ goalId: goals.open })

    const { status } = await open(mara)

    expect(status).toBe(200)
    expect(await seen()).toEqual([{ viewerId: mara.id, what: 'evidence' }])
  })

  it('is noted neither for its owner nor for whoever decides on what it backs', async () => {
    const { open, seen } = await withFile({ awardId: awards.notVerified })

    const answers = [await open(ana), await open(mara)]

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await seen()).toEqual([])
  })

  it('is noted for who reads what another decides on', async () => {
    const { open, seen } = await withFile({ awardId: awards.notVerified })

    await open(ida)

    expect(await seen()).toEqual([{ viewerId: ida.id, what: 'evidence' }])
  })
})
