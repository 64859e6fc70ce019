import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Comment } from '~/domain/comments/comment'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'

/** What was said about a version, oldest first, each with who and when. */
export function CommentList(props: {
  comments: Comment[]
  /** What can be done about one that stands. */
  action?: (comment: Comment) => ReactNode
  /** Whether the steps are on the page, to lead to them. */
  linksSteps?: boolean
}) {
  return (
    <ol className="max-w-line divide-y divide-line border-y border-line">
      {props.comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} className="space-y-1 py-3">
          <p className="text-sm text-ink-quiet">
            <strong className="text-ink">{comment.by}</strong> · <At instant={comment.at} />
            <AboutStep step={comment.step} isLink={props.linksSteps} />
          </p>
          {comment.isTakenBack ? (
            <p className="text-ink-quiet">Taken back.</p>
          ) : (
            <p className="wrap-anywhere whitespace-pre-line">{comment.text}</p>
          )}
          {comment.settled && (
            <p className="text-sm text-good">
              Settled by {comment.settled.by} on <At instant={comment.settled.at} />
            </p>
          )}
          {!comment.isTakenBack && props.action?.(comment)}
        </li>
      ))}
    </ol>
  )
}

function AboutStep({ step, isLink }: { step: Comment['step']; isLink?: boolean }) {
  if (!step) return null
  if (!step.isThere) return <> · on “{step.title}”, which is no longer in it</>
  if (!isLink) return <> · on “{step.title}”</>
  return (
    <>
      {' '}
      · on <TextLink href={`#step-${step.key}`}>{step.title}</TextLink>
    </>
  )
}

function At({ instant }: { instant: Date }) {
  const { timeZone, today } = useDistrict()
  return <Day value={dayOf(instant, timeZone)} today={today} />
}

/** Takes back what one said oneself. */
export function TakeBackButton(props: { pathway: { id: string }; comment: Comment }) {
  const { district } = useDistrict()
  if (!props.comment.isOwn) return null
  return (
    <Form
      method="post"
      action={paths.pathwayCommentRemoval(district, props.pathway, props.comment)}
    >
      <Button tone="quiet" size="small">
        Take it back
      </Button>
    </Form>
  )
}

/** Marks what a comment asks for as settled, or as not settled after all. */
export function SettleButton(props: { pathway: { id: string }; comment: Comment }) {
  const { district } = useDistrict()
  const { pathway, comment } = props
  return (
    <Form method="post" action={paths.pathwayCommentSettling(district, pathway, comment)}>
      <Button size="small" name="intent" value={comment.settled ? 'unsettle' : 'settle'}>
        {comment.settled ? 'Not settled after all' : 'Mark as settled'}
      </Button>
    </Form>
  )
}
