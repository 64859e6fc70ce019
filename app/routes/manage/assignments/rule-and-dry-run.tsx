import type { AssignmentForm } from '~/domain/pathways/assignment-form.server'
import type { DryRun } from '~/domain/pathways/dry-run.server'
import type { Reply } from '~/ui/form-reply'
import { DryRunSection } from './dry-run-section'
import { LiveCount, useLiveCount } from './live-count'
import { RuleForm } from './rule-form'
import type { RuleValues } from './rule-values'

/** The rule, and beside it whom it would be for: counted as it is typed, named when asked. */
export function RuleAndDryRun(props: {
  form: AssignmentForm
  values: RuleValues
  reply: Reply | null
  run: DryRun | null
  sent: [string, string][]
  saving?: string
}) {
  const { form, values, reply, run, sent, saving } = props
  const live = useLiveCount(values, run !== null)
  const isOffer = values.kind === 'offered'
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12 lg:grid-cols-[24rem_minmax(0,1fr)]">
      <RuleForm form={form} values={values} reply={reply} isTried={run !== null} />
      <div className="min-w-0">
        {run && !live.isChanged ? (
          <DryRunSection run={run} sent={sent} isOffer={isOffer} saving={saving} />
        ) : (
          <LiveCount live={live} isOffer={isOffer} />
        )}
      </div>
    </div>
  )
}
