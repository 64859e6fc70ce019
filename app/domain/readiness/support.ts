/** Why a hand would help somebody, what helps most first: what waits for us, then who is stuck. */
export const SUPPORT_GROUPS = ['waiting', 'stuck', 'due'] as const

export type SupportGroup = (typeof SUPPORT_GROUPS)[number]

/** From so many days before the due day on somebody is listed. */
export const SUPPORT_DUE_DAYS = 30

/** What the groups are called, and what each asks of whoever leads the school. */
export const SUPPORT_WORDS: Record<SupportGroup, { title: string; help: string }> = {
  waiting: {
    title: 'Waiting for us',
    help: 'What they sent waits for a decision. A decision is all they need.',
  },
  stuck: {
    title: 'No step in 30 days',
    help: 'Ask what is in the way: time, access, or the step itself.',
  },
  due: {
    title: 'Due within 30 days, or past the day',
    help: 'They are on the way. An hour set aside may be enough.',
  },
}
