import { type LicenseStanding, type LicenseState, standingWords } from '~/domain/licenses/license'
import { useDistrict } from '~/parts/district-context'
import { formatDay } from '~/ui/day'
import { Status, type Tone } from '~/ui/status'

const tones: Record<LicenseState, Tone> = {
  active: 'good',
  soon: 'warn',
  extended: 'warn',
  expired: 'bad',
  withdrawn: 'neutral',
  undated: 'neutral',
}

/** Where a license stands, in words. */
export function LicenseStandingWord({ standing }: { standing: LicenseStanding }) {
  const { today } = useDistrict()
  return (
    <Status tone={tones[standing.state]}>
      {standingWords(standing, (day) => formatDay(day, today))}
    </Status>
  )
}
