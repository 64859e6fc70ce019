import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as askRemoval from '~/routes/manage/pathways/ask-removal'
import * as copy from '~/routes/manage/pathways/copy'
import * as group from '~/routes/manage/pathways/group'
import * as groupRemoval from '~/routes/manage/pathways/group-removal'
import * as fresh from '~/routes/manage/pathways/new'
import * as newAsk from '~/routes/manage/pathways/new-ask'
import * as newGroup from '~/routes/manage/pathways/new-group'
import * as position from '~/routes/manage/pathways/position'
import * as preview from '~/routes/manage/pathways/preview'
import * as publication from '~/routes/manage/pathways/publication'
import * as show from '~/routes/manage/pathways/show'
import { openTestStore, type TestStore } from '../../support/database'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ming, ida, pathways, steps, achievements } = northside

const DRAFT = { pathway: pathways.draft }
const page = paths.managedPathway(northside, pathways.draft)

const partsOf = async (store: TestStore) => {
  const { body } = await visit(show, { store, as: ming, url: page, params: DRAFT })
  return body.parts
}

describe('the groups of a pathway', () => {
  it('are added, filled by a drop, changed and taken apart', async () => {
    const store = await openTestStore()
    const to = {
      store,
      as: ming,
      params: DRAFT,
      url: paths.pathwayGroups(northside, DRAFT.pathway),
    }

    const added = await send(newGroup, { ...to, form: { title: 'Together', requiredSteps: 1 } })
    const refused = await send(newGroup, { ...to, form: { title: ' ' } })
    const { groupKey } = (await partsOf(store))[2].group
    await send(position, {
      store,
      as: ming,
      url: paths.pathwayPartPosition(northside, pathways.draft, steps.draftCourse),
      params: { ...DRAFT, part: steps.draftCourse },
      form: { to: groupKey },
    })
    const [, filled] = await partsOf(store)
    const at = { store, as: ming, params: { ...DRAFT, group: groupKey } }
    await send(group, {
      ...at,
      url: paths.pathwayGroup(northside, pathways.draft, groupKey),
      form: { title: 'All of it', ordered: 'on' },
    })
    const [, changed] = await partsOf(store)
    await send(groupRemoval, {
      ...at,
      url: paths.pathwayGroupRemoval(northside, pathways.draft, groupKey),
    })

    expect(added).toRedirectTo(`${page}#step-${groupKey}`)
    await expect(Promise.resolve(refused)).toHaveFieldError('title')
    expect(filled).toMatchObject({ group: { requiredSteps: 1 } })
    expect(filled.steps).toHaveLength(1)
    expect(changed.group).toMatchObject({ title: 'All of it', requiredSteps: null, ordered: true })
    expect(await partsOf(store)).toHaveLength(2)
  })
})

describe('what a step accepts instead', () => {
  it('is added and taken away again', async () => {
    const store = await openTestStore()
    const params = { ...DRAFT, step: steps.draftCourse }
    const to = {
      store,
      as: ming,
      params,
      url: paths.pathwayAsks(northside, pathways.draft, steps.draftCourse),
    }

    const badge = { kind: 'badge', achievementId: achievements.apple }
    const added = await send(newAsk, { ...to, form: badge })
    const refused = await send(newAsk, { ...to, form: { kind: 'badge' } })
    const [{ step }] = await partsOf(store)
    const ask = step.asks[1].id
    const url = paths.pathwayAskRemoval(northside, pathways.draft, steps.draftCourse, ask)
    await send(askRemoval, { store, as: ming, url, params: { ...params, ask } })

    expect(added).toRedirectTo(paths.pathwayStep(northside, DRAFT.pathway, steps.draftCourse))
    await expect(Promise.resolve(refused)).toHaveFieldError('achievementId')
    expect(step.asks.map(({ kind }: { kind: string }) => kind)).toEqual(['course', 'badge'])
    expect((await partsOf(store))[0].step.asks).toHaveLength(1)
  })
})

describe('a pathway that is like another one', () => {
  it('begins as a copy, or from a template', async () => {
    const store = await openTestStore()
    const url = paths.pathwayCopy(northside, pathways.ai)

    const copied = await send(copy, { store, as: ming, url, params: { pathway: pathways.ai } })
    const begun = await send(fresh, {
      store,
      as: ming,
      url: paths.newPathway(northside),
      form: { title: 'Privacy for all', template: 'privacy' },
    })

    expect(copied).toRedirectTo(/\/manage\/pathways\/[0-9a-z]{7,13}$/)
    expect(begun).toRedirectTo(/\/manage\/pathways\/[0-9a-z]{7,13}$/)
  })

  it('shows the template that the address names, and an empty path for any other', async () => {
    const store = await openTestStore()
    const chosen = async (query: string) => {
      const url = `${paths.newPathway(northside)}${query}`
      return (await visit(fresh, { store, as: ming, url })).body.template?.key ?? null
    }

    expect(await chosen('?template=privacy')).toBe('privacy')
    expect(await chosen('')).toBeNull()
    expect(await chosen('?template=')).toBeNull()
    expect(await chosen('?template=nothing')).toBeNull()
  })

  it('is looked at by who only looks', async () => {
    const store = await openTestStore()
    const url = paths.pathwayPreview(northside, pathways.draft)

    const { status, body } = await visit(preview, { store, as: ida, url, params: DRAFT })

    expect(status).toBe(200)
    expect(body.parts).toHaveLength(2)
  })
})

describe('the page before publishing', () => {
  it('shows nobody where nobody is under way', async () => {
    const store = await openTestStore()
    const url = paths.pathwayPublication(northside, pathways.draft)

    const { body } = await visit(publication, { store, as: ming, url, params: DRAFT })

    expect(body.affected).toBeNull()
  })
})
