import { describe, expect, test } from 'vitest'
import { eq } from '#db/query.server'
import { outgoingMail } from '#db/schema'
import { Forbidden, Invalid } from '~/domain/errors'
import { isEmail } from '~/domain/mail/address'
import { nextAttempt, oneLine, oneTimeLinkIn, withoutLink } from '~/domain/mail/mail'
import { listOutbox, queueMail } from '~/domain/mail/outbox.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_NOW } from '../../support/world'

const { ana, mara, rosa } = world.northside
const SECRET = 'A'.repeat(43)
const LETTER = { recipient: ana.email, subject: 'Approved', text: 'Your hours count.' }

describe('the outbox', () => {
  test('shows an administrator the letters of the own district, the newest first', async () => {
    const store = await openTestStore()
    const northside = await asMember(store, rosa)
    const southside = await asMember(store, world.southside.rosa)
    await northside.write(queueMail, LETTER)
    await southside.write(queueMail, { ...LETTER, subject: 'Theirs' })
    const later = await asMember(store, rosa, new Date(WORLD_NOW.getTime() + 60_000))
    await later.write(queueMail, { ...LETTER, subject: 'Second' })

    const { rows, total } = await later.read(listOutbox)

    expect(rows.map(({ subject }) => subject)).toEqual(['Second', 'Approved'])
    expect(rows[0]).toMatchObject({ state: 'waiting', link: null, failure: null, attempts: 0 })
    expect(total).toBe(2)
  })

  test('is for administrators', async () => {
    const store = await openTestStore()

    for (const person of [ana, mara, world.northside.ming, world.northside.ida]) {
      const somebody = await asMember(store, person)
      await expect(somebody.read(listOutbox)).rejects.toThrow(Forbidden)
    }
  })

  test('says what was sent, and what was given up', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    await administrator.write(queueMail, { ...LETTER, subject: 'Sent' })
    await administrator.write(queueMail, { ...LETTER, subject: 'Given up' })
    await store.write(async (tx) => {
      const row = (subject: string) => eq(outgoingMail.subject, subject)
      await tx.update(outgoingMail).set({ sentAt: WORLD_NOW }).where(row('Sent'))
      await tx
        .update(outgoingMail)
        .set({ attempts: 10, failure: 'No route' })
        .where(row('Given up'))
    })

    const { rows } = await administrator.read(listOutbox)

    expect(Object.fromEntries(rows.map(({ subject, state }) => [subject, state]))).toEqual({
      Sent: 'sent',
      'Given up': 'failed',
    })
  })

  test('hides a link that works once, and gives none that does not work', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    const text = `Here: https://learning.example.org/invitations/${SECRET}`
    await administrator.write(queueMail, { ...LETTER, text })

    const { rows } = await administrator.read(listOutbox)

    expect(rows[0]).toMatchObject({ text: 'Here: (the link stood here)', link: null })
  })

  test('takes one plain address, and a subject of one line', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    const to = (recipient: string) => administrator.write(queueMail, { ...LETTER, recipient })

    await expect(to('ana@example.org\nBcc: all@example.org')).rejects.toThrow(Invalid)
    await expect(to('ana@example.org, all@example.org')).rejects.toThrow(Invalid)
    await expect(to('Ana <ana@example.org>')).rejects.toThrow(Invalid)
    await administrator.write(queueMail, { ...LETTER, subject: 'Hours\r\nBcc: all@example.org' })

    const { rows } = await administrator.read(listOutbox)
    expect(rows.map(({ subject }) => subject)).toEqual(['Hours Bcc: all@example.org'])
  })
})

describe('a letter', () => {
  test('is tried again after 1, 2, 4 minutes, and at the latest after six hours', () => {
    const minutes = [1, 2, 3, 9, 10].map(
      (attempts) => (nextAttempt(attempts, WORLD_NOW).getTime() - WORLD_NOW.getTime()) / 60_000,
    )

    expect(minutes).toEqual([1, 2, 4, 256, 360])
  })

  test('loses its link, and only that', () => {
    const text = `Go to\n\nhttps://x.example/reset/${SECRET}\n\nwithin an hour.`

    expect(oneTimeLinkIn(text)).toEqual({
      href: `https://x.example/reset/${SECRET}`,
      kind: 'reset',
      secret: SECRET,
    })
    expect(withoutLink(text)).toBe('Go to\n\n(the link stood here)\n\nwithin an hour.')
    expect(withoutLink('See https://x.example/d/northside/goals')).toContain('/d/northside/goals')
  })

  test.each(['a\r\nb', 'a\u2028b', 'a\u0000b'])('has a subject of one line: %j', (subject) => {
    expect(oneLine(subject)).toBe('a b')
  })

  test.each(['ana@example.org', 'o’brien@example.org', 'a+b@sub.example.org'])(
    'goes to %s',
    (it) => {
      expect(isEmail(it)).toBe(true)
    },
  )

  test.each([
    '',
    'ana',
    '@x',
    'a@b@c',
    'a b@c',
    'a@b,c@d',
    '"a"@b',
    'a@b\n',
    `${'x'.repeat(260)}@y`,
  ])('does not go to %j', (it) => {
    expect(isEmail(it)).toBe(false)
  })
})
