import { Readable } from 'node:stream'
import { saveDraftWithFiles, newDraftId } from '~/domain/activities/drafting.server'
import { draftInput } from '~/domain/activities/inputs.server'
import { sweepFiles } from '~/jobs/sweeper.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { memoryFiles } from '../support/files'
import { asMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

test('a file that a row names stays, one that none names goes', async () => {
  const store = await openTestStore()
  const files = memoryFiles()
  const member = await asMember(store, world.northside.ana)
  const put = () => files.store(member.district.id, Readable.from([Buffer.from('%PDF-1.7 x')]))
  const [named, unnamed] = [await put(), await put()]
  const draft = draftInput.parse({ id: newDraftId(), title: 'With a certificate' })
  await member.write(saveDraftWithFiles, draft, [{ ...named, name: 'certificate.pdf' }])

  const removed = await sweepFiles(store, files, WORLD_NOW)

  expect(removed).toBe(1)
  expect(await files.open(member.district.id, named.id)).not.toBeNull()
  expect(await files.open(member.district.id, unnamed.id)).toBeNull()
})
