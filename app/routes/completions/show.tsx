import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { kindName } from '~/domain/activities/activity'
import { bookedKind } from '~/domain/completions/completion'
import { type CompletionPage, getCompletion } from '~/domain/completions/queries.server'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedCompletion } from '~/domain/counted/row'
import { noteView } from '~/domain/record/opening.server'
import { licenseViewOf } from '~/domain/renewal/preview.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { CountsToward } from '~/parts/counts-toward'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList } from '~/parts/evidence-list'
import { LicenseSection } from '~/parts/license-section'
import { ReviewHistory } from '~/parts/review-history'
import { StandingStatus } from '~/parts/standing-status'
import { SubjectTrail } from '~/parts/subject-trail'
import { WaitingSentence } from '~/parts/waiting-sentence'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { formatHours } from '~/ui/hours'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Course'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const completion = await member.read(getCompletion, idOf(args.params.completion))
  if (!completion.isOwn) await member.write(noteView, completion.memberId, 'completion')
  const licenses = await member.read(licenseViewOf, 'completion', completion.id, completion.isOwn)
  const counted = await member.read(listPlacesCounted, countedCompletion(completion))
  return { ...completion, licenses, counted }
}

export default function ShowCompletion() {
  const completion = useLoaderData<typeof loader>()
  const { waiting, can, isOwn, evidence, history, reopenable } = completion
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <SubjectTrail
            isOwn={isOwn}
            list={{ label: 'Courses', href: paths.completions(district) }}
          />
        }
        title={completion.title}
        lead={isOwn ? undefined : completion.owner}
        action={nextStep(completion, district)}
      >
        {!waiting && (
          <StandingStatus {...completion} owner={isOwn ? undefined : completion.owner} />
        )}
        {waiting && <WaitingSentence waiting={waiting} reviewers={waiting.reviewers} />}
      </PageHeader>

      <Section title="The course">
        <Facts items={factsOf(completion)} />
      </Section>
      <Section title="Proof">
        {evidence.length > 0 ? (
          <EvidenceList evidence={evidence} />
        ) : (
          <p className="text-ink-quiet">
            {completion.source === 'import'
              ? 'It came with a file from the provider or the district.'
              : 'Nothing is attached: this course is self-reported.'}
          </p>
        )}
      </Section>
      <CountsToward places={completion.counted} />
      <LicenseSection kind="completion" id={completion.id} licenses={completion.licenses} />
      {history.length > 0 && (
        <Section title="What happened">
          <ReviewHistory history={history} reopenable={reopenable} />
        </Section>
      )}
      {can.withdraw && waiting && (
        <Form method="post" action={paths.withdrawal(district, waiting)}>
          <Button icon="return">Take it back</Button>
        </Form>
      )}
    </>
  )
}

/** The one thing to do, for whoever reads it. */
function nextStep({ id, status, waiting, can }: CompletionPage, district: { slug: string }) {
  if (can.correct) {
    return (
      <ButtonLink href={paths.editCompletion(district, id)} tone="primary" icon="edit">
        {status === 'returned' ? 'Answer and send again' : 'Correct and send again'}
      </ButtonLink>
    )
  }
  if (!can.decide || !waiting) return undefined
  return (
    <ButtonLink href={paths.approval(district, waiting)} tone="primary" icon="approvals">
      Decide
    </ButtonLink>
  )
}

const factsOf = (completion: CompletionPage) => [
  { term: 'Finished', value: <Day value={completion.completedOn} /> },
  {
    term: 'Hours',
    value: [formatHours(completion.minutes), ...countingWords(completion.status)].join(', '),
  },
  { term: 'Counts as', value: kindName(bookedKind(completion)) },
  ...(completion.provider ? [{ term: 'Offered by', value: completion.provider }] : []),
  { term: 'School', value: completion.organization },
  { term: 'How it is proven', value: STRENGTHS[completion.strength] },
]

const countingWords = (status: CompletionPage['status']) =>
  status === 'approved' ? [] : [status === 'denied' ? 'not counted' : 'not counted yet']
