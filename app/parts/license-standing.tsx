import { type LicenseStanding, type LicenseState, standingWords } from '~/domain/licenses/license'
import { formatExactDay } from '~/ui/day'
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
  return <Status tone={tones[standing.state]}>{standingWords(standing, formatExactDay)}</Status>
}
