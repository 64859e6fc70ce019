import type { Db, Store } from '#db/client.server'
import { and, asc, eq, isNull, lt, lte } from '#db/query.server'
import { outgoingMail } from '#db/schema'
import type { MailCarrier } from '~/adapters/mail.server'
import { MAX_ATTEMPTS, nextAttempt, withoutLink } from '~/domain/mail/mail'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks into the outbox. */
  pause?: number
  report?: (error: unknown) => void
}

type Clock = { now?: () => Date; isStopping?: () => boolean }

const PAUSE = 5000
const LONGEST_FAILURE = 300

/**
 * Sends what waits in the outbox, as long as the server runs. Without a carrier nothing is sent, and
 * the letters stay where an administrator sees them.
 */
export function startMailer(
  store: Store,
  carrier: MailCarrier | null,
  { pause = PAUSE, report = () => {} }: Options = {},
): Repeating {
  if (!carrier) return { stop: async () => {} }
  let isStopping = false
  const repeating = repeat(
    () => sendWaiting(store, carrier, { isStopping: () => isStopping }),
    pause,
    report,
  )
  return {
    async stop() {
      isStopping = true
      await repeating.stop()
      carrier.close()
    },
  }
}

/**
 * Sends each letter whose time has come. A letter is put off before it is sent, so that another
 * process leaves it alone and a crash costs one attempt, not the letter.
 *
 * @returns how many were sent
 */
export async function sendWaiting(
  store: Store,
  carrier: MailCarrier,
  { now = () => new Date(), isStopping = () => false }: Clock = {},
) {
  let sent = 0
  while (!isStopping()) {
    const [waiting] = await nextWaiting(store.read, now())
    const letter = waiting && (await store.write((tx) => take(tx, now())))
    if (!letter) return sent
    const failure = await carrier.send(letter).then(() => null, whatWentWrong)
    if (failure === null) sent++
    const outcome =
      failure === null
        ? { sentAt: now(), failure, text: withoutLink(letter.text), attachment: null }
        : { failure }
    await store.write(async (tx) => {
      await tx.update(outgoingMail).set(outcome).where(eq(outgoingMail.id, letter.id))
    })
  }
  return sent
}

async function take(tx: Db, now: Date) {
  const [letter] = await nextWaiting(tx, now)
  if (!letter) return null
  const attempts = letter.attempts + 1
  await tx
    .update(outgoingMail)
    .set({ attempts, nextAttemptAt: nextAttempt(attempts, now) })
    .where(eq(outgoingMail.id, letter.id))
  return letter
}

const nextWaiting = (db: Db, now: Date) =>
  db
    .select({
      id: outgoingMail.id,
      recipient: outgoingMail.recipient,
      subject: outgoingMail.subject,
      text: outgoingMail.text,
      attachment: outgoingMail.attachment,
      attempts: outgoingMail.attempts,
    })
    .from(outgoingMail)
    .where(
      and(
        isNull(outgoingMail.sentAt),
        lte(outgoingMail.nextAttemptAt, now),
        lt(outgoingMail.attempts, MAX_ATTEMPTS),
      ),
    )
    .orderBy(asc(outgoingMail.nextAttemptAt), asc(outgoingMail.id))
    .limit(1)

/** What a mail server said, as an administrator may read it. */
function whatWentWrong(error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\s+/g, ' ').slice(0, LONGEST_FAILURE)
}
