import { formatExactHours, formatHours } from './hours'

/** "1.5 h", to the minute on hover. */
export function Hours({ minutes }: { minutes: number }) {
  return (
    <span title={formatExactHours(minutes)} className="whitespace-nowrap">
      {formatHours(minutes)}
    </span>
  )
}
