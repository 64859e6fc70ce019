import type { Step } from '~/domain/pathways/versions.server'
import { requiredOf, requirementInWords, stepInWords } from '~/domain/pathways/pathway'
import { Cairn } from '~/ui/cairn'
import { StepTools } from './step-tools'

type Pathway = { id: string }

/** The steps of a pathway as a path, with the tools to change it where it is open. */
export function PathPreview(props: {
  pathway: Pathway
  steps: Step[]
  requiredSteps: number | null
  isOpen: boolean
}) {
  const { pathway, steps, requiredSteps, isOpen } = props
  if (steps.length === 0) {
    return (
      <p className="max-w-line text-ink-quiet">
        No step yet. Choose below what the first one asks for; you can change the order later.
      </p>
    )
  }
  return (
    <>
      <Cairn
        done={0}
        total={requiredOf(requiredSteps, steps.length)}
        size="large"
        words={requirementInWords(requiredSteps, steps.length)}
      >
        in any order
      </Cairn>
      <ol className="mt-6 border-t border-line">
        {steps.map((step, at) => (
          <li
            key={step.stepKey}
            id={`step-${step.stepKey}`}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4"
          >
            <div className="flex max-w-line min-w-0 flex-1 basis-64 gap-4">
              <span aria-hidden className="w-5 shrink-0 text-right text-ink-quiet tabular-nums">
                {at + 1}
              </span>
              <div className="min-w-0">
                <h3 className="font-semibold">{step.title}</h3>
                <p className="text-ink-quiet">{stepInWords(step)}</p>
                {step.instructions && (
                  <p className="mt-1 whitespace-pre-line">{step.instructions}</p>
                )}
              </div>
            </div>
            {isOpen && (
              <StepTools
                pathway={pathway}
                step={step}
                isFirst={at === 0}
                isLast={at === steps.length - 1}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
