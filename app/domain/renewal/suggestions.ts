import { type Amount, inWords, sumOf, unitsOf } from '../evaluation/amount'
import type { Evaluation, RowVerdict } from '../evaluation/evaluation'

/** Something on the record that would bring credit, and what to do for it. */
export type Suggestion = {
  kind: 'topic' | 'proof' | 'category' | 'approval' | 'provider' | 'level' | 'plan'
  sentence: string
  /** Ids of the rows it is about. */
  rows: string[]
}

/** What is on the record already and would close gaps, with the most credit first; none when all is met. */
export function suggestionsFor(evaluation: Evaluation): Suggestion[] {
  if (evaluation.met) return []
  const { unit } = evaluation.ruleSet
  const ofReason = (...reasons: RowVerdict['reason'][]) =>
    evaluation.rows.filter(({ reason }) => reasons.includes(reason))
  const worth = (rows: RowVerdict[]) => sumOf(rows.map(({ amount }) => amount))
  const found: { suggestion: Suggestion; amount: Amount }[] = []
  const suggest = (
    kind: Suggestion['kind'],
    rows: RowVerdict[],
    say: (credit: string, verb: (plural: string) => string) => string,
  ) => {
    if (rows.length === 0) return
    const amount = worth(rows)
    const verb = (plural: string) => (unitsOf(amount) === 1 ? `${plural}s` : plural)
    const sentence = say(inWords(amount, unit), verb)
    found.push({ suggestion: { kind, sentence, rows: rows.map(({ row }) => row.id) }, amount })
  }

  for (const block of evaluation.pendingBlocks.filter(({ isNamed }) => isNamed)) {
    const rows = evaluation.rows.filter(({ row }) => block.rows.includes(row.id))
    const missing = inWords(block.need - block.have, unit)
    suggest(
      'topic',
      rows,
      (credit, verb) => `${missing} more on ${block.name}, and ${credit} ${verb('count')}.`,
    )
  }
  suggest(
    'topic',
    withoutTopic(evaluation),
    (credit, verb) =>
      `Name the topic of each, so that they add up: ${credit} ${verb('wait')} for that.`,
  )
  suggest(
    'proof',
    ofReason('proof_missing'),
    (credit, verb) => `Add proof of learning: ${credit} ${verb('wait')} for it.`,
  )
  suggest(
    'provider',
    ofReason('provider_not_stated', 'provider_number_missing'),
    (credit, verb) => `Say who offered it: ${credit} ${verb('wait')} for that.`,
  )
  suggest(
    'plan',
    ofReason('plan_not_approved'),
    (credit) => `Note when your plan was approved: ${credit} in all may count then.`,
  )
  suggest('level', ofReason('level_not_stated'), () => 'Say at which level a college course was.')
  suggest(
    'approval',
    ofReason('waiting_for_approval', 'returned'),
    (credit, verb) => `${credit} ${verb('wait')} for approval.`,
  )
  if (evaluation.requirements.some(({ category, met }) => category && !met)) {
    suggest(
      'category',
      withoutCategory(evaluation),
      (credit, verb) =>
        `${credit} ${verb('count')} toward the total only. Say which categories they fit, and they may fill what is short.`,
    )
  }
  return found.toSorted((a, b) => b.amount - a.amount).map(({ suggestion }) => suggestion)
}

/** Rows in blocks that are too small, which no other row can join as long as nobody has named the topic. */
function withoutTopic({ pendingBlocks, rows }: Evaluation) {
  const unnamed = pendingBlocks.filter(({ scope, isNamed }) => scope === 'topic' && !isNamed)
  const ids = new Set(unnamed.flatMap((block) => block.rows))
  return rows.filter(({ row }) => ids.has(row.id))
}

/** Rows that count and for which nobody has said a category. */
const withoutCategory = ({ rows }: Evaluation) =>
  rows.filter(
    ({ row, counted }) => counted > 0 && !row.split && (row.categories ?? []).length === 0,
  )
