import { eq } from '#db/query.server'
import { cycles } from '#db/schema'
import { keepRuleSet } from '~/domain/licenses/pinning.server'
import type { RuleSet } from '~/domain/rule-sets/rule-set'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import type { WriteScope } from '~/domain/scope.server'

const every = { confidence: 'derived' as const, sources: ['MA1'] }

/** A revision of the Massachusetts rules that never came with the product, and asks for more than credit. */
export function demandingRules(): RuleSet {
  const shipped = shippedRuleSets().find(({ id }) => id === 'us-ma-2017')!
  return {
    ...shipped,
    revision: 9000,
    name: 'Massachusetts as it was',
    facts: [
      { code: 'masters_degree', label: 'Master’s degree' },
      { code: 'national_board', label: 'National Board certificate' },
    ],
    rules: [
      ...shipped.rules,
      {
        id: 'sei_once',
        kind: 'minimum',
        label: 'SEI, once',
        category: 'sei_esl_bilingual',
        amount: 45,
        oneTime: true,
        ...every,
      },
      {
        id: 'goals',
        kind: 'attestation',
        label: 'Goals met',
        code: 'goals_met',
        per: 'year',
        ...every,
      },
      {
        id: 'masters',
        kind: 'substitute',
        label: 'Master’s',
        fact: 'masters_degree',
        replaces: ['total'],
        once: true,
        ...every,
      },
    ],
  }
}

/** Judges a cycle by those rules. */
export async function judgeByDemandingRules(scope: WriteScope, cycleId: string) {
  await keepRuleSet(scope, demandingRules())
  await scope.db.update(cycles).set({ ruleSetRevision: 9000 }).where(eq(cycles.id, cycleId))
}
