import { rm } from 'node:fs/promises'
import type { Store } from '#db/client.server'
import { Invalid } from '~/domain/errors'
import { findDistrict } from '~/domain/people/actor.server'
import type { RosterJob, RosterReader } from '~/domain/roster/import'
import { applyImport, returnToPreview } from '~/domain/roster/import-applying.server'
import { failImport, keepPreview, keepProgress } from '~/domain/roster/importing.server'
import { UnreadablePackage } from '~/domain/roster/package'
import { planRoster } from '~/domain/roster/plan.server'
import { readRosterFile, type RowProgress } from '~/domain/roster/reading.server'
import { type Scope, scopeOf, type WriteScope, writeScopeOf } from '~/domain/scope.server'

type Options = {
  /** Told of errors that nobody who hands in a file can mend. */
  report?: (error: unknown) => void
  /** Milliseconds between two notes of how far a reading has come. */
  pause?: number
  now?: () => Date
}

const UNREADABLE =
  'Something went wrong while the file was read. Nothing was changed. Try again; if it happens again, tell whoever runs this server.'
const NOT_APPLIED =
  'Something went wrong while the roster was applied. Nothing was changed. Try again; if it happens again, tell whoever runs this server.'

/** Reads and applies roster files in this process, one after the other. */
export function startRosterReader(
  store: Store,
  { report = () => {}, pause = 500, now = () => new Date() }: Options = {},
): RosterReader {
  let queue: Promise<unknown> = Promise.resolve()
  const later = (work: () => Promise<void>) => {
    queue = queue.then(work).catch(report)
  }

  async function readInto({ path, answers, ...job }: Parameters<RosterReader['read']>[0]) {
    const { importId } = job
    const doors = await doorsOf(store, job, now)
    const notes = noteProgress((done, total) => doors.write(keepProgress, importId, done, total), {
      pause,
      report,
    })
    try {
      const read = await readRosterFile(doors.scope, path, answers, notes.tell)
      await notes.settled()
      const plan = await planRoster(doors.scope, read.roster)
      await doors.write(keepPreview, importId, { ...read, plan })
    } catch (error) {
      await notes.settled()
      const isForThePerson = error instanceof UnreadablePackage
      if (!isForThePerson) report(error)
      await doors.write(failImport, importId, isForThePerson ? error.message : UNREADABLE)
    }
  }

  return {
    read: (job) => later(() => readInto(job).finally(() => rm(job.path, { force: true }))),

    apply: ({ acceptEndings, confirmed, ...job }) =>
      later(async () => {
        const { importId } = job
        const doors = await doorsOf(store, job, now)
        try {
          await doors.write(applyImport, importId, { acceptEndings, confirmed })
        } catch (error) {
          const isForThePerson = error instanceof Invalid
          if (!isForThePerson) report(error)
          await doors.write(returnToPreview, importId, isForThePerson ? error.message : NOT_APPLIED)
        }
      }),

    async idle() {
      await queue
    },
  }
}

async function doorsOf(store: Store, { district: slug, actor }: RosterJob, now: () => Date) {
  const district = await findDistrict(store.read, slug)
  if (!district) throw new Error(`There is no district ${slug}.`)
  return {
    scope: scopeOf(store.read, district, actor, now()) satisfies Scope,
    write: <A extends unknown[]>(
      command: (scope: WriteScope, ...given: A) => Promise<void>,
      ...given: A
    ) => store.write((tx) => command(writeScopeOf(tx, district, actor, now()), ...given)),
  }
}

/** Keeps how far a reading has come, now and then, and never two notes at once. */
function noteProgress(
  keep: (done: number, total: number) => Promise<void>,
  { pause, report }: { pause: number; report: (error: unknown) => void },
) {
  let last = 0
  let note: Promise<void> | null = null
  const tell: RowProgress = (done, total) => {
    if (note || performance.now() - last < pause) return
    note = keep(done, total)
      .catch(report)
      .finally(() => {
        last = performance.now()
        note = null
      })
  }
  return { tell, settled: async () => note ?? undefined }
}
