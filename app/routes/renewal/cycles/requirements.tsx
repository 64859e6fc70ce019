import { Icon } from '~/ui/icon'
import { Progress } from '~/ui/progress'
import { Section } from '~/ui/section'
import type { ShownCycle } from './show'

type Bar = ShownCycle['bars'][number]

/** One bar for each thing that is asked, and what has to be attested. */
export function Requirements({ page }: { page: ShownCycle }) {
  if (page.bars.length === 0 && page.duties.length === 0) return null
  return (
    <Section title="What is asked">
      <ul className="grid max-w-form gap-5">
        {page.bars.map((bar) => (
          <li key={`${bar.rule} ${bar.category}`}>
            <Progress label={bar.name} value={bar.have} max={bar.need || 1} words={wordsOf(bar)} />
            <Remarks bar={bar} />
          </li>
        ))}
      </ul>
      {page.duties.length > 0 && (
        <ul className="mt-6 grid max-w-form gap-2">
          {page.duties.map((duty) => (
            <li key={duty.rule} className="flex items-start gap-2">
              <Icon name={duty.met ? 'check-circle' : 'circle'} />
              <span>
                {duty.label}
                <span className="text-ink-quiet">
                  {duty.need > 1 ? `: ${duty.have} of ${duty.need}` : ''}
                  {duty.met ? ', done' : ', missing'}
                  {duty.metBy && ` (${duty.metBy})`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function wordsOf({ have, need, short, met, unit }: Bar) {
  if (need === 0) return have > 0 ? 'There is some' : 'Some is needed'
  const sum = `${have} of ${need} ${need === 1 ? unit.one : unit.many}`
  return met ? sum : `${sum}, ${short} short`
}

function Remarks({ bar }: { bar: Bar }) {
  const remarks = [
    bar.name === bar.asked ? null : bar.asked,
    bar.metBy && `Met by: ${bar.metBy}`,
    bar.isOfDistrict && 'Asked by your district',
    bar.isUnverified && 'This figure is not verified: check with your state',
  ].filter(Boolean)
  return <p className="mt-1 text-sm text-ink-quiet">{remarks.join('. ')}</p>
}
