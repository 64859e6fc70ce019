import { data, json, redirect } from '@remix-run/node'
import { describe, expect, test } from 'vitest'

class NotFound extends Error {}
class Invalid extends Error {
  constructor(
    readonly field: string | null,
    message: string,
  ) {
    super(message)
  }
}

const refused = { error: { minutes: ['That is more than a day can hold.'] } }
const rejects = (reason: unknown) => Promise.reject(reason)

describe('matchers', () => {
  test('a redirect is known by its path, returned or thrown', async () => {
    expect(redirect('/d/northside')).toRedirectTo('/d/northside')
    expect(redirect('/sign-in?to=%2Fd')).toRedirectTo(/^\/sign-in/)
    expect(redirect('/d/northside')).not.toRedirectTo('/d/southside')
    await expect(rejects(redirect('/sign-in'))).toRedirectTo('/sign-in')
    await expect(rejects(redirect('/sign-in'))).rejects.toRedirectTo('/sign-in')
  })

  test('an answer that is no redirect does not redirect', () => {
    expect(new Response('', { headers: { Location: '/elsewhere' } })).not.toRedirectTo('/elsewhere')
    expect(() => expect(new Response('')).toRedirectTo('/')).toThrow(
      'expected a redirect to /, got 200',
    )
  })

  test('not found and forbidden are told apart', async () => {
    expect(new Response(null, { status: 404 })).toBeNotFound()
    expect(new Response(null, { status: 403 })).toBeForbidden()
    expect(new Response(null, { status: 403 })).not.toBeNotFound()
    expect(data(null, { status: 404 })).toBeNotFound()
    await expect(rejects(new NotFound())).toBeNotFound()
    await expect(Promise.resolve({ fine: true })).not.toBeForbidden()
  })

  test('a refused submission names its fields, in each of its shapes', async () => {
    await expect(json(refused, 422)).toHaveFieldError('minutes')
    await expect(data(refused, 422)).toHaveFieldError('minutes', /more than a day/)
    await expect(rejects(new Invalid('minutes', 'Too long.'))).toHaveFieldError(
      'minutes',
      'Too long.',
    )
    await expect(json(refused, 422)).not.toHaveFieldError('title')
    await expect(json(refused, 200)).not.toHaveFieldError('minutes')
    await expect(
      expect(json(refused, 422)).toHaveFieldError('title', 'Give it a title'),
    ).rejects.toThrow('expected a field error title: Give it a title, got 422')
  })
})
