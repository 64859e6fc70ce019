import { createTransport } from 'nodemailer'

/** One letter, in plain text, and a text file that comes along. */
export type Letter = {
  recipient: string
  subject: string
  text: string
  attachment?: { name: string; mediaType: string; content: string } | null
}

/** What carries letters. */
export type MailCarrier = {
  /** Resolves when a mail server has taken the letter. */
  send(letter: Letter): Promise<void>
  close(): void
}

const SECOND = 1000

/** The mail server of the configuration; null when there is none. */
export function openMail(settings: { smtpUrl: string | undefined; mailFrom: string }) {
  return settings.smtpUrl ? smtpMail(settings.smtpUrl, settings.mailFrom) : null
}

/** Sends through a mail server, one letter at a time. */
export function smtpMail(url: string, from: string): MailCarrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 15 * SECOND,
    socketTimeout: 30 * SECOND,
  })
  return {
    async send({ recipient, subject, text, attachment }) {
      await transport.sendMail({
        from,
        to: { name: '', address: recipient },
        subject,
        text,
        attachments: attachment
          ? [
              {
                filename: attachment.name,
                contentType: attachment.mediaType,
                content: attachment.content,
              },
            ]
          : [],
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}

/** Keeps what it is given instead of sending it: for tests. */
export function memoryMail() {
  const sent: Letter[] = []
  let failure: Error | null = null
  return {
    sent,
    /** Makes every letter fail from now on, or none again. */
    failWith: (error: Error | null) => {
      failure = error
    },
    async send(letter: Letter) {
      if (failure) throw failure
      sent.push(letter)
    },
    close() {},
  } satisfies MailCarrier & Record<string, unknown>
}
