import { openStore } from '#db/client.server'
import { eq } from '#db/query.server'
import { affiliations, enrollments, organizations } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { checkQuality } from '~/domain/reports/quality.server'
import { openReport } from '~/domain/reports/report.server'
import type { WriteScope } from '~/domain/scope.server'
import { setYardstick } from '~/domain/settings/editing.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { ana, mara, rosa, schools, submissions } = world.northside

const approval = {
  submissions: [submissions.waiting],
  decision: 'approved' as const,
  reason: undefined,
}

/** One change for each thing that a report is made from. */
const CHANGES: Record<string, (scope: WriteScope) => Promise<unknown>> = {
  'an approval': (scope) => decide(scope, approval),
  'a yardstick': (scope) => setYardstick(scope, { hours: 120, startsOn: WORLD_TODAY }),
  'new educators': async (scope) => {
    for (const organizationId of Object.values(schools)) {
      for (let more = 0; more < 5; more++) await make.member(scope, { organizationId })
    }
  },
  'a submission': (scope) => make.submission(scope, { memberId: ana.id }),
  'hours with a competency': (scope) =>
    make.approvedActivity(scope, {
      memberId: ana.id,
      reviewerId: mara.id,
      competencies: ['digcompedu-2017/1.1'],
    }),
  'a school of another name': (scope) =>
    scope.db
      .update(organizations)
      .set({ name: 'Riverbend' })
      .where(eq(organizations.id, schools.high)),
  'a school of another band': (scope) =>
    scope.db
      .update(organizations)
      .set({ povertyBand: 'low' })
      .where(eq(organizations.id, schools.high)),
  'an ending': (scope) =>
    scope.db
      .update(affiliations)
      .set({ endedOn: '2026-01-05' })
      .where(eq(affiliations.memberId, ana.id)),
  'a pathway completed': (scope) => scope.db.update(enrollments).set({ completedOn: '2026-01-06' }),
  'a district of another name': (scope) => scope.db.updateDistrict({ name: 'Northside Unified' }),
}

test('what is kept of a report is what would be made anew, whatever was written', async () => {
  const store = await openTestStore()
  const reader = await asMember(store, rosa)
  const seen = new Set<string>()
  const readAll = async ({ read }: typeof reader) => ({
    report: await read(openReport, { asOf: WORLD_TODAY }),
    school: await read(openReport, { asOf: WORLD_TODAY, organization: schools.high }),
    quality: await read(checkQuality),
  })
  seen.add(JSON.stringify(await readAll(reader)))

  for (const [name, change] of Object.entries(CHANGES)) {
    const writer = await asMember(store, name === 'an approval' ? mara : rosa)
    await writer.write(async (scope) => void (await change(scope)))
    const fresh = await openStore(store.url)
    const kept = await readAll(await asMember(store, rosa, WORLD_NOW))
    expect(kept, name).toEqual(await readAll(await asMember(fresh, rosa, WORLD_NOW)))
    expect(seen.has(JSON.stringify(kept)), `${name} changes the report`).toBe(false)
    seen.add(JSON.stringify(kept))
    await fresh.close()
  }
})
