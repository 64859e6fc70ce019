import { yardsticks } from '#db/schema'
import { publicReport } from '~/domain/publishing/public-report.server'
import { openExactReport } from '~/domain/reports/report.server'
import { PublicFigures } from '~/routes/public/figures'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { rosa } = world.northside

test('the page for everybody says what is asked and how many reached it, where anything is', async () => {
  const administrator = await asMember(await openTestStore(), rosa)
  const shown = async () => {
    const exact = await administrator.read(openExactReport, { asOf: WORLD_TODAY })
    return renderToStaticMarkup(<PublicFigures report={publicReport(exact)!} />)
  }

  const asking = await shown()
  await administrator.write((scope) => scope.db.delete(yardsticks).where(undefined))
  const without = await shown()

  expect(asking).toContain('At least 15')
  expect(asking).toContain('Three times as much in three school years')
  for (const words of ['At least', 'Any hours', 'Three times as much', 'Who gets the hours']) {
    expect(without).not.toContain(words)
  }
  expect(without).toContain('Educators')
})
