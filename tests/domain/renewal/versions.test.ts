import { expect, it } from 'vitest'
import { NotFound } from '~/domain/errors'
import { compareVersions } from '~/domain/renewal/versions.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { omar, ben, cycles } = world.northside

it('says what an earlier version of the rules would ask instead', async () => {
  const store = await openTestStore()
  const member = await asMember(store, omar)

  const versions = await member.read(compareVersions, cycles.ofOmar)

  expect(versions).toMatchObject([{ id: 'us-nc-2019', key: 'us-nc-2019@1' }])
  const [{ changes, sentence }] = versions as [(typeof versions)[number]]
  expect(sentence).toMatch(/Digital learning competencies/)
  expect(changes).toContainEqual(
    expect.objectContaining({ before: null, after: { have: 0, need: 2, met: false } }),
  )
  expect(changes.some(({ after }) => after === null)).toBe(true)
})

it('is nobody else’s', async () => {
  const store = await openTestStore()
  const other = await asMember(store, ben)

  await expect(other.read(compareVersions, cycles.ofOmar)).rejects.toBeInstanceOf(NotFound)
})
