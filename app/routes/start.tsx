import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listDistrictsOf } from '~/domain/people/actor.server'
import { listDistrictsLeft } from '~/domain/people/former.server'
import { STATES } from '~/domain/people/states'
import { listStatesOf } from '~/domain/states/scope.server'
import { requireUser } from '~/http/auth.server'
import { paths } from '~/http/paths'
import { LeftDistricts } from '~/parts/left-districts'
import { Button } from '~/ui/button'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'

export const meta: MetaFunction = () => [{ title: 'Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const user = await requireUser(args)
  const { store, now = new Date() } = args.context
  const districts = await listDistrictsOf(store.read, user.id, now)
  const states = await listStatesOf(store.read, user.id)
  const places = [
    ...districts.map((district) => ({ name: district.name, href: paths.home(district) })),
    ...states.map((code) => ({ name: STATES[code] ?? code, href: paths.state(code) })),
  ]
  const [only, second] = places
  if (only && !second) throw redirect(only.href)
  const left = await listDistrictsLeft(store.read, user.id, now)
  return { places, left, email: user.email }
}

export default function Start() {
  const { places, left, email } = useLoaderData<typeof loader>()
  return (
    <PlainFrame footer={<TextLink href={paths.account()}>Your account</TextLink>}>
      {places.length > 0 ? (
        <>
          <PageHeader title="Where to?" lead="You are with more than one." />
          <ul className="space-y-3">
            {places.map(({ name, href }) => (
              <li key={href}>
                <ButtonLink href={href} iconAfter="chevron-right" wide>
                  {name}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <PageHeader title="You are not with a district now" />
          <p className="mb-4">
            You are signed in as {email}, but no school or district has you on its staff today.
            Everything you recorded is kept.
          </p>
          <p className="mb-6">
            If you have just been hired, ask the person who manages people in your district to add
            you with this address.
          </p>
          <LeftDistricts districts={left} />
          <Form method="post" action={paths.signOut()} className="mt-6">
            <Button icon="sign-out">Sign out</Button>
          </Form>
        </>
      )}
    </PlainFrame>
  )
}
