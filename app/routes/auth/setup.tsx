import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { dayIn, schoolYearOf } from '~/domain/calendar'
import { PASSWORD_HINT } from '~/domain/people/password'
import { acceptSetup, requireSetup } from '~/domain/people/setup.server'
import { setupInput } from '~/domain/people/sign-in-inputs.server'
import { STATES, TIME_ZONES } from '~/domain/people/states'
import { redirectWithNotice } from '~/http/flash.server'
import { paths } from '~/http/paths'
import { submitPrivately } from '~/http/private-form.server'
import { answer } from '~/http/respond.server'
import { Button } from '~/ui/button'
import { DateField, SelectField, TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'
import { GoneLink } from './gone-link'
import { PasswordField } from './password-field'

export const meta: MetaFunction = () => [{ title: 'Set up Cairn' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { store, now = new Date() } = context
  await answer(() => requireSetup(store.read, params.token ?? '', now))
  return { usualStart: `${schoolYearOf(dayIn('UTC', now), '07-01')}-07-01` }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { store, now = new Date() } = context
  return submitPrivately(request, setupInput, async (given) => {
    const district = await answer(() => acceptSetup(store, params.token ?? '', given, now))
    return redirectWithNotice(
      paths.signIn(),
      `${district.name} is set up. Sign in with ${given.email} and your password.`,
    )
  })
}

const choices = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export default function Setup() {
  const { usualStart } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  return (
    <PlainFrame>
      <PageHeader
        title="Set up your district"
        lead="This makes the district, and your account as its administrator."
      />
      <Form method="post" noValidate>
        <FormReply reply={reply}>
          <fieldset className="space-y-6">
            <legend className="mb-4 font-serif text-xl font-semibold">The district</legend>
            <TextField
              name="name"
              label="Name"
              required
              maxLength={120}
              autoComplete="organization"
            />
            <TextField
              name="slug"
              label="Short name"
              hint="It stands in every address: /d/northside. Letters, digits and hyphens; it stays as it is."
              width="medium"
              required
              maxLength={40}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
            <SelectField
              name="state"
              label="State"
              placeholder="Choose the state"
              choices={choices(STATES)}
              required
            />
            <SelectField
              name="timeZone"
              label="Time zone"
              choices={choices(TIME_ZONES)}
              defaultValue="America/New_York"
              required
            />
            <DateField
              name="schoolYearStartsOn"
              label="First day of this school year"
              hint="Hours are added up from this day on, every year."
              defaultValue={usualStart}
              required
            />
          </fieldset>
          <fieldset className="mt-10 space-y-6">
            <legend className="mb-4 font-serif text-xl font-semibold">You</legend>
            <TextField name="givenName" label="Given name" required autoComplete="given-name" />
            <TextField name="familyName" label="Family name" required autoComplete="family-name" />
            <TextField
              name="email"
              label="Email"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              required
            />
            <PasswordField name="password" label="Password" hint={PASSWORD_HINT} isNew />
            <Button tone="primary" wide>
              Set up the district
            </Button>
          </fieldset>
        </FormReply>
      </Form>
    </PlainFrame>
  )
}

export function ErrorBoundary() {
  return (
    <GoneLink>
      It has been used already, is older than a day, or a newer one has taken its place. The person
      who runs this server can make a new one.
    </GoneLink>
  )
}
