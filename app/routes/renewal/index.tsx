import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnRenewals } from '~/domain/licenses/own.server'
import { ownCourses } from '~/domain/renewal/courses.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { SharingForm } from './sharing-form'
import { StateSection } from './state-section'

export const meta: MetaFunction = () => [{ title: 'License renewal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const [renewals, courses] = await Promise.all([
    member.read(listOwnRenewals),
    member.read(ownCourses),
  ])
  return { ...renewals, courses }
}

export default function Renewal() {
  const { states, shares, courses } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const add = (
    <ButtonLink href={paths.newLicense(district)} tone="primary" icon="plus">
      Add a license
    </ButtonLink>
  )
  if (states.length === 0) {
    return (
      <>
        <PageHeader title="License renewal">
          <TextLink href={paths.uses(district)}>Where hours were used</TextLink>
        </PageHeader>
        <EmptyState title="No license yet" icon="calendar" action={add}>
          Copy the state, the kind and the day of expiry from your license. Cairn then knows how
          long your renewal cycle runs and what your state asks for, and says of each hour whether
          it counts.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="License renewal" action={add}>
        <TextLink href={paths.uses(district)}>Where hours were used</TextLink>
      </PageHeader>
      {states.map((state) => (
        <StateSection
          key={state.code}
          state={state}
          course={courses.find(({ cycleId }) => cycleId === state.cycle?.id)}
        />
      ))}
      <SharingForm shares={shares} />
      <p className="mt-10">
        <TextLink href={paths.ruleSets(district)}>The renewal rules of every state</TextLink>
      </p>
    </>
  )
}
