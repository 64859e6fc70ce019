import type { EnrollmentPage, EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import { groupInWords } from '~/domain/pathways/pathway'
import { StepItem } from './step-item'

/** The steps of a pathway in its order; those that belong together stand together. */
export function StepList({ page }: { page: EnrollmentPage }) {
  const titles = new Map([
    ...page.steps.map(({ stepKey, title }) => [stepKey, title] as const),
    ...page.parts.flatMap((part) =>
      part.group ? [[part.group.groupKey, part.group.title] as const] : [],
    ),
  ])
  const item = (step: EnrollmentStep) => (
    <StepItem
      key={step.stepKey}
      step={step}
      enrollment={page.enrollment}
      reviewers={page.reviewers}
      removable={page.removable}
      isNext={step.stepKey === page.nextKey}
      after={step.after && !step.completedOn ? (titles.get(step.after) ?? null) : null}
    />
  )
  return (
    <ol className="border-t border-line">
      {page.parts.map((part) =>
        part.group ? (
          <li key={part.group.groupKey} className="border-b border-line py-5">
            <h3 className="font-serif text-lg font-semibold">{part.group.title}</h3>
            <p className="text-ink-quiet">{groupInWords(part.group, part.steps.length)}</p>
            <ol className="mt-3 border-t border-line pl-4 md:pl-8">{part.steps.map(item)}</ol>
          </li>
        ) : (
          item(part.step)
        ),
      )}
    </ol>
  )
}
