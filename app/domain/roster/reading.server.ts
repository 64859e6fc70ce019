import { isNotNull } from '#db/query.server'
import { members } from '#db/schema'
import type { Scope } from '../scope.server'
import { type CheckResult, checkPackage } from './check.server'
import type { RosterAnswers } from './import'
import type { RosterPackage } from './package'
import { readPackage } from './read-package.server'
import { readRoster } from './read-roster.server'
import type { Roster } from './roster'

/** Told how many rows are done of how many. */
export type RowProgress = (done: number, total: number) => void

const LINE_FEED = 0x0a

/**
 * Reads a roster file for a district, strictly and then leniently, with what the district has answered
 * before and what somebody answers now.
 *
 * @throws UnreadablePackage
 */
export async function readRosterFile(
  scope: Scope,
  path: string,
  answers: RosterAnswers,
  onProgress: RowProgress = () => {},
): Promise<{ roster: Roster; check: CheckResult }> {
  const pkg = await readPackage(path)
  const total = countRows(pkg)
  const tell = (share: number) => onProgress(Math.round(total * share), total)
  tell(0)
  const check = await checkPackage(pkg, ({ bytes, totalBytes }) =>
    tell((0.5 * bytes) / Math.max(totalBytes, 1)),
  )
  const roster = await readRoster(pkg, {
    ...answers,
    administratorRole: scope.district.administratorRole ?? undefined,
    knownMembers: await listSourceIds(scope),
    onProgress: ({ bytes, totalBytes }) => tell(0.5 + (0.5 * bytes) / Math.max(totalBytes, 1)),
  })
  return { roster, check }
}

/** The `sourcedId`s of all members. */
export async function listSourceIds(scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await scope.db
    .select({ sourceId: members.sourceId })
    .from(members)
    .where(isNotNull(members.sourceId))
  return new Set(rows.map(({ sourceId }) => sourceId!))
}

function countRows({ files }: RosterPackage) {
  let rows = 0
  for (const bytes of files.values()) {
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
      rows += 1
  }
  return rows
}
