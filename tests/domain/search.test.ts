import { describe, expect, test } from 'vitest'
import { search } from '~/domain/search.server'
import { openTestStore } from '../support/database'
import { make } from '../support/factories'
import { asMember } from '../support/members'
import { world } from '../support/world'

const { northside } = world
const { ana, ben, mara, rosa, cora, schools } = northside

describe('the search', () => {
  test('finds everybody for the district office', async () => {
    const found = await (await asMember(await openTestStore(), rosa)).read(search, 'chen')

    expect(found.people).toEqual([{ id: cora.id, name: cora.name, email: cora.email }])
  })

  test('finds a principal only the staff of their school', async () => {
    const principal = await asMember(await openTestStore(), mara)

    expect((await principal.read(search, 'brooks')).people).toMatchObject([{ id: ben.id }])
    expect((await principal.read(search, 'chen')).people).toEqual([])
  })

  test('finds an educator no people', async () => {
    const educator = await asMember(await openTestStore(), ana)

    expect((await educator.read(search, 'brooks')).people).toEqual([])
  })

  test('finds what one has logged, and nothing of others', async () => {
    const store = await openTestStore()
    const educator = await asMember(store, ana)
    const colleague = await asMember(store, ben)
    const activity = await educator.write(make.activity, { title: 'Zoetrope workshop' })

    expect((await educator.read(search, 'zoetrope')).activities).toMatchObject([
      { id: activity.id },
    ])
    expect((await colleague.read(search, 'zoetrope')).activities).toEqual([])
  })

  test('finds the catalog and the published pathways', async () => {
    const educator = await asMember(await openTestStore(), ana)

    const found = await educator.read(search, 'privacy')

    expect(found.courses.map(({ id }) => id)).toContain(northside.courses.privacy)
    expect(found.pathways).toMatchObject([
      { id: northside.pathways.privacy, enrollmentId: northside.enrollments.completed },
    ])
  })

  test('finds at most ten of a kind', async () => {
    const administrator = await asMember(await openTestStore(), rosa)
    for (let count = 0; count < 12; count++) {
      await administrator.write(make.member, { organizationId: schools.middle })
    }

    expect((await administrator.read(search, 'rivers')).people).toHaveLength(10)
  })

  test.each(['', '   '])('finds nothing for “%s”', async (text) => {
    const administrator = await asMember(await openTestStore(), rosa)

    const found = await administrator.read(search, text)

    expect(found).toEqual({ people: [], activities: [], courses: [], pathways: [] })
  })
})
