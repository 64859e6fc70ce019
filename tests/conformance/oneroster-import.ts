import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../db/client.server'
import { newId } from '../../db/id'
import { migrate } from '../../db/migrate.server'
import { districts, members, organizations } from '../../db/schema'
import { forDistrict } from '../../db/tenant.server'
import { importRosterPath, type RosterImport } from '../../app/cli/roster'
import type { Conformance } from './run'

/** How many of the staff of each set of files become members, and how many rows are students. */
const SETS: Record<string, { staff: number; students: number }> = {
  'gospelnerd-generator/school-small-v1p1.zip': { staff: 7, students: 72 },
  'moodle-enrol/Test_full_data_set.zip': { staff: 2, students: 3 },
  'moodle-enrol/oneroster_test_data.zip': { staff: 0, students: 1 },
  'roster-hub-en-v1p1': { staff: 0, students: 20 },
  'nicelion-empty-v1p1': { staff: 0, students: 0 },
  'snapwiz-edulastic-v1p1': { staff: 4, students: 7 },
}

const DISTRICT = { id: 1, slug: 'example', name: 'Example District' }
const NOTHING = { created: 0, changed: 0, ended: 0 }

/**
 * Imports the files of other programs under `oneroster-csv`, each into a district of its own: the
 * staff is there, no student is, and a second import changes nothing.
 */
export async function conformOneRosterImport(folder: string): Promise<Conformance[]> {
  const results: Conformance[] = []
  for (const [name, expected] of Object.entries(SETS)) {
    const path = join(folder, 'oneroster-csv', name)
    results.push({
      name: `import ${name}`,
      ...(await inNewDistrict((store) => tryImport(store, path, expected))),
    })
  }
  return results
}

type Outcome = Omit<Conformance, 'name'>

async function tryImport(
  store: Store,
  path: string,
  expected: { staff: number; students: number },
): Promise<Outcome> {
  const preview = await importRosterPath(store, DISTRICT.slug, path)
  const kept = await countMembers(store)
  const first = await importRosterPath(store, DISTRICT.slug, path, { apply: true })
  const second = await importRosterPath(store, DISTRICT.slug, path, { apply: true })
  const stored = await countMembers(store)
  const passed =
    kept === 0 &&
    preview.members.created === expected.staff &&
    first.members.created === expected.staff &&
    stored === expected.staff &&
    first.skipped.students === expected.students &&
    changesOf(second) === 0
  return {
    passed,
    detail: `${stored} members, ${first.affiliations.created} affiliations, ${first.organizations.created} organizations, ${first.skipped.students} students skipped; ${changesOf(second)} changes the second time`,
  }
}

function changesOf({ organizations, members, affiliations }: RosterImport) {
  return [organizations, members, affiliations]
    .flatMap((counts) => Object.keys(NOTHING).map((key) => counts[key as keyof typeof NOTHING]))
    .reduce((sum, count) => sum + count, 0)
}

const countMembers = (store: Store) => store.read.$count(members)

async function inNewDistrict(work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-conformance-'))
  const url = `file:${join(folder, 'cairn.db')}`
  try {
    await migrate(url, 'drizzle/sqlite')
    const store = await openStore(url)
    await foundDistrict(store)
    return await work(store).finally(() => store.close())
  } catch (error) {
    return { passed: false, detail: String(error) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function foundDistrict(store: Store) {
  await store.write(async (tx) => {
    await tx.insert(districts).values({
      ...DISTRICT,
      state: 'MA',
      timeZone: 'America/New_York',
      schoolYearStartsOn: '07-01',
      reviewDays: 30,
      createdAt: new Date(),
    })
    const id = newId()
    await forDistrict(tx, DISTRICT.id)
      .insert(organizations)
      .values({
        id,
        kind: 'district',
        name: DISTRICT.name,
        sortName: 'example district',
        path: `${id}/`,
      })
  })
}
