import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { outgoingMail } from '#db/schema'
import { memoryMail, openMail, smtpMail } from '~/adapters/mail.server'
import { queueAccountMail } from '~/domain/mail/outbox.server'
import { sendWaiting, startMailer } from '~/jobs/mailer.server'
import { emptyStore, type TestStore } from '../support/database'
import { WORLD_NOW } from '../support/world'

const SECRET = 'A'.repeat(43)
const LETTER = {
  recipient: 'ana@example.org',
  subject: 'A new password',
  text: `Choose it: https://x.example/reset/${SECRET}`,
}
const after = (minutes: number) => () => new Date(WORLD_NOW.getTime() + minutes * 60_000)

async function queue(store: TestStore, ...subjects: string[]) {
  for (const [at, subject] of subjects.entries()) {
    const queuedAt = new Date(WORLD_NOW.getTime() - 1000 + at)
    await store.write((tx) => queueAccountMail(tx, { ...LETTER, subject }, queuedAt))
  }
}

const outbox = (store: TestStore) => store.read.select().from(outgoingMail)

describe('the mailer', () => {
  test('sends what waits, once, and keeps it without the link', async () => {
    const store = await emptyStore()
    const mail = memoryMail()
    await queue(store, 'One', 'Two')

    expect(await sendWaiting(store, mail, { now: after(0) })).toBe(2)
    expect(await sendWaiting(store, mail, { now: after(60) })).toBe(0)

    expect(mail.sent).toMatchObject([
      { recipient: 'ana@example.org', subject: 'One', text: LETTER.text },
      { subject: 'Two' },
    ])
    for (const row of await outbox(store)) {
      expect(row).toMatchObject({ sentAt: WORLD_NOW, attempts: 1, failure: null })
      expect(row.text).toBe('Choose it: (the link stood here)')
    }
  })

  test('tries again later and later, and gives up after ten times', async () => {
    const store = await emptyStore()
    const mail = memoryMail()
    mail.failWith(new Error('450 mailbox\nbusy'))
    await queue(store, 'One')

    await sendWaiting(store, mail, { now: after(0) })
    const [once] = await outbox(store)
    await sendWaiting(store, mail, { now: after(0.5) })
    const [still] = await outbox(store)
    for (let hours = 1; hours < 100; hours += 6) {
      await sendWaiting(store, mail, { now: after(hours * 60) })
    }
    const [atLast] = await outbox(store)

    expect(once).toMatchObject({
      attempts: 1,
      failure: '450 mailbox busy',
      nextAttemptAt: after(1)(),
      sentAt: null,
    })
    expect(still!.attempts).toBe(1)
    expect(atLast).toMatchObject({ attempts: 10, sentAt: null })
  })

  test('goes on with the next letter when one cannot be sent', async () => {
    const store = await emptyStore()
    const mail = memoryMail()
    await queue(store, 'Bad', 'Good')
    const choosy = {
      ...mail,
      send: async (letter: typeof LETTER) => {
        if (letter.subject === 'Bad') throw new Error('No such mailbox')
        return mail.send(letter)
      },
    }

    expect(await sendWaiting(store, choosy, { now: after(0) })).toBe(1)
    expect(mail.sent).toMatchObject([{ subject: 'Good' }])
  })

  test('sends a letter once, although two look at the same time', async () => {
    const store = await emptyStore()
    const mail = memoryMail()
    await queue(store, 'One', 'Two', 'Three')

    await Promise.all([
      sendWaiting(store, mail, { now: after(0) }),
      sendWaiting(store, mail, { now: after(0) }),
    ])

    expect(mail.sent.map(({ subject }) => subject).toSorted()).toEqual(['One', 'Three', 'Two'])
  })

  test('looks again and again until it is stopped', async () => {
    const store = await emptyStore()
    const mail = memoryMail()
    const mailer = startMailer(store, mail, { pause: 5 })

    await queue(store, 'One')
    await expect.poll(() => mail.sent.length).toBe(1)
    await mailer.stop()
    await queue(store, 'Two')
    await pause(50)

    expect(mail.sent).toHaveLength(1)
  })

  test('leaves everything where it is without a mail server', async () => {
    const store = await emptyStore()
    await queue(store, 'One')
    const mailer = startMailer(store, openMail({ smtpUrl: undefined, mailFrom: 'x@example.org' }), {
      pause: 5,
    })

    await pause(30)
    await mailer.stop()

    expect((await outbox(store))[0]).toMatchObject({ attempts: 0, sentAt: null })
  })

  test('tells of what goes wrong, and goes on', async () => {
    const store = await emptyStore()
    const reported: unknown[] = []
    const broken = { ...store, read: undefined as never }
    const mailer = startMailer(broken, memoryMail(), {
      pause: 5,
      report: (error) => void reported.push(error),
    })

    await expect.poll(() => reported.length).toBeGreaterThan(1)
    await mailer.stop()
  })
})

describe('sending by SMTP', () => {
  test('hands a letter to a mail server as plain text from us', async () => {
    const server = await mailServer()
    const mail = smtpMail(`smtp://127.0.0.1:${server.port}`, 'Cairn <cairn@example.org>')
    onTestFinished(() => mail.close())

    await mail.send({ recipient: 'ana@example.org', subject: 'Höher', text: 'Hello Ana\n.\nBye' })

    const [letter] = server.letters
    expect(letter).toContain('MAIL FROM:<cairn@example.org>')
    expect(letter).toContain('RCPT TO:<ana@example.org>')
    expect(letter).toMatch(/^To: ana@example\.org\r$/m)
    expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(letter).toContain('Hello Ana\r\n..\r\nBye')
    expect(letter!.match(/RCPT TO/g)).toHaveLength(1)
  })

  test('fails when the mail server does not take it', async () => {
    const server = await mailServer({ refuse: true })
    const mail = smtpMail(`smtp://127.0.0.1:${server.port}`, 'Cairn <cairn@example.org>')
    onTestFinished(() => mail.close())

    const sent = mail.send({ recipient: 'ana@example.org', subject: 'Hi', text: 'Hello' })

    await expect(sent).rejects.toThrow(/550/)
  })
})

/** As little of a mail server as a client needs. */
async function mailServer({ refuse = false } = {}) {
  const letters: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    let heard = ''
    let isLetter = false
    sockets.add(socket)
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      if (isLetter) {
        if (!heard.endsWith('\r\n.\r\n')) return
        letters.push(heard)
        isLetter = false
        socket.write('250 taken\r\n')
        return
      }
      const line = heard.trimEnd().split('\r\n').at(-1)!
      if (line.startsWith('DATA')) isLetter = true
      if (line.startsWith('RCPT') && refuse) socket.write('550 no such mailbox\r\n')
      else socket.write(isLetter ? '354 go on\r\n' : '250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, letters }
}
