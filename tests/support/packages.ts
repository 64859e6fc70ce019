import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { readPackage } from '~/domain/packages/reading.server'
import { type PackageChoices, takePackage } from '~/domain/packages/taking.server'
import { zipPackage } from '~/domain/packages/zip-writing.server'
import { type MemoryFiles, memoryFiles } from './files'
import type { TestMember } from './members'
import { WORLD_NOW } from './world'

/** The package of somebody, as a zip. */
export async function packageOf(
  member: TestMember,
  choices: Partial<PackageChoices> = {},
  files: MemoryFiles = memoryFiles(),
) {
  const taken = await member.read(takePackage, {
    files: false,
    students: false,
    numbers: false,
    ...choices,
  })
  const districtId = member.district.id
  return buffer(zipPackage(taken, { files, districtId, madeAt: WORLD_NOW }))
}

/** A zip with these files in it. */
export function zipOf(files: Record<string, string | Buffer>) {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** Reads a zip as a district does that gets it. */
export async function read(zip: Buffer, member: TestMember, files: MemoryFiles = memoryFiles()) {
  const path = join(await mkdtemp(join(tmpdir(), 'cairn-package-')), 'package.zip')
  await writeFile(path, zip)
  return readPackage(path, files, member.district.id)
}
