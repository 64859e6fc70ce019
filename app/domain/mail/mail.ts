/** A letter that waits to be sent. */
export type Mail = {
  recipient: string
  subject: string
  text: string
  attachment?: Attachment | null
}

/** A text file that comes along with a letter. */
export type Attachment = { name: string; mediaType: string; content: string }

/** How often a letter is tried before it is left to a person. */
export const MAX_ATTEMPTS = 10

const MINUTE = 60_000
const LONGEST_PAUSE = 6 * 60 * MINUTE
const MAX_SUBJECT_LENGTH = 200
const ONE_TIME_LINK = /https?:\/\/\S+\/(invitations|reset|setup)\/([\w-]{20,})/

/** What a subject may be: one line, so that nothing typed becomes a header of its own. */
export const oneLine = (text: string) =>
  text
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, MAX_SUBJECT_LENGTH)

/** When to try again after so many attempts: 1, 2, 4, 8 minutes, and so on up to six hours. */
export const nextAttempt = (attempts: number, now: Date) =>
  new Date(now.getTime() + Math.min(LONGEST_PAUSE, MINUTE * 2 ** (attempts - 1)))

/** The link in a letter that works once, with what it is for and its secret. */
export function oneTimeLinkIn(text: string) {
  const [href, kind, secret] = ONE_TIME_LINK.exec(text) ?? []
  return href && kind && secret ? { href, kind, secret } : null
}

/** A letter as it is kept after it was sent: without what would let its reader in. */
export const withoutLink = (text: string) => {
  const link = oneTimeLinkIn(text)
  return link ? text.replace(link.href, '(the link stood here)') : text
}
