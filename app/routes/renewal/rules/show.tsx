import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { showRuleSet } from '~/domain/rule-sets/queries.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { ConversionTable } from './conversion-table'
import { NotLegalAdvice } from './not-legal-advice'
import { RuleItem } from './rule-item'
import { SourceLinks, SourceList } from './source-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Renewal rules'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(showRuleSet, args.params.ruleSet ?? '', ACTIVITY_KINDS)
}

export default function RuleSet() {
  const ruleSet = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        title={ruleSet.name}
        lead={`${ruleSet.state}. ${ruleSet.holds}.`}
        trail={<Breadcrumbs items={[{ label: 'Renewal rules', href: paths.ruleSets(district) }]} />}
      />
      <div className="mb-10 space-y-4">
        {ruleSet.isStale && <Stale checkedOn={ruleSet.checkedOn} />}
        <NotLegalAdvice />
      </div>
      <Section title="In short">
        <Facts
          items={[
            { term: 'Counted in', value: ruleSet.unit },
            {
              term: 'Cycle',
              value: (
                <>
                  {ruleSet.cycle.words}. {ruleSet.cycle.note}{' '}
                  <SourceLinks keys={ruleSet.cycle.sources} />
                </>
              ),
            },
            ...(ruleSet.law ? [{ term: 'Law', value: ruleSet.law }] : []),
            { term: 'How sure', value: ruleSet.confidence },
            { term: 'Checked', value: <Day value={ruleSet.checkedOn} /> },
            { term: 'Version', value: `${ruleSet.id}, revision ${ruleSet.revision}` },
          ]}
        />
      </Section>
      {ruleSet.groups.map(({ title, rules }) => (
        <Section key={title} title={title}>
          <ul className="divide-y divide-line border-y border-line">
            {rules.map((rule) => (
              <RuleItem key={rule.id} rule={rule} />
            ))}
          </ul>
        </Section>
      ))}
      <ConversionTable unit={ruleSet.unit} conversions={ruleSet.conversions} />
      <SourceList sources={ruleSet.sources} />
    </>
  )
}

function Stale({ checkedOn }: { checkedOn: string }) {
  return (
    <Notice tone="warn" title="These rules have not been checked for more than a year.">
      They were last compared with their sources on <Day value={checkedOn} />. Ask your state
      whether they still hold.
    </Notice>
  )
}
