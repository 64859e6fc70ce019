import type { ReactNode } from 'react'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'

/** A goal's way: from where, to where, by when. It reads down like a sentence. */
export function FromToBy(goal: { baseline: string | null; target: string; dueOn: string }) {
  const { today } = useDistrict()
  return (
    <dl className="grid max-w-line grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      {goal.baseline && <Line term="From">{goal.baseline}</Line>}
      <Line term={goal.baseline ? 'to' : 'To'}>{goal.target}</Line>
      <Line term="by">
        <Day value={goal.dueOn} today={today} />
      </Line>
    </dl>
  )
}

function Line(props: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-quiet">{props.term}</dt>
      <dd className="min-w-0 wrap-anywhere">{props.children}</dd>
    </>
  )
}
