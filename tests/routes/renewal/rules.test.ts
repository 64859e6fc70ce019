import { describe, expect, it } from 'vitest'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { paths } from '~/http/paths'
import * as list from '~/routes/renewal/rules/index'
import * as show from '~/routes/renewal/rules/show'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, rosa } = northside
const listUrl = paths.ruleSets(northside)
const at = (ruleSet: string) => ({
  url: paths.ruleSet(northside, ruleSet),
  params: { ruleSet },
})

describe('the list of rule sets', () => {
  it('has all of them by state, the newer version first', async () => {
    const store = await openTestStore()

    const { status, body } = await visit(list, { store, as: ana, url: listUrl })

    const lines = body.ruleSets as { id: string; state: string }[]
    expect(status).toBe(200)
    expect(lines).toHaveLength(shippedRuleSets().length)
    expect(lines.map(({ state }) => state)).toEqual(lines.map(({ state }) => state).toSorted())
    expect(lines.map(({ id }) => id).filter((id) => id.startsWith('us-nc'))).toEqual([
      'us-nc-2024',
      'us-nc-2019',
    ])
  })

  it('has those of one state where the address says so', async () => {
    const store = await openTestStore()

    const { body } = await visit(list, { store, as: rosa, url: `${listUrl}?state=US-NC` })

    expect(body.state).toBe('US-NC')
    expect(body.ruleSets).toMatchObject([{ state: 'North Carolina' }, { state: 'North Carolina' }])
  })

  it('has all of them where the address names none that there is', async () => {
    const store = await openTestStore()

    const { body } = await visit(list, { store, as: ana, url: `${listUrl}?state=US-ZZ` })

    expect(body.state).toBeNull()
    expect(body.ruleSets).toHaveLength(shippedRuleSets().length)
  })

  it('sends those who are not signed in to the door', async () => {
    const store = await openTestStore()

    const { redirect } = await visit(list, { store, as: null, url: listUrl })

    expect(redirect).toContain(paths.signIn())
  })
})

describe('a rule set', () => {
  it('is shown rule by rule, with its sources and the day it was checked', async () => {
    const store = await openTestStore()

    const { body } = await visit(show, { store, as: ana, ...at('us-tx-cpe') })

    expect(body).toMatchObject({ state: 'Texas', unit: 'CPE hours', isStale: false })
    expect(JSON.stringify(body.groups)).toContain('At most 20 % of the total in a cycle')
    expect(body.sources[0]).toMatchObject({ key: 'TX1' })
  })

  it('is not found where there is none of that name', async () => {
    const store = await openTestStore()

    for (const name of ['us-zz', 'constructor', '../us-tx-cpe']) {
      const { status } = await visit(show, { store, as: ana, ...at(name) })

      expect(status).toBe(404)
    }
  })
})
