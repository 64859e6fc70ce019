import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReadinessBar } from '~/parts/readiness-bar'

test('the bar says the parts of the audience, each person once', () => {
  const counts = { audience: 5, demonstrated: 1, current: 0, underWay: 1, notBegun: 2 }

  const html = renderToStaticMarkup(<ReadinessBar label="Privacy" counts={counts} />)

  expect(html).toContain(
    'aria-label="Privacy: Current 0, No longer current 1, Under way 1, Not begun 2"',
  )
})
