import type { EnrollmentPage, EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import { stepInWords } from '~/domain/pathways/step-kinds'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList, EvidenceRemovalForms } from '~/parts/evidence-list'
import { FoundCriteria } from '~/parts/found-criteria'
import { Day } from '~/ui/day-text'
import { formatHours } from '~/ui/hours'
import { ButtonLink } from '~/ui/link'
import { Progress } from '~/ui/progress'
import { Status } from '~/ui/status'
import { CountedRows } from './counted-rows'
import { PendingRow } from './pending-row'
import { waysOf } from './ways'

/** One step: what it asks for, what counted, what waits, and what one can do. */
export function StepItem(props: {
  step: EnrollmentStep
  enrollment: EnrollmentPage['enrollment']
  reviewers: EnrollmentPage['reviewers']
  removable: EnrollmentPage['removable']
  isNext: boolean
  /** The title of what has to be done before. */
  after: string | null
}) {
  const { step, enrollment, isNext } = props
  const { district, today } = useDistrict()
  /* What is next stands on top of the page, by the first of its ways. */
  const others = waysOf(district, enrollment, step).slice(isNext ? 1 : 0)
  const Heading = step.groupKey === null ? 'h3' : 'h4'
  const hasOneProof = step.evidence.length === 1
  return (
    <li
      id={`step-${step.stepKey}`}
      aria-current={isNext ? 'step' : undefined}
      className="grid gap-x-8 gap-y-3 border-b border-line py-5 md:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="max-w-line min-w-0 space-y-2">
        <Heading className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {step.title}
          {step.completedOn ? (
            <Status tone="good">
              <span>
                Done <Day value={step.completedOn} today={today} short />
              </span>
            </Status>
          ) : (
            isNext && <Status tone="next">Next</Status>
          )}
        </Heading>
        <p className="text-ink-quiet">{stepInWords(step)}</p>
        {step.instructions && <p className="whitespace-pre-line">{step.instructions}</p>}
        <Criteria step={step} />
        {props.after && <p className="text-ink-quiet">Counts after “{props.after}”.</p>}
        {step.keptFrom !== null && (
          <p className="text-ink-quiet">
            Kept as you did it under version {step.keptFrom}; the step has changed since.
          </p>
        )}
        {step.allowedDays !== null && !step.completedOn && (
          <p className="text-ink-quiet">Plan {daysInWords(step.allowedDays)} for it.</p>
        )}
        {!step.completedOn && <AskMeters step={step} />}
        <CountedRows rows={hasOneProof ? [] : step.counted} />
        {step.evidence.length > 0 && (
          <>
            <EvidenceList evidence={step.evidence} removable={props.removable} />
            <EvidenceRemovalForms evidence={step.evidence} />
          </>
        )}
        {step.approvals.map((approval) => (
          <div key={`${approval.by} ${approval.on}`}>
            <p className="text-ink-quiet">
              Approved by {approval.by} on <Day value={approval.on} today={today} />
            </p>
            <FoundCriteria found={approval.found} />
          </div>
        ))}
        {step.pending.map((pending) => (
          <PendingRow
            key={pending.id}
            pending={pending}
            reviewers={props.reviewers}
            isNamed={!hasOneProof}
          />
        ))}
      </div>
      {others.length > 0 && (
        <div className="flex flex-col items-start gap-2 md:items-end">
          {others.map(({ label, href }) => (
            <ButtonLink key={label} href={href} size="small">
              {label}
            </ButtonLink>
          ))}
        </div>
      )}
    </li>
  )
}

/** What a reviewer looks for in what one shows. */
function Criteria({ step }: { step: EnrollmentStep }) {
  const criteria = step.asks.flatMap(({ rubric }) => rubric)
  if (criteria.length === 0 || step.completedOn) return null
  return (
    <ul className="list-disc pl-5">
      {criteria.map((criterion) => (
        <li key={criterion}>{criterion}</li>
      ))}
    </ul>
  )
}

/** How far one is with what is measured. */
function AskMeters({ step }: { step: EnrollmentStep }) {
  return step.asks.map(
    ({ id, met, trace, words }) =>
      met &&
      met.needMinutes > 0 && (
        <div key={id}>
          <Progress
            label={`Hours for “${step.title}”: ${words}`}
            labelHidden
            value={met.haveMinutes}
            max={met.needMinutes}
            words={`${formatHours(met.haveMinutes)} of ${formatHours(met.needMinutes)}`}
          />
          {trace && <p className="sr-only">{trace}</p>}
        </div>
      ),
  )
}

const daysInWords = (days: number) => (days === 1 ? 'a day' : `${days} days`)
