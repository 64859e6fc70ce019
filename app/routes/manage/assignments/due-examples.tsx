import { useEffect, useState } from 'react'
import { dueExamples } from '~/domain/pathways/due'
import { useDistrict } from '~/parts/district-context'
import { dueRuleIn, type RuleValues } from './rule-values'
import { RULE_FORM } from './rule-form-id'

/** The due rule worked out for some people that stand for others; it follows what is typed. */
export function DueExamples(props: { values: RuleValues; schoolYearStartsOn: string }) {
  const { today } = useDistrict()
  const { due, grace } = useTyped(props.values)
  const { schoolYearStartsOn } = props
  const examples = due === null ? [] : dueExamples(due, { today, schoolYearStartsOn }, grace)
  if (examples.length === 0) return null
  return (
    <div className="rounded-card bg-sunken px-4 py-3" aria-live="polite">
      <p className="font-semibold">So, for instance</p>
      <ul className="mt-1 space-y-1 text-sm">
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </div>
  )
}

/** The due rule and the days of grace as they stand in the form at this moment. */
function useTyped(values: RuleValues) {
  const [typed, setTyped] = useState(values)
  useEffect(() => {
    const form = document.getElementById(RULE_FORM)
    if (!(form instanceof HTMLFormElement)) return
    const read = () => {
      const entries = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
      setTyped(Object.fromEntries(entries) as RuleValues)
    }
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])
  const isMandated = (typed.kind ?? 'mandated') === 'mandated'
  return { due: dueRuleIn(typed), grace: isMandated ? Number(typed.graceDays) || null : null }
}
