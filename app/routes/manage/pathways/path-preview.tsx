import { type Part, requiredOf, type Terms } from '~/domain/pathways/path'
import { groupInWords, termsInWords } from '~/domain/pathways/pathway'
import { isUndecided, stepInWords } from '~/domain/pathways/step-kinds'
import type { Group, Step } from '~/domain/pathways/versions.server'
import { Cairn } from '~/ui/cairn'
import { Status } from '~/ui/status'
import { GroupTools, StepTools } from './part-tools'
import { useDragging } from './use-dragging'

type Parts = Part<Step, Group>[]
type Dragging = ReturnType<typeof useDragging>

/** The parts of a pathway as a path, with the tools to change it where it is open. */
export function PathPreview(props: {
  pathway: { id: string }
  parts: Parts
  terms: Terms
  isOpen: boolean
}) {
  const { pathway, parts, terms, isOpen } = props
  const dragging = useDragging(pathway, isOpen)
  if (parts.length === 0) {
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
        total={requiredIn(parts, terms)}
        size="large"
        words={termsInWords({ ...terms, parts })}
      />
      <ol className="mt-6 border-t border-line">
        {parts.map((part, at) => {
          const edges = { isFirst: at === 0, isLast: at === parts.length - 1 }
          return 'steps' in part ? (
            <GroupItem
              key={part.group.groupKey}
              {...props}
              {...part}
              {...edges}
              {...{ dragging }}
            />
          ) : (
            <StepItem
              key={part.step.stepKey}
              pathway={pathway}
              step={part.step}
              at={String(at + 1)}
              isOpen={isOpen}
              dragging={dragging}
              to="path"
              {...edges}
            />
          )
        })}
      </ol>
    </>
  )
}

/** How many steps one has to do at least, as stones show it. */
function requiredIn(parts: Parts, { requiredSteps }: Terms) {
  const needs = parts.map((part) =>
    'steps' in part ? requiredOf(part.group.requiredSteps, part.steps.length) : 1,
  )
  return needs
    .toSorted((a, b) => a - b)
    .slice(0, requiredOf(requiredSteps, parts.length))
    .reduce((sum, need) => sum + need, 0)
}

type Edges = { isFirst: boolean; isLast: boolean }

function GroupItem(
  props: Edges & {
    pathway: { id: string }
    group: Group
    steps: Step[]
    isOpen: boolean
    dragging: Dragging
  },
) {
  const { pathway, group, steps, isOpen, dragging } = props
  return (
    <li
      id={`step-${group.groupKey}`}
      className="border-b border-line py-4"
      {...dragging.item({ key: group.groupKey, to: 'path', isGroup: true })}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="font-serif text-lg font-semibold">{group.title}</h3>
          <p className="text-ink-quiet">
            {steps.length === 0
              ? 'No step is in it yet. Move one into it.'
              : groupInWords(group, steps.length)}
          </p>
        </div>
        {isOpen && <GroupTools {...props} />}
      </div>
      <ol className="mt-3 border-t border-line pl-4 md:pl-8" {...dragging.list(group.groupKey)}>
        {steps.map((step, at) => (
          <StepItem
            key={step.stepKey}
            pathway={pathway}
            step={step}
            at={String.fromCharCode(97 + (at % 26))}
            isOpen={isOpen}
            dragging={dragging}
            to={group.groupKey}
            isFirst={false}
            isLast={false}
          />
        ))}
      </ol>
    </li>
  )
}

function StepItem(
  props: Edges & {
    pathway: { id: string }
    step: Step
    at: string
    isOpen: boolean
    dragging: Dragging
    to: string
  },
) {
  const { pathway, step, isOpen, dragging, to } = props
  const Heading = to === 'path' ? 'h3' : 'h4'
  return (
    <li
      id={`step-${step.stepKey}`}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4"
      {...dragging.item({ key: step.stepKey, to, isGroup: false })}
    >
      <div className="flex max-w-line min-w-0 flex-1 basis-64 gap-4">
        <span aria-hidden className="w-5 shrink-0 text-right text-ink-quiet tabular-nums">
          {props.at}
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="font-semibold">{step.title}</Heading>
            {isOpen && isUndecided(step) && <Status tone="next">Choose before you publish</Status>}
          </div>
          <p className="text-ink-quiet">{stepInWords(step)}</p>
          {step.instructions && <p className="mt-1 whitespace-pre-line">{step.instructions}</p>}
          <MoreWords step={step} />
        </div>
      </div>
      {isOpen && <StepTools {...props} pathway={pathway} step={step} />}
    </li>
  )
}

/** What is different about a step: its weight, its time, what a reviewer looks for. */
function MoreWords({ step: { weight, allowedDays, asks } }: { step: Step }) {
  const rubric = asks.flatMap((ask) => ask.rubric)
  const words = [
    weight !== 1 && `weighs ${weight}`,
    allowedDays !== null && `${allowedDays} days allowed`,
  ].filter((word) => word !== false)
  return (
    <>
      {words.length > 0 && <p className="text-sm text-ink-quiet">{words.join(' · ')}</p>}
      {rubric.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-ink-quiet">
          {rubric.map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
      )}
    </>
  )
}
