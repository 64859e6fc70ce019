import { describe, expect, test } from 'vitest'
import { readTheme } from '~/http/theme.server'
import * as theme from '~/routes/theme'
import { emptyStore } from '../../support/database'
import { openBrowser } from './browser'

const themeOf = ({ cookies }: ReturnType<typeof openBrowser>) =>
  readTheme(
    new Request('http://localhost:3000/', {
      headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    }),
  )

describe('the theme', () => {
  test('follows the device until one is chosen, and goes back to the page', async () => {
    const browser = openBrowser(await emptyStore())
    expect(await themeOf(browser)).toBe('system')

    const answer = await browser.send(theme, '/theme', {
      theme: 'dark',
      returnTo: '/d/northside/goals',
    })

    expect(answer).toRedirectTo('/d/northside/goals')
    expect(await themeOf(browser)).toBe('dark')
    await browser.send(theme, '/theme', { theme: 'system' })
    expect(await themeOf(browser)).toBe('system')
  })

  test('leads to no other site, and takes no other word', async () => {
    const browser = openBrowser(await emptyStore())

    const away = await browser.send(theme, '/theme', { theme: 'light', returnTo: '//evil.example' })
    const other = await browser.send(theme, '/theme', { theme: 'red"; x=' })

    expect(away).toRedirectTo('/')
    expect(other).toRedirectTo('/')
    expect(browser.cookies.get('theme')).toBe('system')
  })
})
