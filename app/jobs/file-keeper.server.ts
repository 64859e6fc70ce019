import type { Store } from '#db/client.server'
import { dayIn } from '~/domain/calendar'
import type { FileStorage } from '~/domain/evidence/file-storage'
import { destroyNext } from '~/domain/retention/destroying.server'
import { finishReview, listMembersToReview, reviewFiles } from '~/domain/retention/reviewing.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { inEachDistrict, inTurnsOf, untilDone } from './districts.server'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks at the calendar. */
  pause?: number
  report?: (error: unknown) => void
  now?: () => Date
}

const TEN_MINUTES = 10 * 60 * 1000
/** How many members one transaction is about, so that others write in between. */
const MEMBERS_A_TURN = 50

/** Once a day in each district, finds out until when evidence files are kept; see `keepFiles`. */
export function startFileKeeper(
  store: Store,
  files: FileStorage,
  { pause = TEN_MINUTES, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  return repeat(() => keepFiles(store, files, now(), report), pause, report)
}

/**
 * Looks through the files of the districts where a day has begun, or the schedule was changed, since the
 * last time, and destroys what is due where the district wants that without anybody confirming it. A
 * district where it fails does not keep the others from it, and has its turn again at the next look.
 */
export async function keepFiles(
  store: Store,
  files: FileStorage,
  now: Date,
  report: (error: unknown) => void,
) {
  await inEachDistrict(store, report, async (district) => {
    if (district.filesReviewedOn === dayIn(district.timeZone, now)) return 0
    await reviewDistrict(store, district, now)
    return district.destroysWhenDue ? destroyDue(store, files, district, now) : 0
  })
}

/** Notes until when each evidence file of a district is kept. */
export async function reviewDistrict(store: Store, district: District, now: Date) {
  const memberIds = await listMembersToReview(scopeOf(store.read, district, SYSTEM, now))
  await inTurnsOf(MEMBERS_A_TURN, memberIds, async (some) => {
    await store.write((tx) => reviewFiles(writeScopeOf(tx, district, SYSTEM, now), some))
    return some.length
  })
  await store.write((tx) => finishReview(writeScopeOf(tx, district, SYSTEM, now)))
}

/**
 * Destroys the files of a district that are due, the bytes after what says so is committed.
 *
 * @returns how many
 */
export async function destroyDue(store: Store, files: FileStorage, district: District, now: Date) {
  let count = 0
  await untilDone(async () => {
    const { destroyed, mayBeMore } = await store.write((tx) =>
      destroyNext(writeScopeOf(tx, district, SYSTEM, now)),
    )
    for (const id of destroyed) await files.remove(district.id, id)
    count += destroyed.length
    return mayBeMore
  })
  return count
}
