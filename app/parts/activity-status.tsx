import type { ActivityStatus } from '~/domain/activities/activity'
import type { IconName } from '~/ui/icon'
import { Status, type Tone } from '~/ui/status'

const words: Record<ActivityStatus, { word: string; tone: Tone; icon?: IconName }> = {
  draft: { word: 'Draft', tone: 'neutral', icon: 'edit' },
  submitted: { word: 'Waiting for approval', tone: 'warn', icon: 'clock' },
  approved: { word: 'Approved', tone: 'good' },
  returned: { word: 'Returned with a question', tone: 'next', icon: 'return' },
  denied: { word: 'Denied', tone: 'bad', icon: 'deny' },
  withdrawn: { word: 'Taken back', tone: 'neutral', icon: 'return' },
}

/** The state of an activity as a word. */
export function ActivityStatusWord({ status }: { status: ActivityStatus }) {
  const { word, tone, icon } = words[status]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}

/** The states a list can be narrowed to, in the order of a life. */
export const ACTIVITY_STATES = (Object.keys(words) as ActivityStatus[]).map((status) => ({
  value: status,
  label: words[status].word,
}))
