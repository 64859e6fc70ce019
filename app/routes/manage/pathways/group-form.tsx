import { Form, useNavigation } from '@remix-run/react'
import { MAX_TITLE_LENGTH } from '~/domain/pathways/pathway'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { NumberField, TextField } from '~/ui/field'

type Group = { groupKey: string; title: string; requiredSteps: number | null; ordered: boolean }

/** The form of a group: a new one, or one that is changed. */
export function GroupForm(props: { pathway: { id: string }; group?: Group; isMain?: boolean }) {
  const { pathway, group } = props
  const { district } = useDistrict()
  const navigation = useNavigation()
  const action = group
    ? paths.pathwayGroup(district, pathway, group.groupKey)
    : paths.pathwayGroups(district, pathway)
  return (
    <Form method="post" action={action} noValidate className="max-w-form space-y-4">
      <TextField
        id="group-title"
        name="title"
        label="What is the group called?"
        required
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={group?.title}
      />
      <NumberField
        id="group-requiredSteps"
        name="requiredSteps"
        label="How many of its steps are asked for?"
        hint="Leave it empty where all of them are; 1 asks for any one."
        optional
        min={1}
        suffix="steps"
        defaultValue={group?.requiredSteps ?? undefined}
      />
      <CheckboxField
        id="group-ordered"
        name="ordered"
        label="One after the other"
        hint="A step counts only after those before it are done."
        defaultChecked={group?.ordered}
      />
      <Button
        tone={props.isMain ? 'primary' : 'secondary'}
        pending={navigation.formAction === action}
      >
        {group ? 'Save the group' : 'Add the group'}
      </Button>
    </Form>
  )
}
