import type { showSubmission } from '~/domain/approvals/showing.server'
import { clockInWords } from '~/domain/reviews/submission'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { ReviewHistory } from '~/parts/review-history'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { DecisionForm } from './decision-form'
import { EvidenceInPlace } from './evidence-in-place'
import { useKeptQuery } from './kept-query'
import { ReopeningForm } from './reopening-form'

type Shown = Awaited<ReturnType<typeof showSubmission>>

/** One submission with everything a decision needs, and the decision. */
export function SubmissionPanel(props: Shown & { reply: Reply | null }) {
  const { submission, facts, note, evidence, history, reasons } = props
  const { district, today, timeZone } = useDistrict()
  const kept = useKeptQuery()
  return (
    <article aria-labelledby="submission-title">
      <p className="mb-4 lg:hidden">
        <TextLink href={paths.approvals(district) + kept}>All approvals</TextLink>
      </p>
      <h2 id="submission-title" className="font-serif text-2xl font-semibold">
        {submission.title}
      </h2>
      <p className="mt-1 text-ink-quiet">
        <TextLink href={paths.staffMember(district, submission.memberId)} tone="ink">
          {submission.member}
        </TextLink>
        , {submission.organization} · sent{' '}
        <Day value={dayOf(submission.submittedAt, timeZone)} today={today} />
        {submission.status === 'waiting' && <>, {clockInWords(submission.dueOn, today)}</>}
      </p>
      <div className="my-6">
        <Facts
          items={facts.map((fact) => ({
            term: fact.term,
            value:
              'day' in fact ? (
                <Day value={fact.day} />
              ) : 'minutes' in fact ? (
                <Hours minutes={fact.minutes} />
              ) : (
                fact.text
              ),
          }))}
        />
      </div>
      {note && (
        <Section title="Reflection" level={3}>
          <p className="max-w-line whitespace-pre-line">{note}</p>
        </Section>
      )}
      <Section title="Evidence" level={3}>
        <EvidenceInPlace evidence={evidence} />
      </Section>
      {props.can.decide && history.length > 1 && (
        <Section title="What happened before" level={3}>
          <ReviewHistory history={history} />
        </Section>
      )}
      {props.can.decide ? (
        <DecisionForm
          submission={submission}
          criteria={props.criteria}
          reasons={reasons}
          reply={props.reply}
        />
      ) : (
        <Section title="What happened" level={3}>
          <FormReply reply={props.can.reopen ? null : props.reply}>
            <ReviewHistory history={history} />
          </FormReply>
        </Section>
      )}
      {props.can.reopen && <ReopeningForm submission={submission} reply={props.reply} />}
    </article>
  )
}
