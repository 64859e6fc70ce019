import type { Strength } from '#db/words'
import { type Columns, peopleCsvOf } from '../csv.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { ASKED_NAMES, type AskedFilter, askedStateOf } from './asked'
import { requireMandate } from './building.server'
import { shortInWords } from './proof'
import { type Asked, listAllAsked } from './standing.server'

/**
 * Everybody whom the page of a required training shows under the same filter, as CSV.
 *
 * @throws NotFound · Forbidden
 */
export async function askedCsv(scope: Scope, mandateId: string, filter: Omit<AskedFilter, 'page'>) {
  authorize(scope.actor, 'mandate.view')
  const { proof } = await requireMandate(scope, mandateId)
  return peopleCsvOf(columnsOf(scope, proof), await listAllAsked(scope, mandateId, filter))
}

const columnsOf = ({ today }: Scope, proof: Strength): Columns<Asked> => ({
  name: ({ name }) => name,
  school: ({ workplace }) => workplace,
  state: (person) => ASKED_NAMES[askedStateOf(person, today)],
  opens_on: ({ opensOn }) => opensOn,
  due_on: ({ dueOn }) => dueOn,
  overdue_from: ({ lateOn }) => lateOn,
  last_met_on: ({ lastMetOn }) => lastMetOn,
  proof_needed: () => proof,
  not_counted: ({ short }) => short && shortInWords(short, proof),
})
