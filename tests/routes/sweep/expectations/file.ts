import { evidence } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import type { TestStore } from '../../../support/database'
import { memoryFiles } from '../../../support/files'
import type { District } from '../expectation'

/** Adds a file to one of Ana's activities, in the database and in the storage. */
export async function storeFile(
  store: TestStore,
  { id: districtId, ana }: District,
  activityId: string,
  id: string,
  now: Date,
) {
  const content = Buffer.from('%PDF-1.4\nand the rest of the file')
  await store.write(async (tx) => {
    await forDistrict(tx, districtId).insert(evidence).values({
      id,
      memberId: ana.id,
      activityId,
      kind: 'file',
      name: 'certificate.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
      sha256: 'of no matter',
      strength: 'document',
      mayShowStudents: false,
      createdAt: now,
    })
  })
  const files = memoryFiles()
  files.contents.set(`${districtId}/${id}`, content)
  return { files }
}
