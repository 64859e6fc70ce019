import { eq } from '#db/query.server'
import { rosterImports } from '#db/schema'
import { checkPackage } from '~/domain/roster/check.server'
import { keepPreview } from '~/domain/roster/importing.server'
import { packageOf } from '~/domain/roster/package'
import { planRoster } from '~/domain/roster/plan.server'
import { readRoster } from '~/domain/roster/read-roster.server'
import type { TestStore } from '../../../support/database'
import { asMember } from '../../../support/members'
import { rosterTexts, user } from '../../../support/rosters'
import type { District } from '../expectation'

/** A roster has been read, with one row that is not right, and waits to be applied. */
export async function previewRoster(store: TestStore, { rosa, rosterImport }: District, now: Date) {
  const users = [user('Wanda West'), user('Willa Wood', { orgSourcedIds: 'nowhere' })]
  const files = packageOf(rosterTexts({ users, mode: 'delta' }))
  const roster = await readRoster(files, {})
  const check = await checkPackage(files)
  const administrator = await asMember(store, rosa, now)
  const plan = await administrator.read(planRoster, roster)
  await administrator.write(async (scope) => {
    await scope.db.delete(rosterImports).where(eq(rosterImports.id, rosterImport))
    await scope.db.insert(rosterImports).values({
      id: rosterImport,
      uploadedById: rosa.id,
      fileName: 'roster.zip',
      status: 'reading',
      done: 0,
      total: 0,
      createdAt: now,
    })
    await keepPreview(scope, rosterImport, { roster, check, plan })
  })
}
