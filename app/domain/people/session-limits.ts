const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Times = { createdAt: Date; expiresAt: Date; privileged: boolean }

const ORDINARY = { idle: 8 * HOUR, absolute: 7 * DAY }
const PRIVILEGED = { idle: 60 * MINUTE, absolute: 12 * HOUR }

/** How long a session that has run out is remembered: its last form can still be kept. */
export const REMEMBERED = 7 * DAY

/** How long what was typed under such a session waits for its person to sign in again. */
export const FORM_KEPT = HOUR

/** How long a session lasts, in milliseconds: without being used, and at most. */
export const limitsOf = ({ privileged }: { privileged: boolean }) =>
  privileged ? PRIVILEGED : ORDINARY

/** When a session ends if it is not used again. */
export function endOf(session: Times) {
  const last = session.createdAt.getTime() + limitsOf(session).absolute
  return new Date(Math.min(session.expiresAt.getTime(), last))
}

/**
 * When a session was used last. A session is extended only once half of its idle time is over, so it
 * may have been used up to that much later.
 */
export const lastUseOf = (session: Times) =>
  new Date(
    Math.max(session.createdAt.getTime(), session.expiresAt.getTime() - limitsOf(session).idle),
  )
