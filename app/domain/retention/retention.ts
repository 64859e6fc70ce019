import { addMonths, type Day, dayInWords } from '../calendar'

/** How long evidence files are kept at least, in years; a district may ask for more, never for less. */
export const MIN_EVIDENCE_YEARS = 5
export const MIN_SEPARATION_YEARS = 6
export const MAX_RETENTION_YEARS = 100

/** What a district keeps evidence files for, in years. */
export type RetentionSchedule = {
  /** After the renewal that a file counts for. */
  evidenceYears: number
  /** After its educator has left, where it counts for no renewal. */
  separationYears: number
}

/** A renewal that a file may have to be shown for. */
export type ProvenCycle = {
  /** The name of the state. */
  place: string
  lastDay: Day
  renewedOn: Day | null
  /** Open without. */
  closedOn: Day | null
  /** Until when the rules of the state want the proof; null where they do not say. */
  askedUntil: Day | null
}

export type KeptFile = {
  attachedOn: Day
  /** Those in which the credit was earned, or was used. */
  cycles: readonly ProvenCycle[]
  /** The last day on which the educator worked here; null while they do. */
  leftOn: Day | null
}

/** Until when a file is kept, the last day included, and why; open while nobody can tell. */
export type Keeping = { until: Day | null; because: string }

/**
 * Until when an evidence file is kept: as long as the last of everything asks that it may have to be shown
 * for. Counted is from the renewal, not from the activity (603 CMR 44.00 and the rules of the other states),
 * or from the day the file was attached where that is later. What counts for no renewal is kept until its
 * educator has left, and for some years from then.
 */
export function keepingOf(file: KeptFile, schedule: RetentionSchedule): Keeping {
  const { cycles, leftOn, attachedOn } = file
  if (cycles.length === 0) return keepingAfterLeaving(attachedOn, leftOn, schedule)
  const open = cycles.find(({ closedOn }) => closedOn === null)
  if (open && leftOn === null) {
    return { until: null, because: `The ${open.place} license it counts for is being renewed.` }
  }
  return cycles
    .map((cycle) => keepingAfterCycle(cycle, attachedOn, schedule))
    .reduce((last, keeping) => (keeping.until > last.until ? keeping : last))
}

/** A required training that a file has met. */
export type MetTraining = { title: string; metOn: Day; retentionYears: number }

/** The same where the file has met required trainings whose proof is kept for some years: the longest holds. */
export function keptForTrainings(keeping: Keeping, met: readonly MetTraining[]): Keeping {
  return met.reduce((longest: Keeping, { title, metOn, retentionYears }) => {
    const until = after(metOn, retentionYears)
    if (longest.until === null || longest.until >= until) return longest
    const because = `It met the required training “${title}” on ${dayInWords(metOn)}. Kept ${years(retentionYears)} from then.`
    return { until, because }
  }, keeping)
}

function keepingAfterLeaving(
  attachedOn: Day,
  leftOn: Day | null,
  { separationYears }: RetentionSchedule,
): Keeping {
  if (leftOn === null) {
    return { until: null, because: 'It counts for no renewal yet, and its educator works here.' }
  }
  const from = latest(leftOn, attachedOn)
  return {
    until: after(from, separationYears),
    because: `Its educator left on ${dayInWords(leftOn)}, and it counts for no renewal. Kept ${years(separationYears)}${since(from, leftOn)}.`,
  }
}

function keepingAfterCycle(
  { place, lastDay, renewedOn, closedOn, askedUntil }: ProvenCycle,
  attachedOn: Day,
  { evidenceYears }: RetentionSchedule,
) {
  const ended = renewedOn ?? (closedOn === null ? lastDay : latest(closedOn, lastDay))
  const from = latest(ended, attachedOn)
  const scheduled = after(from, evidenceYears)
  const what = renewedOn
    ? `The ${place} license was renewed on ${dayInWords(renewedOn)}.`
    : `The ${place} cycle ended on ${dayInWords(ended)}.`
  if (askedUntil !== null && askedUntil > scheduled) {
    return {
      until: askedUntil,
      because: `${what} ${place} asks for it until ${dayInWords(askedUntil)}.`,
    }
  }
  return {
    until: scheduled,
    because: `${what} Kept ${years(evidenceYears)}${since(from, ended)}.`,
  }
}

const after = (day: Day, count: number) => addMonths(day, 12 * count)
const latest = (a: Day, b: Day) => (a > b ? a : b)
const years = (count: number) => (count === 1 ? 'a year' : `${count} years`)

/** Says it where it is not counted from what was said before. */
const since = (from: Day, said: Day) =>
  from === said ? ' from then' : ` from the day it was attached, ${dayInWords(from)}`

/** What was attached after this day cannot come due within a year, whatever the schedule. */
export const lastRipe = (today: Day) =>
  addMonths(today, -12 * (Math.min(MIN_EVIDENCE_YEARS, MIN_SEPARATION_YEARS) - 1))

/** How an evidence file stands with regard to the retention schedule. */
export const FILE_STANDINGS = ['due', 'held', 'coming', 'destroyed'] as const
export type FileStanding = (typeof FILE_STANDINGS)[number]
