import { longCsvOf } from '../csv.server'
import type { Scope } from '../scope.server'
import { ASKED_NAMES, type AskedFilter, askedStateOf } from './asked'
import { requireMandate } from './building.server'
import { authorize } from '../policy'
import { shortInWords } from './proof'
import { askedInBatches, idsOfAsked } from './standing.server'

const COLUMNS = [
  'name',
  'school',
  'state',
  'opens_on',
  'due_on',
  'overdue_from',
  'last_met_on',
  'proof_needed',
  'not_counted',
]

/**
 * Everybody whom the page of a required training shows under the same filter, as CSV.
 *
 * @throws NotFound · Forbidden
 */
export async function askedCsv(scope: Scope, mandateId: string, filter: Omit<AskedFilter, 'page'>) {
  authorize(scope.actor, 'mandate.view')
  const { proof } = await requireMandate(scope, mandateId)
  const ids = await idsOfAsked(scope, mandateId, filter)
  return longCsvOf(COLUMNS, ids.length, linesOf(scope, { id: mandateId, proof }, ids))
}

async function* linesOf(
  scope: Scope,
  { id, proof }: Pick<Awaited<ReturnType<typeof requireMandate>>, 'proof'> & { id: string },
  ids: string[],
) {
  for await (const people of askedInBatches(scope, id, ids)) {
    yield people.map((person) => ({
      name: person.name,
      school: person.workplace,
      state: ASKED_NAMES[askedStateOf(person, scope.today)],
      opens_on: person.opensOn,
      due_on: person.dueOn,
      overdue_from: person.lateOn,
      last_met_on: person.lastMetOn,
      proof_needed: proof,
      not_counted: person.short && shortInWords(person.short, proof),
    }))
  }
}
