import { STEP_KINDS, type StepKind } from '~/domain/pathways/pathway'
import { Disclosure } from '~/ui/disclosure'
import { type StepChoices, StepForm } from './step-form'

/** The kinds of step, each with its form in place. */
export function AddStep(props: { pathway: { id: string }; choices: StepChoices }) {
  return (
    <div className="mt-6">
      <h3 className="font-semibold">Add a step</h3>
      <ul className="mt-2 space-y-1">
        {(Object.keys(STEP_KINDS) as StepKind[]).map((kind) => (
          <li key={kind}>
            <Disclosure summary={STEP_KINDS[kind].adding}>
              <div className="rounded-card border border-line bg-card p-5">
                <StepForm kind={kind} {...props} />
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  )
}
