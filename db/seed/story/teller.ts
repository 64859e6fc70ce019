import { addDays, at, type Day, weekday } from '../day'
import { idOf } from '../id'
import type { Turn } from '../reviewing'
import type { Stage } from '../stage'

/** How the story speaks about days and decisions. */
export type Teller = ReturnType<typeof tellerOf>

/** The words in which the story speaks about days and decisions. */
export function tellerOf({ names, today }: Stage) {
  const ago = (days: number): Day => weekday(addDays(today, -days))
  const sent = (day: Day, id?: string): Turn => ({ what: 'sent', at: at(day, '19:40'), id })
  const decided =
    (what: 'approved' | 'returned' | 'denied') =>
    (day: Day, reason?: string, by = names.mara.id): Turn => ({
      what,
      at: at(day, '21:05'),
      by,
      reason,
    })
  return {
    ago,
    sent,
    approved: decided('approved'),
    returned: decided('returned'),
    denied: decided('denied'),
    withdrawn: (day: Day): Turn => ({ what: 'withdrawn', at: at(day, '20:15') }),
    unnamed: (what: string) => idOf(`${names.slug}/story/${what}`),
  }
}
