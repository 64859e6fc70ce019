import { newLongId } from '#db/id'
import { licenseChoices } from '../licenses/choices'
import { faultsIn, type LicenseFault } from '../licenses/faults.server'
import { MAX_AREA, MAX_KIND, MAX_NUMBER } from '../licenses/license'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { codeFor, readDay, readFlag, readJurisdiction, readList } from './cells'
import type { LicenseColumn } from './columns'
import type { LicenseRow } from './reading.server'

/** What a row says of a license; what it leaves empty is null. */
export type SaidLicense = {
  id: string
  jurisdiction: string
  kind: string
  class: string | null
  area: string | null
  number: string | null
  issuedOn: string | null
  expiresOn: string | null
  endorsements: string[]
  isPrimary: boolean | null
}

export type Fault = { field: LicenseColumn; message: string }

const LONGEST = { area: MAX_AREA, kind: MAX_KIND, number: MAX_NUMBER } as const

/** Reads the cells of a row, or says everything that is wrong with them. */
export function parseRow(scope: Scope, { cells }: LicenseRow): SaidLicense | Fault[] {
  const faults: Fault[] = []
  const read = <T>(field: LicenseColumn, reader: (cell: string) => T | undefined, hint: string) => {
    const cell = cells[field] ?? ''
    const value = reader(cell)
    if (value === undefined) faults.push({ field, message: `“${cell}” ${hint}` })
    return value ?? null
  }
  const day = 'is no day. Write it like 2027-06-30.'
  const jurisdiction = read('jurisdiction', readJurisdiction, 'is no state. Write it like MA.')
  const issuedOn = read('issued_on', readDay, day)
  const expiresOn = read('expires_on', readDay, day)
  const isPrimary = read('primary', readFlag, 'is neither yes nor no.')
  const text = (field: LicenseColumn) => cells[field] || null
  for (const [field, longest] of Object.entries(LONGEST) as [
    'area' | 'kind' | 'number',
    number,
  ][]) {
    if ((cells[field] ?? '').length > longest) {
      faults.push({ field, message: `Keep it under ${longest} letters.` })
    }
  }
  if (!jurisdiction && !faults.some(({ field }) => field === 'jurisdiction')) {
    faults.push({ field: 'jurisdiction', message: 'Say which state issued it, such as MA.' })
  }
  const choices = jurisdiction && licenseChoices(shippedRuleSets(), jurisdiction)
  if (!text('kind') && !choices) {
    faults.push({ field: 'kind', message: 'Say what kind of license it is.' })
  }
  if (!jurisdiction) return faults

  const classCell = text('class')
  const said = {
    kind: codeFor(choices?.kinds ?? [], text('kind') ?? ''),
    class: classCell && codeFor(choices?.classes ?? [], classCell),
    area: text('area'),
    number: text('number'),
    issuedOn,
    expiresOn,
    endorsements: readList(cells.endorsements ?? '').map((it) =>
      codeFor(choices?.endorsements ?? [], it),
    ),
  }
  const misfits = misfitsIn(scope, jurisdiction, said).filter(
    (misfit) => !faults.some(({ field }) => field === misfit.field),
  )
  const all = [...faults, ...misfits]
  return all.length > 0 ? all : { id: newLongId(), jurisdiction, isPrimary, ...said }
}

const COLUMN_OF: Record<LicenseFault['field'], LicenseColumn> = {
  issuedOn: 'issued_on',
  expiresOn: 'expires_on',
  kind: 'kind',
  class: 'class',
  endorsements: 'endorsements',
}

/** What the form of a license would refuse, at the columns it is about. */
function misfitsIn(
  scope: Scope,
  jurisdiction: string,
  said: Omit<SaidLicense, 'id' | 'jurisdiction' | 'isPrimary'>,
): Fault[] {
  const faults = faultsIn(scope, jurisdiction, {
    kind: said.kind,
    class: said.class ?? undefined,
    issuedOn: said.issuedOn ?? undefined,
    expiresOn: said.expiresOn ?? undefined,
    endorsements: said.endorsements,
  })
  return faults.map(({ field, message }) => ({ field: COLUMN_OF[field], message }))
}
