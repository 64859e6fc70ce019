import { engine } from '#db/dialect'
import { describe, expect, test } from 'vitest'
import { newId } from '#db/id'
import type { Store } from '#db/client.server'
import { eq } from '#db/query.server'
import { submissions } from '#db/schema'
import { withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import type { AwardInput } from '~/domain/badges/inputs.server'
import { correctAward, recordAward } from '~/domain/badges/recording.server'
import { editOrganization } from '~/domain/organizations/editing.server'
import { openTestStore } from '../support/database'
import { make } from '../support/factories'
import { asMember } from '../support/members'
import { world } from '../support/world'
import { refuseStateFile } from '~/domain/state-files/refusing.server'
import { approve, educator, officeOf, tell } from '../domain/state-files/ground'
import { columnsOf, runSql } from './raw'

const { northside } = world

/** Hours that were taken back, a badge that was corrected, and a school whose bands changed. */
async function correctWhatCounted(store: Store) {
  const rosa = await asMember(store, northside.rosa)
  const mara = await asMember(store, northside.mara)
  const ana = await asMember(store, northside.ana)
  const competencies = ['digcompedu-2017/1.1']
  const owner = { memberId: northside.ana.id, reviewerId: northside.mara.id, competencies }
  const { submission } = await rosa.write((scope) => make.approvedActivity(scope, owner))
  await mara.write(reopenSubmission, submission.id, { reason: 'Too many hours.' })
  const badge: AwardInput = {
    id: newId(),
    title: 'Captioner',
    issuer: 'Somebody',
    awardedOn: '2026-11-01',
    selfReported: true,
  }
  await ana.write(recordAward, badge, [])
  const [sent] = await ana.scope.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.awardId, badge.id))
  await ana.write(withdraw, sent!.id)
  await ana.write(correctAward, { ...badge, title: 'Certified Captioner' }, [])
  const school = { name: 'Riverbend', gradeBand: 'middle' as const, povertyBand: 'low' as const }
  await rosa.write(editOrganization, northside.schools.middle, school)
}

/** The world, and a district that told its state of somebody and was refused. */
async function openWithHistory() {
  const store = await openTestStore()
  const office = await officeOf(store)
  const { id } = await educator(office, 'Able', '12')
  await approve(office, id, 120)
  await office.write(refuseStateFile, await tell(office), { reason: 'The header was not read.' })
  await correctWhatCounted(store)
  return store
}

const KEYLESS = ['events', 'reviews']
const KEYS = {
  ledger_entries: 'district_id, id',
  booked_competencies: 'district_id, entry_id, competency',
  former_awards: 'district_id, id',
  former_bands: 'district_id, id',
  pinned_rule_sets: 'district_id, id',
  overlays: 'district_id, id',
  credit_uses: 'district_id, id',
  record_views: 'district_id, id',
  snapshots: 'district_id, id',
  state_files: 'district_id, id',
  state_file_rows: 'district_id, id',
  state_file_refusals: 'district_id, id',
}

describe.each([...KEYLESS, ...Object.keys(KEYS)])('the table %s', (table) => {
  test('refuses to change a row', async () => {
    const { url } = await openWithHistory()

    const change = runSql(url, `update ${table} set district_id = district_id`)

    await expect(change).rejects.toThrow('are never changed')
  })

  test('refuses to delete a row', async () => {
    const { url } = await openWithHistory()
    const count = `select count(*) as rows from ${table}`
    const before = await runSql(url, count)

    const deletion = runSql(url, `delete from ${table}`)

    await expect(deletion).rejects.toThrow(/are never (changed or )?deleted/)
    expect(await runSql(url, count)).toEqual(before)
  })
})

/** Of rows that are their own events: who did it, to what, and when. */
const ORIGINS = [
  ...['member_id', 'created_at'].map((column) => `activities.${column}`),
  ...['member_id', 'source', 'created_at'].map((column) => `completions.${column}`),
  ...['member_id', 'created_at'].map((column) => `evidence.${column}`),
  ...['member_id', 'activity_id', 'submitted_at'].map((column) => `submissions.${column}`),
]

test.each(ORIGINS)('the column %s refuses to change', async (origin) => {
  const { url } = await openTestStore()
  const [table, column] = origin.split('.')

  const change = runSql(url, `update ${table} set ${column} = ${column}`)

  await expect(change).rejects.toThrow(`${table} keep who made them and when`)
})

test('no submission of an activity is deleted, whatever became of it', async () => {
  const { url } = await openTestStore()

  const deletion = runSql(url, 'delete from submissions where activity_id is not null')

  await expect(deletion).rejects.toThrow(/submissions are never (changed or )?deleted/)
})

test.each(Object.entries(KEYS))(
  'the table %s refuses to put another row in the place of one',
  async (table, key) => {
    const { url } = await openWithHistory()
    const replace = {
      sqlite: `insert or replace into ${table} select * from ${table}`,
      postgres: `insert into ${table} select * from ${table}
        on conflict (${key}) do update set district_id = excluded.district_id`,
    }

    const replacement = runSql(url, replace[engine])

    await expect(replacement).rejects.toThrow(/are never (replaced|changed)/)
  },
)

if (engine === 'sqlite') {
  test.each(KEYLESS)('no row of %s is put in the place of another', async (table) => {
    const { url } = await openWithHistory()
    const columns = (await columnsOf(url))
      .filter((name) => name.startsWith(`${table}.`))
      .map((name) => name.replace(`${table}.`, ''))
      .join()

    const replacement = runSql(
      url,
      `insert or replace into ${table} (rowid, ${columns}) select rowid, ${columns} from ${table}`,
    )

    await expect(replacement).rejects.toThrow('are never replaced')
  })
}
