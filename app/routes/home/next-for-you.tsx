import type { ReactNode } from 'react'
import type { Next } from '~/domain/home/next'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { anyOf } from '~/domain/people/name'
import { counted } from '~/parts/people-words'
import { Day, RelativeDay } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { Icon, type IconName } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { Home } from './state-of-things'

/** At most five sentences, each with one thing to do, and what waits for somebody else. */
export function NextForYou({ home }: { home: Home }) {
  return (
    <Section title="Next for you">
      {home.next.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {home.next.map((item) => (
            <NextRow key={`${item.kind}-${item.id}`} item={item} />
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing waits for you" icon="check-circle" level={3}>
          When something comes back with a question, or a pathway or goal is due, it stands here.
        </EmptyState>
      )}
      <WaitingForOthers home={home} />
    </Section>
  )
}

function NextRow({ item }: { item: Next }) {
  const { district, today } = useDistrict()
  switch (item.kind) {
    case 'approvals':
      return (
        <Row icon="approvals" href={paths.approvals(district)} action="Decide">
          {counted(item.count, 'submission waits', 'submissions wait')} for your decision; the first{' '}
          {item.dueOn < today ? 'was due' : 'is due'}{' '}
          <RelativeDay value={item.dueOn} today={today} />.
        </Row>
      )
    case 'requests':
      return (
        <Row icon="clock" href={paths.pathwayRequests(district)} action="Decide">
          {counted(item.count, 'person asks', 'people ask')} for more time or to be let off a
          pathway; the first has waited since <Day value={item.since} today={today} />.
        </Row>
      )
    case 'returned':
      return (
        <Row icon="return" href={returnedPath(district, item)} action="Answer">
          {item.by} asks about “{item.title}”{item.reason && <>: “{item.reason}”</>}
        </Row>
      )
    case 'pathway':
      return (
        <Row icon="pathway" href={paths.enrollment(district, item)} action="Go on">
          “{item.title}” {item.dueOn < today ? 'was due' : 'is due'}{' '}
          <RelativeDay value={item.dueOn} today={today} />;{' '}
          {counted(item.stepsLeft, 'step is', 'steps are')} left.
        </Row>
      )
    case 'training':
      return (
        <Row icon="completion" href={paths.training(district)} action="See what meets it">
          The required training “{item.title}”{' '}
          {item.isOverdue ? 'is overdue: it was due' : 'is due'}{' '}
          <RelativeDay value={item.dueOn} today={today} />.
        </Row>
      )
    case 'goal':
      return (
        <Row icon="goal" href={paths.goal(district, item)} action="Check in">
          Your goal “{item.title}” {item.dueOn < today ? 'was due' : 'is due'}{' '}
          <RelativeDay value={item.dueOn} today={today} />.
        </Row>
      )
    case 'comment':
      return (
        <Row icon="pathway" href={paths.pathwayPreview(district, item)} action="Comment">
          {item.by} asks what you think of the pathway “{item.title}”, which is being built
          {item.question ? <>: “{item.question}”</> : '.'}
        </Row>
      )
    case 'draft':
      return (
        <Row icon="edit" href={paths.editActivity(district, item)} action="Finish it">
          {item.title ? (
            <>“{item.title}” is still a draft.</>
          ) : (
            'You began a draft without a title.'
          )}
        </Row>
      )
  }
}

function returnedPath(district: { slug: string }, item: Extract<Next, { kind: 'returned' }>) {
  switch (item.what) {
    case 'activity':
      return paths.editActivity(district, item)
    case 'completion':
      return paths.completion(district, item)
    case 'award':
      return paths.award(district, item)
    case 'step':
      return `${paths.enrollmentEvidence(district, item.enrollmentId)}?step=${item.id}`
  }
}

function Row(props: { icon: IconName; href: string; action: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3 py-3">
      <span className="pt-0.5 text-blaze-ink">
        <Icon name={props.icon} />
      </span>
      <p className="min-w-0 grow wrap-anywhere">{props.children}</p>
      <span className="shrink-0 pl-3">
        <TextLink href={props.href} strong>
          {props.action}
        </TextLink>
      </span>
    </li>
  )
}

function WaitingForOthers({ home }: { home: Home }) {
  const { district, today, timeZone } = useDistrict()
  if (!home.waiting) return null
  const { count, since, dueOn } = home.waiting
  return (
    <p className="mt-4 max-w-line text-ink-quiet">
      <TextLink href={`${paths.activities(district)}?status=submitted`} tone="ink">
        {counted(count, 'thing you sent waits', 'things you sent wait')}
      </TextLink>{' '}
      for {anyOf(home.reviewers)}, the oldest since{' '}
      <Day value={dayOf(since, timeZone)} today={today} />;{' '}
      {dueOn < today ? 'its clock ran out' : 'it is to be decided by'}{' '}
      <Day value={dueOn} today={today} />.
    </p>
  )
}
