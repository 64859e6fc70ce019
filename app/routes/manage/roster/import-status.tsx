import type { RosterStanding } from '~/domain/roster/import'
import type { IconName } from '~/ui/icon'
import { Status, type Tone } from '~/ui/status'

const words: Record<RosterStanding, { word: string; tone: Tone; icon?: IconName }> = {
  reading: { word: 'Being read', tone: 'neutral', icon: 'clock' },
  previewed: { word: 'Waits for you to apply it', tone: 'next' },
  applying: { word: 'Being applied', tone: 'neutral', icon: 'clock' },
  applied: { word: 'Applied', tone: 'good' },
  failed: { word: 'Not read', tone: 'bad', icon: 'warning' },
  expired: { word: 'Never applied', tone: 'neutral' },
}

/** Where an import stands, as words. */
export function ImportStatus({ standing }: { standing: RosterStanding }) {
  const { word, tone, icon } = words[standing]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}
