import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { type AwardPage, getAward } from '~/domain/badges/queries.server'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedAward } from '~/domain/counted/row'
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
import { SubjectTrail } from '~/parts/subject-trail'
import { WaitingSentence } from '~/parts/waiting-sentence'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { AwardStatus } from './award-status'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Badge'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const award = await member.read(getAward, idOf(args.params.award))
  if (!award.isOwn) await member.write(noteView, award.memberId, 'award')
  const licenses = await member.read(licenseViewOf, 'award', award.id, award.isOwn)
  const counted = await member.read(listPlacesCounted, countedAward(award))
  return { ...award, licenses, counted }
}

export default function ShowAward() {
  const award = useLoaderData<typeof loader>()
  const { waiting, can, isOwn, evidence, history, reopenable, others } = award
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <SubjectTrail isOwn={isOwn} list={{ label: 'Badges', href: paths.awards(district) }} />
        }
        title={award.title}
        lead={isOwn ? award.issuer : `${award.owner} · ${award.issuer}`}
        action={nextStep(award, district)}
      >
        <AwardStatus {...award} owner={isOwn ? undefined : award.owner} />
        {waiting && <WaitingSentence waiting={waiting} reviewers={waiting.reviewers} />}
      </PageHeader>

      <Section title="The badge">
        <Facts items={factsOf(award)} />
      </Section>
      <Section title="Proof">
        {award.url && !evidence.some(({ content }) => content === award.url) && (
          <p className="mb-3">
            <TextLink href={award.url} rel="noreferrer">
              {award.url}
            </TextLink>
          </p>
        )}
        <EvidenceList evidence={evidence} />
        {!award.url && evidence.length === 0 && (
          <p className="text-ink-quiet">Nothing is attached: this badge is self-reported.</p>
        )}
      </Section>
      {others.length > 0 && (
        <Section title="Other times it was earned">
          <ul className="space-y-1">
            {others.map((other) => (
              <li key={other.id}>
                <TextLink href={paths.award(district, other)}>
                  <Day value={other.awardedOn} />
                </TextLink>
                {other.expiresOn && (
                  <>
                    , until <Day value={other.expiresOn} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CountsToward places={award.counted} />
      <LicenseSection kind="award" id={award.id} licenses={award.licenses} />
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
function nextStep({ id, waiting, can }: AwardPage, district: { slug: string }) {
  if (can.correct) {
    return (
      <ButtonLink href={paths.editAward(district, id)} tone="primary" icon="edit">
        Correct and send again
      </ButtonLink>
    )
  }
  if (can.decide && waiting) {
    return (
      <ButtonLink href={paths.approval(district, waiting)} tone="primary" icon="approvals">
        Decide
      </ButtonLink>
    )
  }
  if (!can.renew) return undefined
  return (
    <ButtonLink href={`${paths.newAward(district)}?renews=${id}`} icon="plus">
      I earned it again
    </ButtonLink>
  )
}

const factsOf = (award: AwardPage) => [
  { term: 'Issued by', value: award.issuer },
  { term: 'Awarded', value: <Day value={award.awardedOn} /> },
  {
    term: 'Holds until',
    value: award.expiresOn ? <Day value={award.expiresOn} /> : 'It does not expire',
  },
  { term: 'School', value: award.organization },
]
