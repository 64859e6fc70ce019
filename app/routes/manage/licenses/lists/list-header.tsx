import { useLocation } from '@remix-run/react'
import { LongTableLink } from '~/parts/long-table-link'
import { PrintButton } from '~/parts/print-button'
import { PageHeader } from '~/ui/page-header'
import { type LicenseTab, LicenseTabs } from '../license-tabs'

/** The head of a list: how things stand in a sentence, the same list as a file, and the other lists. */
export function ListHeader(props: {
  current: LicenseTab
  title: string
  lead: string
  /** Where the file is; it is narrowed like the page. */
  csv: string
}) {
  const { search } = useLocation()
  return (
    <PageHeader
      title={props.title}
      lead={props.lead}
      action={<LongTableLink href={props.csv + search}>Download CSV</LongTableLink>}
    >
      <div className="space-y-3">
        <PrintButton />
        <LicenseTabs current={props.current} />
      </div>
    </PageHeader>
  )
}
