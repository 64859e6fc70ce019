import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FUNDING_SOURCES, type FundingSource, kindName } from '~/domain/activities/activity'
import { showActivity } from '~/domain/activities/showing.server'
import { competencyName } from '~/domain/frameworks/competency'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedActivity } from '~/domain/counted/row'
import { noteView } from '~/domain/record/opening.server'
import { licenseViewOf } from '~/domain/renewal/preview.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { ActivityStatusWord } from '~/parts/activity-status'
import { CountsToward } from '~/parts/counts-toward'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList } from '~/parts/evidence-list'
import { LicenseSection } from '~/parts/license-section'
import { ReviewHistory } from '~/parts/review-history'
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
  { title: `${data?.activity.title || 'Activity'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const shown = await member.read(showActivity, idOf(args.params.activity))
  if (!shown.isOwn) await member.write(noteView, shown.activity.memberId, 'activity')
  const { id } = shown.activity
  const licenses = await member.read(licenseViewOf, 'activity', id, shown.isOwn)
  const counted = await member.read(listPlacesCounted, countedActivity(shown.activity))
  return { ...shown, licenses, counted }
}

export default function ShowActivity() {
  const shown = useLoaderData<typeof loader>()
  const { activity, evidence, history, waiting, reopenable, reviewers, can, isOwn } = shown
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <SubjectTrail
            isOwn={isOwn}
            list={{ label: 'Activities', href: paths.activities(district) }}
          />
        }
        title={activity.title || 'An activity without a title yet'}
        lead={isOwn ? undefined : activity.owner}
        action={
          can.edit ? (
            <ButtonLink href={paths.editActivity(district, activity)} tone="primary" icon="edit">
              {activity.status === 'returned' ? 'Answer and send again' : 'Go on with it'}
            </ButtonLink>
          ) : can.decide ? (
            <ButtonLink href={paths.approval(district, waiting!)} tone="primary" icon="approvals">
              Decide
            </ButtonLink>
          ) : undefined
        }
      >
        <ActivityStatusWord status={activity.status} />
        {waiting && <WaitingSentence waiting={waiting} reviewers={reviewers} />}
      </PageHeader>

      <Facts items={factsOf(activity)} />

      {activity.reflection && (
        <Section title="Reflection">
          <p className="max-w-line whitespace-pre-line">{activity.reflection}</p>
        </Section>
      )}
      <Section title="Evidence">
        {evidence.length > 0 ? (
          <EvidenceList evidence={evidence} />
        ) : (
          <p className="text-ink-quiet">None attached: this activity is self-reported.</p>
        )}
      </Section>
      <CountsToward places={shown.counted} />
      <LicenseSection kind="activity" id={activity.id} licenses={shown.licenses} />
      {history.length > 0 && (
        <Section title="What happened">
          <ReviewHistory history={history} reopenable={reopenable} />
        </Section>
      )}
      {can.withdraw && waiting && (
        <Form method="post" action={paths.withdrawal(district, waiting)} className="mt-8">
          <Button icon="return">Take it back</Button>
        </Form>
      )}
    </>
  )
}

type Activity = Awaited<ReturnType<typeof showActivity>>['activity']

function factsOf(activity: Activity) {
  const given = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : [])
  return [
    { term: 'Kind', value: kindName(activity.kind) },
    {
      term: 'When',
      value: activity.startedOn ? (
        <>
          <Day value={activity.startedOn} />
          {activity.endedOn && activity.endedOn !== activity.startedOn && (
            <>
              {' to '}
              <Day value={activity.endedOn} />
            </>
          )}
        </>
      ) : (
        'Not said yet'
      ),
    },
    { term: 'Hours', value: activity.minutes ? formatHours(activity.minutes) : 'Not said yet' },
    ...given('School', activity.organization),
    ...given('Offered by', activity.provider),
    ...given('Sponsor number', activity.sponsorNumber),
    ...given('Where', activity.location),
    ...given('Paid from', FUNDING_SOURCES[activity.fundingSource as FundingSource]),
    ...given('Competencies', activity.competencies.map(competencyName).join(' · ')),
    ...activity.claim.map(({ term, text }) => ({ term, value: text })),
  ]
}
