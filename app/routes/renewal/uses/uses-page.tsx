import type { useLoaderData } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { EmptyState } from '~/ui/empty-state'
import { Hours } from '~/ui/hours-text'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { renewalTrail } from '../trail'
import type { loader } from './index'
import { LotTable } from './lot-table'
import { TotalTable } from './total-table'
import { UseList } from './use-list'

export type ShownUses = ReturnType<typeof useLoaderData<typeof loader>>

/** Where the hours of somebody were used, what is unused yet, and what each lot is good for. */
export function UsesPage({ page }: { page: ShownUses }) {
  const { district } = useDistrict()
  const { member, totals, lots, uses, purpose } = page
  const record = member.can.record && (
    <ButtonLink href={paths.newUse(district, member)} tone="primary" icon="plus">
      Record a use
    </ButtonLink>
  )
  const isEmpty = uses.total === 0 && !purpose
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[renewalTrail(district, member.isOwn)]} />}
        title={member.isOwn ? 'Where hours were used' : `Where hours of ${member.name} were used`}
        lead={
          page.usesMayOverlap
            ? 'Hours are earned once and used once for a purpose. Your district lets the same hours serve the license and pay.'
            : 'Hours are earned once and used once. Your district lets them serve one purpose only.'
        }
        action={isEmpty ? undefined : record}
      />
      {isEmpty ? (
        <EmptyState title="Nothing was used yet" icon="record" action={record || undefined}>
          When a renewal is recorded, the hours that count in its cycle are used for it. A move to
          another pay lane and the hours of a stipend are recorded here, so that nothing is handed
          in twice and everybody sees what is left.
        </EmptyState>
      ) : (
        <>
          <Section title="In all" lead={<Unused page={page} />}>
            <TotalTable totals={totals} />
          </Section>
          {lots.length > 0 && (
            <Section title="Pay lanes and stipends">
              <LotTable lots={lots} />
            </Section>
          )}
          <Section
            id="uses"
            title="Each use"
            action={
              <TextLink href={paths.usesCsv(district, member)} plain>
                Take it away as CSV
              </TextLink>
            }
          >
            <UseList page={page} />
          </Section>
        </>
      )}
    </>
  )
}

function Unused({ page: { unused } }: { page: ShownUses }) {
  const year = schoolYearName(unused.year)
  if (unused.rows === 0) return <>Of {year} nothing that is approved is unused.</>
  return (
    <>
      Unused yet of {year}: <Hours minutes={unused.minutes} /> in {unused.rows}{' '}
      {unused.rows === 1 ? 'row' : 'rows'}.
    </>
  )
}
