import type { OutboxMail } from '~/domain/mail/outbox.server'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { LinkToHandOver } from '~/parts/link-to-hand-over'
import { Day } from '~/ui/day-text'
import { Disclosure } from '~/ui/disclosure'
import { Status } from '~/ui/status'

/** One letter: to whom, about what, how far it has come, and its text. */
export function Letter({ letter }: { letter: OutboxMail }) {
  const { today, timeZone } = useDistrict()
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-semibold">{letter.recipient}</span>{' '}
          <span className="text-ink-quiet">{letter.subject}</span>
        </p>
        <p className="text-sm text-ink-quiet">
          <Day value={dayOf(letter.createdAt, timeZone)} today={today} />
        </p>
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <LetterState letter={letter} />
      </p>
      <Disclosure summary="Show the letter">
        <pre className="max-w-line font-sans whitespace-pre-wrap">{letter.text}</pre>
        {letter.link && (
          <div className="mt-4 max-w-form">
            <LinkToHandOver link={letter.link} id={`link-${letter.id}`} />
          </div>
        )}
      </Disclosure>
    </li>
  )
}

function LetterState({ letter }: { letter: OutboxMail }) {
  const { today, timeZone } = useDistrict()
  if (letter.sentAt) {
    return (
      <Status tone="good">
        Sent on <Day value={dayOf(letter.sentAt, timeZone)} today={today} />
      </Status>
    )
  }
  const failure = letter.failure && (
    <span className="text-sm wrap-anywhere text-ink-quiet">
      Tried {letter.attempts === 1 ? 'once' : `${letter.attempts} times`}: {letter.failure}
    </span>
  )
  return (
    <>
      {letter.state === 'failed' ? (
        <Status tone="bad">Could not be sent</Status>
      ) : (
        <Status tone="warn">Waits to be sent</Status>
      )}
      {failure}
    </>
  )
}
