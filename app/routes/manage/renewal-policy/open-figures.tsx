import { creditLabel } from '~/domain/rule-sets/credits'
import { NumberField } from '~/ui/field'
import { Section } from '~/ui/section'
import type { LoadedForm } from './change'

/** The figures that the state leaves open, or that nobody could verify. */
export function OpenFigures({ form }: { form: LoadedForm }) {
  const { figures, conversions, ruleSet } = form
  if (figures.length + conversions.length === 0) return null
  return (
    <Section
      title="Figures that are open"
      lead="No source says them for certain. Left empty, nothing is measured against them, or the figure stays marked as not verified."
    >
      <div className="space-y-4">
        {figures.map(({ rule, label, note }, at) => (
          <div key={rule}>
            <input type="hidden" name={`figures[${at}].rule`} value={rule} />
            <NumberField
              name={`figures[${at}].amount`}
              label={label}
              hint={note}
              optional
              suffix={ruleSet.unit.many}
            />
          </div>
        ))}
        {conversions.map(({ from, level, note }, at) => (
          <div key={`${from} ${level}`}>
            <input type="hidden" name={`conversions[${at}].from`} value={from} />
            {level && <input type="hidden" name={`conversions[${at}].level`} value={level} />}
            <NumberField
              name={`conversions[${at}].units`}
              label={`${creditLabel(from)}${level ? ` (${level.replaceAll('_', ' ')})` : ''}: one is worth`}
              hint={note}
              optional
              suffix={ruleSet.unit.many}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
