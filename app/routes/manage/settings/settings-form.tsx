import { Form, useNavigation } from '@remix-run/react'
import { STATES, TIME_ZONES } from '~/domain/people/states'
import { MAX_DISTRICT_NAME_LENGTH, MAX_REVIEW_DAYS } from '~/domain/settings/settings'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, NumberField, SelectField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'

type Settings = {
  name: string
  state: string
  timeZone: string
  reviewDays: number
  usesMayOverlap: boolean
  sendsNotices: boolean
  administratorRole: 'principal' | 'educator' | null
}

/** The settings of the district. */
export function SettingsForm(props: {
  settings: Settings
  schoolYearStartsOn: string
  canMoveSchoolYear: boolean
}) {
  const { settings, schoolYearStartsOn, canMoveSchoolYear } = props
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form space-y-6">
      <FormReply reply={reply}>
        <TextField
          name="name"
          label="Name of the district"
          required
          maxLength={MAX_DISTRICT_NAME_LENGTH}
          hint={`In ${STATES[settings.state] ?? settings.state}.`}
          defaultValue={settings.name}
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          required
          hint="Decides which day it is."
          defaultValue={settings.timeZone}
          choices={zones(settings.timeZone)}
        />
        <DateField
          name="schoolYearStartsOn"
          label="First day of this school year"
          required
          readOnly={!canMoveSchoolYear}
          hint={
            canMoveSchoolYear
              ? 'Hours are added up from this day on, every year.'
              : 'Hours are booked by school year already, so it cannot move any more.'
          }
          defaultValue={schoolYearStartsOn}
        />
        <NumberField
          name="reviewDays"
          label="Days a principal has to decide"
          required
          hint={`From 1 to ${MAX_REVIEW_DAYS}. What waits already keeps its day.`}
          inputMode="numeric"
          defaultValue={settings.reviewDays}
          suffix="days"
        />
        <RadioGroupField
          name="usesMayOverlap"
          label="Hours used for one purpose may be used for another"
          required
          hint="License renewal, pay lane and stipend. Within one purpose, hours are used once only, and a cycle that is closed stays as it was."
          defaultValue={settings.usesMayOverlap ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: 'Yes: the same hours may serve the license and pay' },
            { value: 'no', label: 'No: hours are used for one purpose only' },
          ]}
        />
        <RadioGroupField
          name="sendsNotices"
          label="Letters before and after the due day of what is mandated"
          required
          hint="To the educator 30 and 7 days before, and when the days of grace are over; then to the principal, at most once a week. Who waits for a decision of ours gets none. Letters to those who build a pathway about comments on its draft go by it too."
          defaultValue={settings.sendsNotices ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: 'Yes: Cairn writes them by itself' },
            { value: 'no', label: 'No: coordinators remind people themselves' },
          ]}
        />
        <SelectField
          name="administratorRole"
          label="An administrator of a school in the roster is"
          placeholder="Ask with the next import"
          width="medium"
          hint="OneRoster 1.1 calls principals and other administrators alike."
          defaultValue={settings.administratorRole ?? ''}
          choices={[
            { value: 'principal', label: 'its principal' },
            { value: 'educator', label: 'an educator' },
          ]}
        />
      </FormReply>
      <FormActions>
        <Button type="submit" tone="primary" pending={isSending}>
          Save
        </Button>
      </FormActions>
    </Form>
  )
}

/** The time zones to choose from, with the one that holds even if it is not among the usual ones. */
function zones(current: string) {
  const known = Object.entries(TIME_ZONES).map(([value, label]) => ({ value, label }))
  return current in TIME_ZONES ? known : [{ value: current, label: current }, ...known]
}
