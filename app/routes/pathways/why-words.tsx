import { type Reason, reasonInWords } from '~/domain/pathways/reason'
import { useDistrict } from '~/parts/district-context'
import { formatDay } from '~/ui/day'

/** Why one has a pathway: who gave it to whom, and when. */
export function WhyWords({ reason }: { reason: Reason }) {
  const { today } = useDistrict()
  return reasonInWords(reason, (day) => formatDay(day, today))
}
