import { describe, expect, test } from 'vitest'
import { returnPathOf } from '~/http/return-path'

const ORIGIN = 'http://localhost:3000'
const asked = (path: string) => returnPathOf(new Request(`${ORIGIN}${path}`))
const sent = (path: string, referer?: string) =>
  returnPathOf(
    new Request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: referer ? { Referer: referer } : {},
    }),
  )

describe('after signing in, one goes back', () => {
  test('to the page that was asked for, with its query', () => {
    expect(asked('/d/northside/activities?status=draft')).toBe(
      '/d/northside/activities?status=draft',
    )
  })

  test('to a page, also when only its data was asked for', () => {
    expect(asked('/d/northside/activities.data?_routes=routes%2Factivities&page=2')).toBe(
      '/d/northside/activities?page=2',
    )
    expect(asked('/_root.data')).toBe('/')
    expect(asked('/d/northside.data?index')).toBe('/d/northside')
  })

  test('to the page a form stood on, not to where it was sent', () => {
    const page = `${ORIGIN}/d/northside/activities/new?id=01`

    expect(sent('/d/northside/activities/01/draft.data', page)).toBe(
      '/d/northside/activities/new?id=01',
    )
  })

  test('never to another site', () => {
    expect(sent('/d/northside/goals/new', 'https://evil.example/x')).toBe('/d/northside/goals/new')
    expect(sent('/d/northside/goals/new', 'not a url')).toBe('/d/northside/goals/new')
    expect(asked('//evil.example/x')).toBe('/')
  })
})
