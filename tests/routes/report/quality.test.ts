import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import { gapsOf } from '~/routes/report/gaps'
import * as quality from '~/routes/report/quality'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { type Person, world } from '../../support/world'

const { northside } = world

const linksOf = async (as: Person) => {
  const url = paths.reportQuality(northside)
  const { body } = await visit(quality, { store: await openTestStore(), as, url })
  return gapsOf(body, northside).flatMap(({ mend }) => (mend.href === null ? [] : [mend.href]))
}

test('an administrator gets to where a gap is mended, and who may not go there gets words', async () => {
  expect(await linksOf(northside.rosa)).toEqual(
    expect.arrayContaining([
      paths.people(northside),
      paths.organizations(northside),
      `${paths.approvals(northside)}?whose=all`,
    ]),
  )
  expect(await linksOf(northside.ming)).toEqual([])
})
