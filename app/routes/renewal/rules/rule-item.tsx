import type { ShownRuleSet } from '~/domain/rule-sets/showing'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'
import { SourceLinks } from './source-list'

type Rule = ShownRuleSet['groups'][number]['rules'][number]

/** A rule: what it says, for whom, and where it comes from. */
export function RuleItem({ rule }: { rule: Rule }) {
  return (
    <li id={`rule-${rule.id}`} className="space-y-1 py-4">
      <h3 className="font-semibold">{rule.label}</h3>
      {rule.words && <p className="max-w-line">{rule.words.replace(/\.?$/, '.')}</p>}
      {rule.condition && <p className="max-w-line">{capitalized(rule.condition)}.</p>}
      {rule.note && <p className="max-w-line text-ink-quiet">{rule.note}</p>}
      {rule.isOpen && <OpenFigure />}
      <p className="text-sm text-ink-quiet">
        {rule.confidence}, checked on <Day value={rule.checkedOn} /> ·{' '}
        <SourceLinks keys={rule.sources} />
      </p>
    </li>
  )
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Said of a figure that no source states for certain. */
export function OpenFigure() {
  return (
    <p>
      <Status tone="warn" icon="warning">
        Not verified: your district can set this
      </Status>
    </p>
  )
}
