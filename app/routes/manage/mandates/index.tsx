import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMandates } from '~/domain/mandates/queries.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { MandateTable } from './mandate-table'

export const meta: MetaFunction = () => [{ title: 'Required training · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listMandates)
}

export default function Mandates() {
  const { mandates, names, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const within = (status: string) => mandates.filter((mandate) => mandate.status === status)
  const [on, prepared, ended] = [within('on'), within('prepared'), within('ended')]
  const begin = can.edit && (
    <ButtonLink href={paths.mandateTemplates(district)} tone="primary" icon="plus">
      Prepare a training
    </ButtonLink>
  )
  if (mandates.length === 0) {
    return (
      <>
        <PageHeader title="Required training" />
        <EmptyState title="Nothing is required yet" icon="completion" action={begin}>
          A required training is asked for again and again: every year by a day, every three years,
          within so many days of being hired. Prepare one, see whom it would ask, and switch it on;
          from then on it asks everybody who fits, keeps every year’s answer, and says who is
          overdue.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Required training" lead={stateOfThings(on)} action={begin || undefined} />
      {on.length > 0 && (
        <Section title="In force">
          <MandateTable mandates={on} names={names} counts />
        </Section>
      )}
      {prepared.length > 0 && (
        <Section title="Being prepared" lead="Nobody is asked before you switch them on.">
          <MandateTable mandates={prepared} names={names} />
        </Section>
      )}
      {ended.length > 0 && (
        <Section title="Ended" lead="What was met and missed stays on record.">
          <MandateTable mandates={ended} names={names} />
        </Section>
      )}
      <p className="mt-10 text-ink-quiet print:hidden">
        What states require stands among{' '}
        <TextLink href={paths.mandateTemplates(district)}>the templates</TextLink>, with its
        sources.
      </p>
    </>
  )
}

function stateOfThings(on: { counts: { overdue: number } }[]) {
  const overdue = on.reduce((sum, { counts }) => sum + counts.overdue, 0)
  if (on.length === 0) return 'Nothing is in force.'
  if (overdue === 0) return 'Nobody is overdue.'
  return `${overdue.toLocaleString('en-US')} ${overdue === 1 ? 'is' : 'are'} overdue.`
}
