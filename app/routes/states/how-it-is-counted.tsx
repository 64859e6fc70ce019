import { HOW_TOLD } from '~/domain/reports/rounding'
import { counted } from '~/parts/people-words'
import { Disclosure } from '~/ui/disclosure'

/** Why these numbers, and what is not in them. */
export function HowItIsCounted(props: { reported: number; districts: number; leftOut: number }) {
  const { reported, districts, leftOut } = props
  return (
    <Disclosure summary="Why these numbers">
      <div className="max-w-line space-y-2 text-ink-quiet">
        <p>
          The figures of a district are made once, when a month is over, from its record as it was
          then: educators and coaches with an affiliation on the last day, and hours of the school
          year that were approved by it. Each district is measured by its own yardstick; the
          educators of one that has none are part of no share at or above it.
        </p>
        <p>
          No person can be seen: of each district is told what its own report tells whoever may open
          no record there. {HOW_TOLD} Districts and groups with fewer than five educators are left
          out, with another group by which one could be found; a share or a mean needs twenty.
        </p>
        <p>
          Sums add up what is told, and nothing else, so that nothing can be found by subtraction.
          What is left out and the fives that are not told are missing in them: how many are at or
          above the yardstick, and their share, tend to be too low, the more so where districts and
          groups are small.
        </p>
        <p>
          {counted(reported, 'district', 'districts')} of {districts}{' '}
          {reported === 1 ? 'has' : 'have'} closed the month
          {leftOut > 0 &&
            `; ${counted(leftOut, 'of them has', 'of them have')} fewer than five educators and ${leftOut === 1 ? 'is' : 'are'} left out`}
          .
        </p>
      </div>
    </Disclosure>
  )
}
