import { and, asc, desc, eq, gte, inArray, lte } from '#db/query.server'
import { broughtRows } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import type { BroughtRow, CarriedClaim } from './brought'

const fields = {
  id: broughtRows.id,
  memberId: broughtRows.memberId,
  kind: broughtRows.kind,
  fromSlug: broughtRows.fromSlug,
  fromDistrict: broughtRows.fromDistrict,
  organization: broughtRows.fromOrganization,
  title: broughtRows.title,
  activityKind: broughtRows.activityKind,
  startedOn: broughtRows.startedOn,
  endedOn: broughtRows.endedOn,
  minutes: broughtRows.minutes,
  countedMinutes: broughtRows.countedMinutes,
  provider: broughtRows.provider,
  sponsorNumber: broughtRows.sponsorNumber,
  location: broughtRows.location,
  reflection: broughtRows.reflection,
  expiresOn: broughtRows.expiresOn,
  url: broughtRows.url,
  standing: broughtRows.standing,
  strength: broughtRows.strength,
  hasEvidence: broughtRows.hasEvidence,
  decidedBy: broughtRows.decidedBy,
  decidedOn: broughtRows.decidedOn,
  claim: broughtRows.claim,
}

/** What a member has brought along, the latest first. The caller has decided who may see it. */
export async function listBrought(scope: Scope, memberId: string): Promise<BroughtRow[]> {
  const rows = await scope.db
    .select(fields)
    .from(broughtRows)
    .where(eq(broughtRows.memberId, memberId))
    .orderBy(desc(broughtRows.endedOn), desc(broughtRows.id))
  return rows.map(broughtFrom)
}

/** What members have brought along that was finished in a span of days, oldest first. */
export async function listBroughtIn(
  scope: Scope,
  memberIds: string[],
  { first, last }: { first: Day; last: Day },
) {
  const rows = await scope.db
    .select(fields)
    .from(broughtRows)
    .where(
      and(
        inArray(broughtRows.memberId, memberIds),
        gte(broughtRows.endedOn, first),
        lte(broughtRows.endedOn, last),
      ),
    )
    .orderBy(asc(broughtRows.endedOn), asc(broughtRows.id))
  return rows.map((row) => ({ ...broughtFrom(row), memberId: row.memberId }))
}

type Stored = { fromSlug: string; fromDistrict: string; claim: unknown; memberId: string }

function broughtFrom<T extends Stored>({ fromSlug, fromDistrict, claim, memberId: _, ...row }: T) {
  const from = { slug: fromSlug, name: fromDistrict }
  return { ...row, from, claim: claim as CarriedClaim | null }
}
