import { describe, expect, test } from 'vitest'
import { eq } from '#db/query.server'
import { affiliations, members } from '#db/schema'
import * as start from '~/routes/start'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { ana, gwen } = world.northside

describe('the start', () => {
  test('sends strangers to sign in', async () => {
    const store = await openTestStore()

    expect(await visit(start, { store, as: null, url: '/' })).toRedirectTo('/sign-in')
  })

  test('goes to the one district of a person', async () => {
    const store = await openTestStore()

    expect(await visit(start, { store, as: ana, url: '/' })).toRedirectTo('/d/northside')
  })

  test('lets a person of several districts choose', async () => {
    const store = await openTestStore()
    await store.write(async (tx) => {
      await tx
        .update(members)
        .set({ userId: ana.userId })
        .where(eq(members.id, world.southside.ana.id))
    })

    const answer = await visit(start, { store, as: ana, url: '/' })

    expect(answer.body.places).toEqual([
      { name: world.northside.name, href: '/d/northside' },
      { name: world.southside.name, href: '/d/southside' },
    ])
  })

  test('explains itself to somebody who is with no district now', async () => {
    const store = await openTestStore()
    await store.write(async (tx) => {
      await tx.delete(affiliations).where(eq(affiliations.memberId, ana.id))
    })

    const answer = await visit(start, { store, as: ana, url: '/' })

    const left = [{ slug: 'northside', name: world.northside.name }]
    expect(answer.body).toEqual({ places: [], left, email: ana.email })
    expect((await visit(start, { store, as: gwen, url: '/' })).body.places).toEqual([])
  })
})
