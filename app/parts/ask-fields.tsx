import type { ComponentType } from 'react'
import { hoursTyped } from '~/domain/duration'
import { competenciesByArea } from '~/domain/frameworks/competency'
import { GOAL_KINDS } from '~/domain/goals/goal'
import type { Achievement } from '~/domain/badges/catalog.server'
import type { Course } from '~/domain/courses/queries.server'
import type { StepKind } from '~/domain/pathways/pathway'
import type { Ask } from '~/domain/pathways/step-kinds/kind'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { CheckboxGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'

/** What can be asked for: the catalog, and the published pathways. */
export type AskChoices = {
  courses: Course[]
  achievements: Achievement[]
  pathways: { id: string; title: string }[]
}

type Props = {
  choices: AskChoices
  ask?: Ask
  /** What the ids of the fields begin with, where a page has several forms. */
  prefix: string
}

/** What a step asks for. */
export function AskFields({ kind, ...props }: Props & { kind: StepKind }) {
  const Fields = FIELDS[kind]
  return <Fields {...props} />
}

const FIELDS: Record<StepKind, ComponentType<Props>> = {
  course: CourseFields,
  badge: BadgeFields,
  activity_minutes: HoursFields,
  evidence: EvidenceFields,
  goal: GoalFields,
  pathway: PathwayFields,
}

function CourseFields({ choices, ask, prefix }: Props) {
  const { district } = useDistrict()
  return (
    <SelectField
      id={`${prefix}-courseId`}
      name="courseId"
      label="Which course?"
      hint={
        <>
          From <TextLink href={paths.catalog(district)}>the district’s catalog</TextLink>.
        </>
      }
      required
      placeholder="Choose a course"
      choices={choices.courses.map(({ id, title, provider }) => ({
        value: id,
        label: provider ? `${title} (${provider})` : title,
      }))}
      defaultValue={ask?.courseId ?? ''}
    />
  )
}

function BadgeFields({ choices, ask, prefix }: Props) {
  const { district } = useDistrict()
  return (
    <SelectField
      id={`${prefix}-achievementId`}
      name="achievementId"
      label="Which badge?"
      hint={
        <>
          From <TextLink href={paths.badgeCatalog(district)}>the district’s catalog</TextLink>.
        </>
      }
      required
      placeholder="Choose a badge"
      choices={choices.achievements.map(({ id, title, issuer }) => ({
        value: id,
        label: `${title} (${issuer})`,
      }))}
      defaultValue={ask?.achievementId ?? ''}
    />
  )
}

function HoursFields({ ask, prefix }: Props) {
  return (
    <>
      <CompetencyFields
        label="On which competencies?"
        hint="Activities that name any of them add up."
        chosen={ask?.competencies ?? []}
        prefix={prefix}
      />
      <TextField
        id={`${prefix}-hours`}
        name="hours"
        label="How many hours?"
        required
        width="short"
        autoComplete="off"
        defaultValue={ask?.minutes ? hoursTyped(ask.minutes) : undefined}
      />
    </>
  )
}

function EvidenceFields({ ask, prefix }: Props) {
  return (
    <TextAreaField
      id={`${prefix}-rubric`}
      name="rubric"
      label="What does a reviewer look for?"
      hint="One thing on each line. All of them have to be ticked before it is approved."
      optional
      rows={3}
      defaultValue={ask?.rubric.join('\n')}
    />
  )
}

function GoalFields({ ask, prefix }: Props) {
  return (
    <>
      <SelectField
        id={`${prefix}-goalKind`}
        name="goalKind"
        label="Which kind of goal?"
        optional
        placeholder="Any kind"
        choices={Object.entries(GOAL_KINDS).map(([value, label]) => ({ value, label }))}
        defaultValue={ask?.goalKind ?? ''}
      />
      <CompetencyFields
        label="On which competencies?"
        hint="Choose none where it does not matter."
        chosen={ask?.competencies ?? []}
        prefix={prefix}
      />
    </>
  )
}

function PathwayFields({ choices, ask, prefix }: Props) {
  return (
    <SelectField
      id={`${prefix}-pathwayId`}
      name="pathwayId"
      label="Which pathway?"
      hint="It counts once it is completed, as long as the completion is current."
      required
      placeholder="Choose a pathway"
      choices={choices.pathways.map(({ id, title }) => ({ value: id, label: title }))}
      defaultValue={ask?.pathwayId ?? ''}
    />
  )
}

function CompetencyFields(props: {
  label: string
  hint: string
  chosen: string[]
  prefix: string
}) {
  const { label, hint, chosen, prefix } = props
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <p className="text-sm text-ink-quiet">{hint}</p>
      {competenciesByArea().map(({ label: area, competencies }) => (
        <Disclosure
          key={area}
          summary={area}
          open={competencies.some(({ id }) => chosen.includes(id)) || undefined}
        >
          <CheckboxGroupField
            id={`${prefix}-competencies-${competencies[0]!.code}`}
            name="competencies"
            label={area}
            labelHidden
            choices={competencies.map(({ id, code, label: name }) => ({
              value: id,
              label: `${code} ${name}`,
            }))}
            defaultValue={chosen}
          />
        </Disclosure>
      ))}
    </fieldset>
  )
}
