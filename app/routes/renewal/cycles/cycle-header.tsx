import type { ReactNode } from 'react'
import type { CycleForm } from '~/domain/licenses/forms.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { PageHeader } from '~/ui/page-header'
import { renewalTrail } from '../trail'

/** The head of the pages about one cycle. */
export function CycleHeader(props: {
  cycle: CycleForm
  title: string
  /** It stands below the page of the cycle itself. */
  isBelow?: boolean
  action?: ReactNode
}) {
  const { cycle, title, isBelow } = props
  const { district, today } = useDistrict()
  const above = { label: `Cycle of ${cycle.state}`, href: paths.editCycle(district, cycle) }
  return (
    <PageHeader
      trail={
        <Breadcrumbs items={[renewalTrail(district, cycle.isOwn), ...(isBelow ? [above] : [])]} />
      }
      title={title}
      action={props.action}
    >
      <p>
        {!cycle.isOwn && <>{cycle.owner}: </>}From{' '}
        <Day value={cycle.startsOn} today={today} short /> to{' '}
        <Day value={cycle.endsOn} today={today} short />
        {cycle.extendedToOn && (
          <>
            , extended to <Day value={cycle.extendedToOn} today={today} short />
          </>
        )}
      </p>
    </PageHeader>
  )
}
