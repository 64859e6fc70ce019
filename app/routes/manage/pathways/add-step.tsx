import type { StepKind } from '~/domain/pathways/pathway'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import { Disclosure } from '~/ui/disclosure'
import { GroupForm } from './group-form'
import type { AskChoices } from '~/parts/ask-fields'
import { StepForm } from './step-form'

/** The kinds of step, each with its form in place, and a group to put some of them in. */
export function AddStep(props: { pathway: { id: string }; choices: AskChoices }) {
  return (
    <div className="mt-6">
      <h3 className="font-semibold">Add to the path</h3>
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
        <li>
          <Disclosure summary="A group of steps">
            <div className="rounded-card border border-line bg-card p-5">
              <GroupForm pathway={props.pathway} />
            </div>
          </Disclosure>
        </li>
      </ul>
    </div>
  )
}
