import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getMandate } from '~/domain/mandates/queries.server'
import { getAsked } from '~/domain/mandates/standing.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useLookAgain } from '~/parts/use-look-again'
import { Day } from '~/ui/day-text'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { AskedSection } from './asked-section'
import { askedFilterOf } from './asked-filter.server'
import { ExampleDates } from './example-dates'
import { MandateFacts } from './mandate-facts'
import { MandateTrail } from './mandate-trail'
import { SourceNote } from './source-note'
import { TopicList } from './topic-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mandate.title ?? 'Required training'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  const filter = askedFilterOf(args.request)
  const [page, asked] = await Promise.all([
    member.read(getMandate, id),
    member.read(getAsked, id, filter),
  ])
  return { ...page, asked, filter }
}

export default function ShowMandate() {
  const { mandate, template, topics, counts, names, can, asked, filter } =
    useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  useLookAgain(mandate.isReaching)
  return (
    <>
      <PageHeader
        trail={<MandateTrail />}
        title={mandate.title}
        lead={stateOfThings(mandate, counts)}
        action={<NextMove mandate={mandate} can={can} topics={topics.length} />}
      >
        {template && <SourceNote template={template} />}
      </PageHeader>
      {mandate.isReaching && (
        <div className="mb-8 max-w-form">
          <Notice title="It is being brought to everybody.">
            <p>The figures below grow until all have been reached; this takes some seconds.</p>
          </Notice>
        </div>
      )}
      {mandate.endedOn && (
        <div className="mb-8 max-w-form">
          <Notice title="It has ended.">
            <p>
              Nobody is asked for it since <Day value={mandate.endedOn} today={today} />. What was
              met and missed stays on record.
            </p>
          </Notice>
        </div>
      )}
      <MandateFacts mandate={mandate} names={names} />
      {can.edit && (
        <div className="mb-12 flex flex-wrap gap-3 print:hidden">
          <ButtonLink href={paths.editMandate(district, mandate)} icon="edit">
            Change it
          </ButtonLink>
          <ButtonLink href={paths.mandateEnding(district, mandate)} tone="quiet">
            End it
          </ButtonLink>
        </div>
      )}
      <TopicList mandate={mandate} topics={topics} mayEdit={can.edit} />
      {mandate.status === 'on' && (
        <AskedSection
          counts={counts}
          asked={asked}
          proof={mandate.proof}
          filter={filter}
          csv={paths.mandatePeopleCsv(district, mandate)}
        />
      )}
      {mandate.status !== 'ended' && <ExampleDates mandate={mandate} />}
    </>
  )
}

function NextMove(props: {
  mandate: { id: string; status: string }
  can: { edit: boolean; switchOn: boolean }
  topics: number
}) {
  const { mandate, can, topics } = props
  const { district } = useDistrict()
  if (!can.edit || mandate.status !== 'prepared') return null
  return topics === 0 ? (
    <ButtonLink href={paths.mandateTopics(district, mandate)} tone="primary" icon="plus">
      Add what is taken
    </ButtonLink>
  ) : (
    <ButtonLink href={paths.mandateSwitchingOn(district, mandate)} tone="primary">
      See whom it would ask
    </ButtonLink>
  )
}

function stateOfThings(
  { status }: { status: string },
  { asked, overdue }: { asked: number; overdue: number },
) {
  if (status === 'prepared') return 'Being prepared: nobody is asked before you switch it on.'
  if (status === 'ended') return 'Ended.'
  const people = `${counted(asked, 'person is', 'people are')} asked`
  return overdue === 0
    ? `${people}; nobody is overdue.`
    : `${people}; ${overdue.toLocaleString('en-US')} of them overdue.`
}
