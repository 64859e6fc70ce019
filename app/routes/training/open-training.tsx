import { audienceInWords, type Names } from '~/domain/audiences/words'
import { becauseInWords, stateOf } from '~/domain/mandates/mandate'
import { needInWords, remedyInWords, shortInWords } from '~/domain/mandates/proof'
import type { OwnTraining } from '~/domain/mandates/queries.server'
import { askInWords } from '~/domain/pathways/step-kinds'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Card } from '~/ui/card'
import { formatDay } from '~/ui/day'
import { Day } from '~/ui/day-text'
import { ButtonLink } from '~/ui/link'
import { Status } from '~/ui/status'

/** A training that one is asked for: what to do by when, and why. */
export function OpenTraining({ turn, names }: { turn: OwnTraining; names: Names }) {
  const { district, today } = useDistrict()
  const state = stateOf(turn, today)
  const need = needInWords(turn.proof)
  const way = WAYS[turn.topic.ask.kind]
  const who = audienceInWords(turn.audience, names, (day) => formatDay(day, today))
  return (
    <Card
      level={3}
      title={turn.title}
      lead={turn.topic.title === turn.title ? undefined : turn.topic.title}
      footer={
        state !== 'ahead' && way ? (
          <ButtonLink href={way.href(district)}>{way.label}</ButtonLink>
        ) : undefined
      }
    >
      <p className="mb-3">
        {state === 'overdue' ? (
          <Status tone="warn">
            <span>
              Overdue since <Day value={turn.lateOn} today={today} />
            </span>
          </Status>
        ) : (
          <Status icon="calendar">
            <span>
              {state === 'ahead' ? 'Next due on' : 'Due on'}{' '}
              <Day value={turn.dueOn} today={today} />
            </span>
          </Status>
        )}
      </p>
      <p className="max-w-line">
        {askInWords(turn.topic.ask)}. What you do from <Day value={turn.opensOn} today={today} /> on
        counts, once it is approved.
      </p>
      {need && <p className="mt-2 max-w-line font-semibold">{need}</p>}
      {turn.short && (
        <p className="mt-2 max-w-line">
          {shortInWords(turn.short, turn.proof)}. {remedyInWords(turn.proof)}
        </p>
      )}
      {turn.description && <p className="mt-2 max-w-line">{turn.description}</p>}
      <p className="mt-2 max-w-line text-sm text-ink-quiet">
        {becauseInWords(turn.because, turn.dueOn)} You have it because it is for {who}
        {turn.law ? `, by ${turn.law}` : ''}.
      </p>
    </Card>
  )
}

type District = { slug: string }

/** Where one brings what meets it. */
const WAYS: Record<string, { label: string; href: (district: District) => string }> = {
  course: { label: 'Add the course you took', href: paths.newCompletion },
  badge: { label: 'Add the badge', href: paths.newAward },
  activity_minutes: { label: 'Log an activity', href: paths.newActivity },
  pathway: { label: 'To my pathways', href: paths.enrollments },
}
