import { z } from 'zod'
import { isId, isLongId } from '#db/id'
import { isDay } from '../calendar'

/** The version of the package; `docs/record-format.md` describes it. */
export const PACKAGE_FORMAT = { name: 'cairn-package', version: 1 } as const
/** The name of the data inside the zip. */
export const PACKAGE_DATA = 'record.json'
/** The folder of the files inside the zip. */
export const PACKAGE_FILES = 'files'

const MANY = 20_000
const id = z
  .string()
  .regex(/^[0-7][0-9a-hjkmnp-tv-z]{6,12}$/, 'is not an identifier')
  .refine(isId)
/** Of what is brought under the id it had: one that no other district gives. */
const ownId = z
  .string()
  .regex(/^[0-7][0-9a-hjkmnp-tv-z]{12}$/, 'is not an identifier of 13 letters')
  .refine(isLongId)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-10-03')
  .refine(isDay, 'is no day of the calendar')
const words = (max: number) => z.string().max(max)
const count = z.int().min(0).max(10_000_000)
const minutes = z.int().min(1).max(120_000)
const strength = z.enum([
  'self_reported',
  'document',
  'attendance_code',
  'roster_confirmed',
  'signed_by_provider',
])
const district = z.object({ slug: words(100), name: words(200).min(1) })
const organization = z.object({ id: words(100), name: words(200) }).nullable()

const evidence = z.object({
  id,
  kind: z.enum(['file', 'link', 'text']),
  name: words(200),
  content: words(5000).nullable().describe('The address of a link, or the text.'),
  mediaType: words(100).nullable(),
  bytes: count.nullable(),
  sha256: words(100).nullable().describe('In hexadecimal.'),
  strength,
  mayShowStudents: z.boolean(),
  file: words(200).nullable().describe('Where the file is in the zip; null when it is not in it.'),
})

const share = z.object({
  jurisdiction: words(10),
  category: words(100),
  share: z.int().min(1).nullable(),
})

const claim = z
  .object({
    topic: words(120).nullable(),
    providerKind: words(100).nullable(),
    credit: words(100).nullable(),
    amountThousandths: z.int().min(1).max(200_000).nullable(),
    courseLevel: words(100).nullable(),
    proof: words(100).nullable(),
    isAligned: z.boolean().nullable(),
    shares: z.array(share).max(200),
  })
  .nullable()

const decision = z.object({
  decision: z.enum(['approved', 'returned', 'denied', 'reopened']),
  on: day,
  by: words(200),
  reason: words(5000).nullable(),
})

const earned = {
  id: ownId,
  title: words(200).min(1),
  schoolYear: words(10).nullable(),
  district: district.describe('Where it was earned.'),
  organization,
  strength,
  evidence: z.array(evidence).max(100),
  claim,
  decisions: z.array(decision).max(200),
}

export const packagedActivity = z.object({
  ...earned,
  kind: words(100).nullable(),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  minutes: minutes.nullable(),
  countedMinutes: count,
  provider: words(200).nullable(),
  sponsorNumber: words(200).nullable(),
  location: words(200).nullable(),
  fundingSource: words(100).nullable(),
  reflection: words(5000).nullable(),
  competencies: z.array(words(200)).max(50),
  status: z.enum(['submitted', 'approved', 'returned', 'denied', 'withdrawn']),
})

export const packagedCompletion = z.object({
  ...earned,
  kind: words(100),
  completedOn: day,
  minutes,
  countedMinutes: count,
  provider: words(200).nullable(),
  status: z.enum(['waiting', 'approved', 'returned', 'denied', 'withdrawn']),
})

export const packagedBadge = z.object({
  ...earned,
  issuer: words(200),
  awardedOn: day,
  expiresOn: day.nullable(),
  url: words(2000).nullable(),
  verification: z.enum(['not_verified', 'verified_by_person', 'refused', 'withdrawn']),
})

export const packagedLicense = z.object({
  id: ownId,
  jurisdiction: words(10).describe('ISO 3166-2, such as `US-MA`.'),
  kind: words(100),
  class: words(100).nullable(),
  area: words(200).nullable(),
  isPrimary: z.boolean(),
  number: words(100).nullable().describe('Only where its educator has asked for it.'),
  issuedOn: day.nullable(),
  expiresOn: day.nullable(),
  withdrawnOn: day.nullable(),
  endorsements: z.array(words(100)).max(50),
})

export const packagedCycle = z.object({
  id: ownId,
  licenseId: ownId,
  startsOn: day,
  endsOn: day,
  earnUntilOn: day,
  extendedToOn: day.nullable(),
  extensionReason: words(500).nullable(),
  ruleSet: z.object({ id: words(100), revision: z.int().min(1) }),
  isEmployed: z.boolean(),
  fteThousandths: z.int().min(0).max(1000),
  leaveThousandths: z.int().min(0).max(1000),
  renewedOn: day.nullable(),
  closedOn: day.nullable(),
  judgedLicenses: z
    .array(packagedLicense.omit({ jurisdiction: true, number: true, withdrawnOn: true }))
    .max(200)
    .nullable()
    .describe('The licenses as they were judged in a closed cycle; null for an open one.'),
  facts: z
    .array(
      z.object({
        kind: z.enum(['fact', 'attestation', 'met_once']),
        code: words(100),
        heldOn: day,
        attestedBy: words(120).nullable(),
      }),
    )
    .max(200),
})

const ledgerEntry = z.object({
  id,
  activityId: id.nullable(),
  completionId: id.nullable(),
  kind: words(100),
  minutes: z.int().describe('Negative in a correction.'),
  earnedOn: day,
  bookedOn: day,
  schoolYear: words(10),
  strength,
  correctsId: id.nullable().describe('The entry that it takes back.'),
})

/** What stands around the rows: it has to be right before any row is looked at. */
export const packageEnvelope = z.object({
  format: z.literal(PACKAGE_FORMAT.name),
  version: z.literal(PACKAGE_FORMAT.version),
  exportedAt: z.iso.datetime(),
  asOf: day,
  district,
  member: z.object({
    id,
    givenName: words(200),
    familyName: words(200),
    email: words(320).nullable(),
  }),
  activities: z.array(z.unknown()).max(MANY),
  completions: z.array(z.unknown()).max(MANY),
  badges: z.array(z.unknown()).max(MANY),
  licenses: z.array(z.unknown()).max(200),
  cycles: z.array(z.unknown()).max(400),
})

/** The whole of `record.json` in a package. */
export const recordPackage = z
  .object({
    ...packageEnvelope.shape,
    hours: z.array(z.object({ schoolYear: words(10), kind: words(100), minutes: z.int() })),
    activities: z.array(packagedActivity).max(MANY),
    completions: z.array(packagedCompletion).max(MANY),
    badges: z.array(packagedBadge).max(MANY),
    goals: z.array(
      z.looseObject({
        id,
        title: words(200),
        priority: words(200).nullish(),
        priorityOwner: z.enum(['state', 'district']).nullish(),
      }),
    ),
    pathways: z.array(z.looseObject({ id, title: words(500) })),
    licenses: z.array(packagedLicense).max(200),
    cycles: z.array(packagedCycle).max(400),
    ledger: z.array(ledgerEntry),
  })
  .meta({
    title: 'Record package',
    description: 'The whole record of one educator, as it travels from one district to another.',
  })

export type RecordPackage = z.output<typeof recordPackage>
export type PackagedEvidence = z.output<typeof evidence>
