import { parse } from 'csv-parse/sync'
import { newId } from '#db/id'
import { licenses, organizations } from '#db/schema'
import { reverseMinutes } from '~/domain/credit/ledger.server'
import type { WriteScope } from '~/domain/scope.server'
import { downloadStateFile, readStateFile } from '~/domain/state-files/files.server'
import { listRows, type RowFilter } from '~/domain/state-files/listing.server'
import { makeStateFile } from '~/domain/state-files/making.server'
import type { Period } from '~/domain/state-files/state-file'
import { textOf } from '../../support/csv'
import type { TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { freshDistrict } from '../../support/fresh-district'

/** The school year of the fresh district until the day it is. */
export const AUTUMN: Period = { first: '2026-08-01', last: '2026-11-30' }

export type Office = Awaited<ReturnType<typeof officeOf>>

/** The fresh district with a school that has a number. */
export async function officeOf(store: TestStore) {
  const office = await freshDistrict(store)
  const schoolId = await office.write(addSchool, office.organizationId, 'Hill School', '0042')
  return { ...office, schoolId }
}

/** A school of the fresh district. @returns its id */
export async function addSchool(
  scope: WriteScope,
  top: string,
  name: string,
  identifier: string | null,
) {
  const id = newId()
  await scope.db.insert(organizations).values({
    id,
    parentId: top,
    kind: 'school',
    name,
    sortName: name.toLowerCase(),
    path: `${top}/${id}/`,
    identifier,
  })
  return id
}

/** Somebody at the school who is known to the state by a number, or has a license without one. */
export async function educator(
  { write, schoolId }: Office,
  familyName: string,
  number: string | null,
  given: { hiredOn?: string; endedOn?: string | null; organizationId?: string } = {},
) {
  const member = await write(make.member, { organizationId: schoolId, familyName, ...given })
  const licenseId = await write(hold, member.id, number)
  return { id: member.id, licenseId }
}

/** A license of the state of the district. @returns its id */
export async function hold(
  { db, now }: WriteScope,
  memberId: string,
  number: string | null,
  given: { jurisdiction?: string; isPrimary?: boolean } = {},
) {
  const id = newId()
  await db.insert(licenses).values({
    id,
    memberId,
    jurisdiction: 'US-MA',
    kind: 'professional',
    isPrimary: true,
    number,
    source: 'import',
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...given,
  })
  return id
}

/** An approved activity of the autumn. @returns its id */
export async function approve(
  office: Office,
  memberId: string,
  minutes: number,
  startedOn = '2026-10-05',
) {
  const { activity } = await office.write(make.approvedActivity, {
    memberId,
    minutes,
    startedOn,
    reviewerId: office.actor.id,
  })
  return activity.id
}

/** Takes the approval of an activity back. */
export const takeBack = (office: Office, activityId: string) =>
  office.write(reverseMinutes, { activityId })

const BY_NAME: RowFilter = { sort: 'name', page: 1 }

/** The rows of the autumn as the office sees them. */
export const look = (office: Office, filter: Partial<RowFilter> = {}, period = AUTUMN) =>
  office.read(listRows, period, { ...BY_NAME, ...filter })

/** Makes the file of the autumn. @returns its id */
export const tell = (office: Office, id = newId(), period = AUTUMN) =>
  office.write(makeStateFile, { id, ...period })

type Taker = Pick<Office, 'read' | 'write'>

/** Takes a file. @returns its text */
export async function take({ read, write }: Taker, fileId: string) {
  return textOf(await read(readStateFile, await write(downloadStateFile, fileId)))
}

/** The rows of a file as a state reads them. */
export const linesOf = async (office: Office, fileId: string): Promise<Record<string, string>[]> =>
  parse(await take(office, fileId), { bom: true, columns: true })
