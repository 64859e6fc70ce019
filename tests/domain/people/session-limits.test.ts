import { describe, expect, test } from 'vitest'
import { endOf, lastUseOf } from '~/domain/people/session-limits'

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`)

describe('a session', () => {
  test('ends when it has not been used for its idle time', () => {
    const session = { createdAt: at('08:00'), expiresAt: at('16:00'), privileged: false }

    expect(endOf(session)).toEqual(at('16:00'))
  })

  test('of an ordinary person ends after seven days, however much it is used', () => {
    const session = {
      createdAt: new Date('2026-11-13T09:00:00Z'),
      expiresAt: at('16:00'),
      privileged: false,
    }

    expect(endOf(session)).toEqual(at('09:00'))
  })

  test('of somebody who runs a district ends after twelve hours', () => {
    const session = { createdAt: at('01:00'), expiresAt: at('13:30'), privileged: true }

    expect(endOf(session)).toEqual(at('13:00'))
  })

  test('was used last when it was extended last, and not before it began', () => {
    const session = { createdAt: at('08:00'), expiresAt: at('13:00'), privileged: true }

    expect(lastUseOf(session)).toEqual(at('12:00'))
    expect(lastUseOf({ ...session, expiresAt: at('08:30') })).toEqual(at('08:00'))
  })
})
