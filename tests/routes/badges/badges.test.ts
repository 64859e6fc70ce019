import { newId } from '#db/id'
import { describe, expect, it } from 'vitest'
import { applyToAward } from '~/domain/badges/decided.server'
import { emptyAsk } from '~/domain/pathways/step-kinds'
import { paths } from '~/http/paths'
import * as edit from '~/routes/badges/edit'
import * as list from '~/routes/badges/index'
import * as fresh from '~/routes/badges/new'
import * as show from '~/routes/badges/show'
import { waysOf } from '~/routes/pathways/ways'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { memoryFiles, sampleFile } from '../../support/files'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, mara, achievements, awards: known } = northside
const url = paths.newAward(northside)

const form = (given: Record<string, string | Blob | undefined> = {}) => ({
  id: newId(),
  title: 'Certified Captioner',
  issuer: 'DCMP',
  awardedOn: '2026-11-01',
  url: 'https://example.org/badges/captioner',
  ...given,
})

describe('recording a badge', () => {
  it('sends it and shows it', async () => {
    const store = await openTestStore()
    const fields = form()

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.redirect).toBe(paths.award(northside, fields.id))
  })

  it('takes a file for a proof, and keeps none of a form that was refused', async () => {
    const store = await openTestStore()
    const files = memoryFiles()
    const context = { files }
    const good = form({ url: '', files: sampleFile('png') })
    const bad = form({ url: '', title: '', files: sampleFile('png') })

    const refused = await send(fresh, { store, as: ana, url, form: bad, context })
    const kept = files.contents.size
    const taken = await send(fresh, { store, as: ana, url, form: good, context })

    expect({ status: refused.status, kept }).toEqual({ status: 422, kept: 0 })
    expect({ status: taken.status, kept: files.contents.size }).toEqual({ status: 302, kept: 1 })
  })

  it.each([
    ['title', { title: '' }],
    ['issuer', { issuer: '' }],
    ['awardedOn', { awardedOn: 'yesterday' }],
    ['expiresOn', { expiresOn: '2026-10-01' }],
    ['url', { url: 'http://example.org/badges/captioner' }],
    ['url', { url: '' }],
  ])('comes back filled in when %s is not right', async (field, given) => {
    const store = await openTestStore()
    const fields = form(given)

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.error)).toEqual([field])
    expect(answer.body.initialValue).toMatchObject({ id: fields.id })
  })

  it('needs no proof when it is said to be self-reported', async () => {
    const store = await openTestStore()
    const fields = form({ url: '', selfReported: 'on' })

    const answer = await send(fresh, { store, as: ana, url, form: fields })

    expect(answer.status).toBe(302)
  })

  it('begins with the badge that is renewed, if it is one’s own', async () => {
    const store = await openTestStore()
    const at = `${url}?renews=${known.expired}`

    const own = await visit(fresh, { store, as: ana, url: at })
    const other = await visit(fresh, { store, as: ben, url: at })

    expect(own.body.renewed).toMatchObject({ achievementId: achievements.commonSense })
    expect(other.body.renewed).toBeNull()
  })

  it.each([
    ['one of the catalog', achievements.iste, true],
    ['one of the other district', world.southside.achievements.iste, false],
    ['one that nobody knows', newId(), false],
    ['no id at all', 'nonsense', false],
  ])('begins with the badge that a pathway asks for: %s', async (_, asked, isThere) => {
    const store = await openTestStore()

    const { status, body } = await visit(fresh, {
      store,
      as: ana,
      url: `${url}?achievement=${asked}`,
    })

    expect(status).toBe(200)
    expect(body.asked).toEqual(
      isThere
        ? expect.objectContaining({ id: achievements.iste, title: expect.any(String) })
        : null,
    )
  })

  it('is where the badge step of a pathway leads', () => {
    const step = {
      stepKey: newId(),
      completedOn: null,
      after: null,
      asks: [{ ...emptyAsk('badge'), achievementId: achievements.iste }],
    }

    const [way] = waysOf(northside, { id: newId(), completedOn: null }, step)

    expect(way).toEqual({
      label: 'Record the badge',
      href: `${url}?achievement=${achievements.iste}`,
    })
  })
})

describe('the pages of badges', () => {
  const at = (id: string) => ({ url: paths.award(northside, id), params: { award: id } })

  it('list one’s own, narrowed to a state', async () => {
    const store = await openTestStore()

    const { body } = await visit(list, {
      store,
      as: ana,
      url: `${paths.awards(northside)}?state=expired`,
    })

    expect(body.list.rows.map(({ id }: { id: string }) => id)).toEqual([known.expired])
  })

  it('show a badge to its owner and to the principal, and to nobody else', async () => {
    const store = await openTestStore()
    const statusFor = async (as: typeof ana) =>
      (await visit(show, { store, as, ...at(known.notVerified) })).status

    expect(await statusFor(ana)).toBe(200)
    expect(await statusFor(mara)).toBe(200)
    expect(await statusFor(ben)).toBe(404)
    expect(await statusFor(world.southside.ana)).toBe(404)
  })

  it('let the owner correct what was taken back, and nobody else', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const { id } = await member.write(make.award)
    await member.write(applyToAward, id, 'withdrawn')
    const page = { url: paths.editAward(northside, id), params: { award: id } }

    const opened = await visit(edit, { store, as: ana, ...page })
    const strange = await send(edit, { store, as: ben, ...page, form: form() })
    const sent = await send(edit, { store, as: ana, ...page, form: form() })
    const again = await visit(edit, { store, as: ana, ...page })

    expect([opened.status, strange.status, sent.status, again.status]).toEqual([200, 404, 302, 403])
  })
})
