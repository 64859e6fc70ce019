import type { SectionRule } from '~/domain/reports/rules.server'
import { Disclosure } from '~/ui/disclosure'

/** The rule behind the numbers of a section, and what each of them counts. */
export function Why({ rule, measures }: SectionRule) {
  return (
    <>
      <p>{rule}</p>
      <dl className="mt-3 space-y-2">
        {measures.map(({ key, name, rule: counts }) => (
          <div key={key}>
            <dt className="font-semibold text-ink">{name}</dt>
            <dd>{counts}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** The same, folded away, for a section without a chart. */
export function WhyDisclosure(rule: SectionRule) {
  return (
    <div className="mt-2">
      <Disclosure summary="Why this number">
        <div className="max-w-line text-ink-quiet">
          <Why {...rule} />
        </div>
      </Disclosure>
    </div>
  )
}
