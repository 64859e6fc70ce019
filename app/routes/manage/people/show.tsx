import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getMember } from '~/domain/members/showing.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { AffiliationTable } from './affiliation-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Person'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getMember, idOf(args.params.person))
}

export default function Person() {
  const person = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const { can, affiliations } = person
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'People', href: paths.people(district) }]} />}
        title={person.name}
        action={
          can.edit && (
            <ButtonLink href={paths.editPerson(district, person)} tone="primary" icon="edit">
              Edit
            </ButtonLink>
          )
        }
      >
        {can.viewRecord && (
          <TextLink href={paths.staffMember(district, person)}>Look at their learning</TextLink>
        )}{' '}
        {can.viewUses && (
          <TextLink href={paths.usesOf(district, person)}>Where hours were used</TextLink>
        )}{' '}
        {can.placeHold && (
          <TextLink href={paths.newHold(district, person)}>Place a legal hold</TextLink>
        )}
      </PageHeader>
      <StandingHolds holds={person.holds} />
      <Section title="About">
        <Facts items={factsOf(person)} />
      </Section>
      <Section
        title="Signing in"
        action={
          can.invite && (
            <ButtonLink href={paths.personInvitation(district, person)} icon="mail">
              {person.invitedAt ? 'Invite again' : 'Invite'}
            </ButtonLink>
          )
        }
      >
        <p className="max-w-line">
          <SignInSentence person={person} />
        </p>
      </Section>
      <Section
        title="Works here as"
        lead="None of this is ever deleted: what was true on a day stays true."
        action={
          can.edit && (
            <ButtonLink href={paths.personAffiliations(district, person)} icon="plus">
              Start an affiliation
            </ButtonLink>
          )
        }
      >
        <AffiliationTable person={person} affiliations={affiliations} mayEnd={can.edit} />
      </Section>
      {can.edit && (
        <Section
          title="Leave"
          action={
            <ButtonLink href={paths.personLeaves(district, person)} icon="calendar">
              Record a leave
            </ButtonLink>
          }
        >
          <p className="max-w-line">
            <LeaveSentence leaves={person.leaves} />
          </p>
        </Section>
      )}
    </>
  )
}

function StandingHolds({ holds }: Pick<Shown, 'holds'>) {
  const { district, today } = useDistrict()
  if (holds.length === 0) return null
  return (
    <div className="mb-8 max-w-form">
      <Notice title="On legal hold: nothing is destroyed or deleted" icon="lock">
        <ul>
          {holds.map((hold) => (
            <li key={hold.id}>
              <TextLink href={paths.hold(district, hold)}>{hold.matter}</TextLink>, since{' '}
              <Day value={hold.placedOn} today={today} />
              {hold.memberId === null && ', on everybody'}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof getMember>>

function SignInSentence({ person }: { person: Pick<Shown, 'hasJoined' | 'email' | 'invitedAt'> }) {
  const { today, timeZone } = useDistrict()
  if (person.hasJoined) return 'Has joined and can sign in.'
  if (person.email === null) return 'Cannot be invited without an email address.'
  if (!person.invitedAt) return 'Was not invited yet.'
  return (
    <>
      Was invited on <Day value={dayOf(person.invitedAt, timeZone)} today={today} /> and has not
      joined yet.
    </>
  )
}

/** The leave that holds, or comes next, in words. */
function LeaveSentence({ leaves }: Pick<Shown, 'leaves'>) {
  const { today } = useDistrict()
  const leave = leaves.find(({ endedOn }) => endedOn === null || endedOn >= today)
  if (!leave) return 'Not on leave.'
  return (
    <>
      {leave.startedOn <= today ? 'On leave since' : 'On leave from'}{' '}
      <Day value={leave.startedOn} today={today} />
      {leave.endedOn && (
        <>
          {' '}
          until <Day value={leave.endedOn} today={today} />
        </>
      )}
      .
    </>
  )
}

function factsOf(person: Pick<Shown, 'email' | 'hiredOn' | 'identifier' | 'sourceId'>) {
  const given = (term: string, value: string | null) => (value ? [{ term, value }] : [])
  return [
    { term: 'Email', value: person.email ?? 'Not known' },
    { term: 'Hired', value: person.hiredOn ? <Day value={person.hiredOn} /> : 'Not known' },
    ...given('Number', person.identifier),
    {
      term: 'Comes from',
      value: person.sourceId ? `The roster, as ${person.sourceId}` : 'Added by a person',
    },
  ]
}
