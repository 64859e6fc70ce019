import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { ShownCycle } from './show'
import { uncheckedFacts } from './unchecked-facts'

/** What is lost, kept and carried over; what could not be checked; and where the rules come from. */
export function CycleFootnotes({ page }: { page: ShownCycle }) {
  const { district } = useDistrict()
  const { unit, keepUntil, carryOver } = page
  const amount = (units: number) => `${units} ${units === 1 ? unit.one : unit.many}`
  const items = [
    ...page.lostToCaps.map(({ label, lost }) => ({
      term: 'Lost to a limit',
      value: `${amount(lost)}: ${label}`,
    })),
    ...(carryOver
      ? [
          {
            term: 'Carried over',
            value:
              carryOver.amount === null
                ? `Not known, so nothing is carried over. ${carryOver.note ?? ''}`
                : `${amount(carryOver.amount)}. ${carryOver.note ?? carryOver.label}`,
          },
        ]
      : []),
    ...(keepUntil ? [{ term: 'Keep the proof', value: <KeepUntil keepUntil={keepUntil} /> }] : []),
    ...uncheckedFacts(page, district),
    {
      term: 'Hours used',
      value: (
        <TextLink href={page.isOwn ? paths.uses(district) : paths.usesOf(district, page.memberId)}>
          Where hours were used
        </TextLink>
      ),
    },
    {
      term: 'Rules',
      value: (
        <>
          <TextLink href={paths.ruleSet(district, page.ruleSet.id)}>{page.ruleSet.name}</TextLink>,
          checked on <Day value={page.ruleSet.checkedOn} />. Cairn helps you plan; your state
          decides. Check with it before you apply.
        </>
      ),
    },
  ]
  return (
    <Section title="Good to know">
      <Facts items={items} />
    </Section>
  )
}

function KeepUntil({ keepUntil }: { keepUntil: NonNullable<ShownCycle['keepUntil']> }) {
  const { until, isExpected, label } = keepUntil
  if (!until) return <>{label}: no source says for how long.</>
  return (
    <>
      Until <Day value={until} />
      {isExpected && ', if you renew on the last day'}.
    </>
  )
}
